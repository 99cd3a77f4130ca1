import type { Client, Pool, QueryResult } from "pg";
import type {
	Batch,
	BatchOutcome,
	Engine,
	SqlRow,
	Statement,
	StatementResult,
} from "../engine.ts";
import { StoreError } from "../errors.ts";
import { toStoreError } from "./errors.ts";

const CONNECT_TIMEOUT_MS = 5_000;
/** A server that is silent for this long counts as gone. */
const QUERY_TIMEOUT_MS = 60_000;
const MAX_READERS = 4;
/** Any number that nobody else uses in the same database. */
const DAEMON_LOCK = 7_305_601;
const INT8_OID = 20;
type PgModule = typeof import("pg").default;

/** `host/database`, never the user or the password. */
function describeUrl(url: string): string {
	try {
		const { hostname, port, pathname, searchParams } = new URL(url);
		const host = hostname || searchParams.get("host") || "localhost";
		return `${host}${port && `:${port}`}${pathname}`;
	} catch {
		throw new StoreError("invalid", "the URL of the database is not a URL");
	}
}

function toResult(result: QueryResult): StatementResult {
	return { rows: result.rows as SqlRow[], changes: result.rowCount ?? 0 };
}

class PostgresEngine implements Engine {
	readonly kind = "postgres";
	readonly location: string;
	readonly #pg: PgModule;
	readonly #config: ConstructorParameters<PgModule["Client"]>[0] & object;
	readonly #readers: Pool;
	/** All writes take this one connection, in order; it holds the lock that
	 *  keeps a second daemon away. */
	#writer: Promise<Client> | undefined;
	#isClosed = false;

	constructor(pg: PgModule, url: string) {
		this.location = describeUrl(url);
		this.#pg = pg;
		this.#config = {
			connectionString: url,
			connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
			query_timeout: QUERY_TIMEOUT_MS,
			keepAlive: true,
			application_name: "xo-server",
			types: {
				// Our integers are milliseconds and counts, exact as numbers.
				getTypeParser: (oid: number, format?: "text" | "binary") =>
					oid === INT8_OID ? Number : pg.types.getTypeParser(oid, format),
			},
		};
		this.#readers = new pg.Pool({ ...this.#config, max: MAX_READERS });
		// Idle connections that die are replaced at the next use.
		this.#readers.on("error", () => {});
	}

	async connect(): Promise<void> {
		await this.#getWriter();
	}

	async read({ sql, parameters }: Statement): Promise<readonly SqlRow[]> {
		this.#assertOpen();
		try {
			return (await this.#readers.query(sql, [...parameters])).rows;
		} catch (error) {
			throw toStoreError(error, this.location);
		}
	}

	async commit(batches: readonly Batch[]): Promise<readonly BatchOutcome[]> {
		try {
			return await this.#commitTogether(batches);
		} catch (cause) {
			const error = toStoreError(cause, this.location);
			if (error.code === "unreachable") this.#dropWriter();
			else if (batches.length > 1) return this.#commitEach(batches);
			return batches.map(() => ({ error }));
		}
	}

	/** After one of them failed and took the transaction with it. */
	async #commitEach(batches: readonly Batch[]): Promise<BatchOutcome[]> {
		const outcomes: BatchOutcome[] = [];
		for (const batch of batches) {
			outcomes.push(...(await this.commit([batch])));
		}
		return outcomes;
	}

	/** Sends the whole transaction in one go. Should a statement fail,
	 *  PostgreSQL skips those behind it, and COMMIT undoes those before it. */
	async #commitTogether(batches: readonly Batch[]): Promise<BatchOutcome[]> {
		const writer = await this.#getWriter();
		const statements = batches.flat();
		const isAtomic = statements.length === 1;
		const settled = await Promise.allSettled([
			...(isAtomic ? [] : [writer.query("BEGIN")]),
			...statements.map(({ sql, parameters }) =>
				writer.query(sql, [...parameters]),
			),
			...(isAtomic ? [] : [writer.query("COMMIT")]),
		]);
		const results = settled.map((outcome) => {
			if (outcome.status === "rejected") throw outcome.reason;
			return toResult(outcome.value);
		});
		let next = isAtomic ? 0 : 1;
		return batches.map(({ length }) => {
			const start = next;
			next += length;
			return { results: results.slice(start, next) };
		});
	}

	/** PostgreSQL verifies its pages as it reads them. */
	async verify(): Promise<void> {
		await this.read({ sql: "SELECT 1", parameters: [] });
	}

	async [Symbol.asyncDispose](): Promise<void> {
		if (this.#isClosed) return;
		this.#isClosed = true;
		const writer = await this.#writer?.catch(() => undefined);
		await writer?.end().catch(() => {});
		await this.#readers.end();
	}

	#assertOpen(): void {
		if (!this.#isClosed) return;
		throw new StoreError("closed", `the database ${this.location} is closed`);
	}

	#getWriter(): Promise<Client> {
		this.#assertOpen();
		if (this.#writer !== undefined) return this.#writer;
		const forget = () => {
			if (this.#writer === writer) this.#writer = undefined;
		};
		const writer = this.#connectWriter(forget).catch((error: unknown) => {
			forget();
			throw toStoreError(error, this.location);
		});
		this.#writer = writer;
		return writer;
	}

	#dropWriter(): void {
		const writer = this.#writer;
		this.#writer = undefined;
		writer?.then((client) => client.end()).catch(() => {});
	}

	async #connectWriter(onEnd: () => void): Promise<Client> {
		const client = new this.#pg.Client({ ...this.#config, pipeline: true });
		client.on("error", onEnd);
		client.on("end", onEnd);
		try {
			await client.connect();
			const { rows } = await client.query(
				"SELECT pg_try_advisory_lock($1) AS is_ours",
				[DAEMON_LOCK],
			);
			if (rows[0]?.is_ours === true) return client;
			throw new StoreError(
				"locked",
				`the database ${this.location} is in use by another daemon: stop it, or configure another database`,
			);
		} catch (error) {
			await client.end().catch(() => {});
			throw error;
		}
	}
}

/** Loads pg only when it is needed.
 *  @throws StoreError `unreachable`, `locked`, `invalid` */
export async function openPostgresEngine(url: string): Promise<Engine> {
	const { default: pg } = await import("pg");
	const engine = new PostgresEngine(pg, url);
	try {
		await engine.connect();
		return engine;
	} catch (error) {
		await engine[Symbol.asyncDispose]();
		throw error;
	}
}
