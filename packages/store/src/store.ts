import type { Clock } from "@xo/std";
import { Kysely } from "kysely";
import { StoreContext } from "./context.ts";
import type { Database } from "./database.ts";
import { EngineDialect, toStatement } from "./dialect.ts";
import type { Batch, Engine } from "./engine.ts";
import { GroupCommit } from "./group-commit.ts";
import type { StoreLogger } from "./options.ts";
import { Acls } from "./repositories/acls.ts";
import { Groups } from "./repositories/groups.ts";
import { Logs } from "./repositories/logs.ts";
import { PoolConnections } from "./repositories/pool-connections.ts";
import { Settings } from "./repositories/settings.ts";
import { Tasks } from "./repositories/tasks.ts";
import { Tokens } from "./repositories/tokens.ts";
import { Users } from "./repositories/users.ts";
import { unlockSecrets } from "./secrets/unlock.ts";
import type { Store } from "./types.ts";

/** Last uses of tokens may be lost in a crash for this long. */
const USES_DELAY_MS = 5_000;

export interface DatabaseStoreOptions {
	readonly engine: Engine;
	readonly keyFile: string;
	readonly clock: Clock;
	readonly logger: StoreLogger | undefined;
}

export class DatabaseStore implements Store {
	readonly users: Users;
	readonly groups: Groups;
	readonly tokens: Tokens;
	readonly acls: Acls;
	readonly poolConnections: PoolConnections;
	readonly settings: Settings;
	readonly tasks: Tasks;
	readonly logs: Logs;
	readonly #engine: Engine;
	readonly #context: StoreContext;
	readonly #commits: GroupCommit;
	readonly #clock: Clock;
	readonly #logger: StoreLogger | undefined;
	#usesTimer: Disposable | undefined;

	static async open(options: DatabaseStoreOptions): Promise<DatabaseStore> {
		const { engine, keyFile } = options;
		const db = new Kysely<Database>({ dialect: new EngineDialect(engine) });
		const commits = new GroupCommit({ engine, onDoubt: () => store.#load() });
		const proof = await db
			.selectFrom("meta")
			.select("value")
			.where("key", "=", "key_check")
			.executeTakeFirst();
		const secrets = await unlockSecrets({
			keyFile,
			location: engine.location,
			keyCheck: proof?.value,
			saveKeyCheck: (value) =>
				commits.write([saveMeta(db, "key_check", value)], () => {}),
		});
		const context = new StoreContext({ db, secrets, commits });
		const store = new DatabaseStore(options, context, commits);
		await store.#load();
		return store;
	}

	private constructor(
		options: DatabaseStoreOptions,
		context: StoreContext,
		commits: GroupCommit,
	) {
		this.#engine = options.engine;
		this.#clock = options.clock;
		this.#logger = options.logger;
		this.#context = context;
		this.#commits = commits;
		this.acls = new Acls(context);
		this.tokens = new Tokens(context, () => this.#planUses());
		this.groups = new Groups(context, (id) => this.acls.forgetSubject(id));
		this.users = new Users(context, (id) => {
			this.acls.forgetSubject(id);
			this.tokens.forgetUser(id);
			this.groups.forgetUser(id);
		});
		this.poolConnections = new PoolConnections(context);
		this.settings = new Settings(context);
		this.tasks = new Tasks(context);
		this.logs = new Logs(context, options.clock);
	}

	deriveSecret(label: string): string {
		return this.#context.secrets.derive(label);
	}

	/** Writes too: a database that only reads is not well. */
	async checkHealth(): Promise<void> {
		const now = String(this.#clock.now());
		const statement = saveMeta(this.#context.db, "checked_at", now);
		await this.#commits.write([statement], () => {});
		await this.#engine.verify();
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.#usesTimer?.[Symbol.dispose]();
		await this.#writeUses();
		await this.#commits[Symbol.asyncDispose]();
		await this.#engine[Symbol.asyncDispose]();
	}

	async #load(): Promise<void> {
		await Promise.all([
			this.users.load(),
			this.groups.load(),
			this.tokens.load(),
			this.acls.load(),
			this.poolConnections.load(),
			this.settings.load(),
			this.logs.load(),
		]);
	}

	#planUses(): void {
		this.#usesTimer ??= this.#clock.after(USES_DELAY_MS, () => {
			this.#usesTimer = undefined;
			void this.#writeUses();
		});
	}

	async #writeUses(): Promise<void> {
		try {
			await this.tokens.writeUses();
		} catch (error) {
			this.#logger?.warn({ err: error }, "last uses of tokens were not saved");
		}
	}
}

function saveMeta(
	db: Kysely<Database>,
	key: string,
	value: string,
): Batch[number] {
	const query = db
		.insertInto("meta")
		.values({ key, value })
		.onConflict((conflict) => conflict.column("key").doUpdateSet({ value }));
	return toStatement(query.compile());
}
