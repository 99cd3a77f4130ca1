import { closeSync, openSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { createDeferred, type Deferred, messageOf } from "@xo/std";
import { makeFolder } from "@xo/std/make-folder";
import type {
	Batch,
	BatchOutcome,
	Engine,
	SqlRow,
	Statement,
} from "../engine.ts";
import { StoreError } from "../errors.ts";
import { toStoreError } from "./errors.ts";
import type { WorkerReply, WorkerRequest } from "./protocol.ts";

/** From source the worker lies beside this file; a build puts its bundle
 *  beside the bundle of the process. */
function workerUrl(): URL {
	return import.meta.url.endsWith(".ts")
		? new URL("./sqlite-worker.ts", import.meta.url)
		: new URL("./sqlite-worker.mjs", import.meta.url);
}

/** SQLite gives its other files the mode of this one. */
function createPrivately(file: string): void {
	try {
		makeFolder(path.dirname(path.resolve(file)));
		closeSync(openSync(file, "a", 0o600));
	} catch (cause) {
		const code = (cause as NodeJS.ErrnoException).code;
		const isReadOnly = code === "EROFS" || code === "EACCES";
		throw new StoreError(
			isReadOnly ? "read-only" : code === "ENOSPC" ? "full" : "unreachable",
			`the database ${file} cannot be opened for writing (${code}): check its permissions and those of its folder`,
			{ cause },
		);
	}
}

/** A request without its number. */
type RequestBody = WorkerRequest extends infer R
	? R extends WorkerRequest
		? Omit<R, "id">
		: never
	: never;

class SqliteEngine implements Engine {
	readonly kind = "sqlite";
	readonly location: string;
	readonly #worker: Worker;
	readonly #waiting = new Map<number, Deferred<WorkerReply>>();
	readonly #ready = createDeferred();
	#nextId = 1;
	#end: StoreError | undefined;

	constructor(worker: Worker, location: string) {
		this.location = location;
		this.#worker = worker;
		worker.on("message", (reply: WorkerReply) => this.#receive(reply));
		worker.on("error", (cause) => this.#stop(cause));
		worker.on("exit", () => this.#stop(undefined));
	}

	open(): Promise<void> {
		const request: WorkerRequest = { kind: "open", id: 0, file: this.location };
		this.#worker.postMessage(request);
		return this.#ready.promise;
	}

	async read(statement: Statement): Promise<readonly SqlRow[]> {
		const reply = await this.#request({ kind: "read", statement });
		return reply.kind === "rows" ? reply.rows : [];
	}

	async commit(batches: readonly Batch[]): Promise<readonly BatchOutcome[]> {
		try {
			const reply = await this.#request({ kind: "commit", batches });
			if (reply.kind !== "committed") throw new Error(`got ${reply.kind}`);
			return reply.outcomes.map((outcome) =>
				"failure" in outcome
					? { error: toStoreError(outcome.failure, this.location) }
					: outcome,
			);
		} catch (cause) {
			const error =
				cause instanceof StoreError
					? cause
					: new StoreError("failed", messageOf(cause), { cause });
			return batches.map(() => ({ error }));
		}
	}

	async verify(): Promise<void> {
		const [row] = await this.read({
			sql: "PRAGMA quick_check(1)",
			parameters: [],
		});
		if (row?.quick_check === "ok") return;
		throw toStoreError(
			{ message: String(row?.quick_check), resultCode: 11 },
			this.location,
		);
	}

	async [Symbol.asyncDispose](): Promise<void> {
		if (this.#end !== undefined) return;
		try {
			await this.#request({ kind: "close" });
		} finally {
			this.#stop(undefined);
			await this.#worker.terminate();
		}
	}

	async #request(body: RequestBody): Promise<WorkerReply> {
		if (this.#end !== undefined) throw this.#end;
		const id = this.#nextId++;
		const deferred = createDeferred<WorkerReply>();
		this.#waiting.set(id, deferred);
		this.#worker.postMessage({ ...body, id } as WorkerRequest);
		const reply = await deferred.promise;
		if (reply.kind === "failed") {
			throw toStoreError(reply.failure, this.location);
		}
		return reply;
	}

	#receive(reply: WorkerReply): void {
		if (reply.kind === "ready") {
			this.#ready.resolve();
		} else if (reply.kind === "refused") {
			this.#ready.reject(toStoreError(reply.failure, this.location));
		} else {
			this.#waiting.get(reply.id)?.resolve(reply);
			this.#waiting.delete(reply.id);
		}
	}

	#stop(cause: unknown): void {
		this.#end ??=
			cause === undefined
				? new StoreError("closed", `the database ${this.location} is closed`)
				: new StoreError("failed", "the database thread died", { cause });
		this.#ready.reject(this.#end);
		for (const deferred of this.#waiting.values()) deferred.reject(this.#end);
		this.#waiting.clear();
	}
}

export interface SqliteOptions {
	readonly file: string;
	/** The database thread where it runs already: it needs as long as the rest
	 *  of the process to start. */
	readonly worker?: Worker | undefined;
}

/** @throws StoreError `locked`, `read-only`, `corrupt`, `unreachable` */
export async function openSqliteEngine({
	file,
	worker = new Worker(workerUrl()),
}: SqliteOptions): Promise<Engine> {
	try {
		createPrivately(file);
		const engine = new SqliteEngine(worker, file);
		await engine.open();
		return engine;
	} catch (error) {
		await worker.terminate();
		throw error;
	}
}
