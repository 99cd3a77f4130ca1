/** The one thread that touches the SQLite file. It imports no other module at
 *  run time, so that it starts in milliseconds. */
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { parentPort } from "node:worker_threads";
import type { Batch, SqlRow, Statement, StatementResult } from "../engine.ts";
import type {
	SqliteFailure,
	WorkerOutcome,
	WorkerReply,
	WorkerRequest,
} from "./protocol.ts";

const MAX_PREPARED = 200;

function toFailure(error: unknown): SqliteFailure {
	const resultCode = (error as { errcode?: unknown } | undefined)?.errcode;
	return {
		message: error instanceof Error ? error.message : String(error),
		resultCode: typeof resultCode === "number" ? resultCode : undefined,
	};
}

/** The exclusive lock is taken at open and held: a second daemon on the same
 *  file is refused at once, and the kernel frees the lock of a killed one. */
function openDatabase(file: string): DatabaseSync {
	const database = new DatabaseSync(file, { timeout: 0 });
	try {
		database.exec("PRAGMA locking_mode = EXCLUSIVE");
		database.exec("PRAGMA journal_mode = WAL");
		database.exec("PRAGMA synchronous = FULL");
		database.exec("PRAGMA temp_store = MEMORY");
		database.exec("BEGIN IMMEDIATE; COMMIT");
		return database;
	} catch (error) {
		database.close();
		throw error;
	}
}

class Executor {
	readonly #database: DatabaseSync;
	readonly #prepared = new Map<string, StatementSync>();

	constructor(database: DatabaseSync) {
		this.#database = database;
	}

	run({ sql, parameters }: Statement): StatementResult {
		const statement = this.#prepare(sql);
		// What has columns gives rows; all else only counts.
		if (statement.columns().length > 0) {
			const rows = statement.all(...parameters) as unknown as SqlRow[];
			return { rows, changes: rows.length };
		}
		return { rows: [], changes: Number(statement.run(...parameters).changes) };
	}

	commit(batches: readonly Batch[]): WorkerOutcome[] {
		try {
			this.#database.exec("BEGIN IMMEDIATE");
			const outcomes = batches.map((batch) => this.#runIsolated(batch));
			this.#database.exec("COMMIT");
			return outcomes;
		} catch (error) {
			if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
			const failure = toFailure(error);
			return batches.map(() => ({ failure }));
		}
	}

	/** @throws when SQLite ended the whole transaction (full, I/O error). */
	#runIsolated(batch: Batch): WorkerOutcome {
		this.#database.exec("SAVEPOINT batch");
		try {
			const results = batch.map((statement) => this.run(statement));
			this.#database.exec("RELEASE batch");
			return { results };
		} catch (error) {
			if (!this.#database.isTransaction) throw error;
			this.#database.exec("ROLLBACK TO batch; RELEASE batch");
			return { failure: toFailure(error) };
		}
	}

	#prepare(sql: string): StatementSync {
		const known = this.#prepared.get(sql);
		if (known !== undefined) return known;
		const statement = this.#database.prepare(sql);
		if (this.#prepared.size >= MAX_PREPARED) this.#prepared.clear();
		this.#prepared.set(sql, statement);
		return statement;
	}

	close(): void {
		this.#prepared.clear();
		this.#database.close();
	}
}

function answer(
	executor: Executor,
	request: Exclude<WorkerRequest, { kind: "open" }>,
): WorkerReply {
	const { id } = request;
	try {
		switch (request.kind) {
			case "read":
				return { kind: "rows", id, rows: executor.run(request.statement).rows };
			case "commit":
				return {
					kind: "committed",
					id,
					outcomes: executor.commit(request.batches),
				};
			case "close":
				executor.close();
				return { kind: "closed", id };
		}
	} catch (error) {
		return { kind: "failed", id, failure: toFailure(error) };
	}
}

function main(): void {
	const port = parentPort;
	if (port === null) throw new Error("sqlite-worker runs as a worker thread");
	const reply = (message: WorkerReply) => port.postMessage(message);
	let executor: Executor | undefined;
	port.on("message", (request: WorkerRequest) => {
		if (request.kind !== "open") {
			if (executor !== undefined) reply(answer(executor, request));
			if (request.kind === "close") port.close();
			return;
		}
		try {
			executor = new Executor(openDatabase(request.file));
			reply({ kind: "ready" });
		} catch (error) {
			reply({ kind: "refused", failure: toFailure(error) });
			port.close();
		}
	});
}

main();
