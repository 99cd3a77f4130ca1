import { type Clock, sleep } from "@xo/std";
import { formatXapiDate, NULL_REF } from "@xo/xapi-wire";
import { type Accounts, seedAccounts } from "./accounts.ts";
import type { CorePool } from "./core-handler.ts";
import { MemoryDatabase } from "./database.ts";
import { Dispatcher } from "./dispatcher.ts";
import { EventHub } from "./event-hub.ts";
import { LegacyEvents } from "./legacy-events.ts";
import { type Random, randomUuid } from "./random.ts";
import { Sessions } from "./sessions.ts";
import { Tasks } from "./tasks.ts";
import {
	type CallContext,
	type FieldValue,
	type HandlerTable,
	type Ref,
	XapiFailure,
} from "./types.ts";

const GC_PERIOD_MS = 30_000;
const SPEND_STEPS = 10;

export interface SimulatedPoolOptions {
	readonly accounts: Accounts;
	readonly clock: Clock;
	readonly timeScale: number;
	readonly random: Random;
	readonly eventDelayMs: number;
	readonly stampEvents?: boolean;
	readonly handlers: HandlerTable;
}

/** A pool without its network: the database and what answers calls on it. */
export class SimulatedPool implements CorePool {
	readonly db: MemoryDatabase;
	readonly clock: Clock;
	readonly timeScale: number;
	readonly accounts: Accounts;
	readonly sessions: Sessions;
	readonly tasks: Tasks;
	readonly events: EventHub;
	readonly legacyEvents: LegacyEvents;
	readonly dispatcher: Dispatcher;
	/** What hosts prove to one another that they belong together. */
	readonly secret: string;
	readonly #random: Random;
	readonly #stop = new AbortController();
	#collector: Disposable;

	constructor(options: SimulatedPoolOptions) {
		this.#random = options.random;
		this.db = new MemoryDatabase(() => this.newUuid());
		this.clock = options.clock;
		this.timeScale = options.timeScale;
		this.accounts = options.accounts;
		this.secret = `${this.newUuid()}/${this.newUuid()}`;
		this.sessions = new Sessions(this.db, this.clock);
		this.tasks = new Tasks(this.db, this.clock);
		this.events = new EventHub(this.db, {
			delayMs: options.eventDelayMs,
			isStamped: options.stampEvents ?? false,
		});
		this.legacyEvents = new LegacyEvents(this.db, this.sessions);
		this.dispatcher = new Dispatcher(this, options.handlers);
		this.#collector = this.#collectLater();
	}

	/** Aborted when the pool stops. */
	get stopSignal(): AbortSignal {
		return this.#stop.signal;
	}

	/** Adds what every pool has, whatever its source. */
	complete(): void {
		seedAccounts(this.db, this.accounts);
	}

	random(): number {
		return this.#random();
	}

	newUuid(): string {
		return randomUuid(this.#random);
	}

	nowIso(): string {
		return formatXapiDate(this.clock.now());
	}

	poolRef(): Ref {
		return this.db.refs("pool")[0] ?? NULL_REF;
	}

	/** Old dumps may lack the pool or name a master that is not there. */
	masterRef(): Ref {
		const named = String(this.db.find("pool", this.poolRef())?.master ?? "");
		return this.db.find("host", named) === undefined
			? (this.db.refs("host")[0] ?? NULL_REF)
			: named;
	}

	invoke(
		context: CallContext,
		method: string,
		args: unknown[],
	): Promise<FieldValue | undefined> {
		return this.dispatcher.invoke(context, method, args);
	}

	async spend(context: CallContext, durationMs: number): Promise<void> {
		const { task, signal } = context;
		signal.throwIfAborted();
		const scaledMs = durationMs * this.timeScale;
		if (scaledMs <= 0) return;
		if (task !== undefined)
			this.#setTask(task, { allowed_operations: ["cancel"] });
		const start = this.#progressOf(task);
		for (let step = 1; step <= SPEND_STEPS; step++) {
			await sleep(scaledMs / SPEND_STEPS, { clock: this.clock, signal });
			if (task !== undefined) {
				const share = (0.95 * step) / SPEND_STEPS;
				this.#setTask(task, { progress: start + (1 - start) * share });
			}
		}
		if (task !== undefined) this.#setTask(task, { allowed_operations: [] });
	}

	stop(): void {
		this.#collector[Symbol.dispose]();
		this.#stop.abort(new XapiFailure("HOST_STILL_BOOTING"));
		this.sessions.closeAll();
	}

	#progressOf(task: Ref | undefined): number {
		const record = task === undefined ? undefined : this.db.find("task", task);
		return Number(record?.progress ?? 0);
	}

	#setTask(task: Ref, fields: Readonly<Record<string, FieldValue>>): void {
		if (this.db.find("task", task)?.status === "pending") {
			this.db.update("task", task, fields);
		}
	}

	/** Those who wait in event.next get a sign of life. */
	#wakeLegacyFollowers(): void {
		const pool = this.poolRef();
		if (!this.legacyEvents.hasFollowers || pool === NULL_REF) return;
		this.db.touch("pool", pool);
	}

	#collectLater(): Disposable {
		return this.clock.after(GC_PERIOD_MS, () => {
			this.sessions.collectGarbage();
			this.tasks.collectGarbage();
			this.#wakeLegacyFollowers();
			this.#collector = this.#collectLater();
		});
	}
}
