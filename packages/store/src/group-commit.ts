import { createDeferred } from "@xo/std";
import type { Batch, Engine, StatementResult } from "./engine.ts";
import { StoreError } from "./errors.ts";

const MAX_QUEUED = 20_000;
const MAX_GROUP = 500;

interface QueuedWrite {
	readonly batch: Batch;
	readonly succeed: (results: readonly StatementResult[]) => void;
	readonly fail: (error: unknown) => void;
}

export interface GroupCommitOptions {
	readonly engine: Engine;
	/** Called before the next group when it is unknown whether the last one
	 *  was committed: what was read before may be old. */
	readonly onDoubt: () => Promise<void>;
}

/** Writes that arrive while a commit is under way share the next one. */
export class GroupCommit implements AsyncDisposable {
	readonly #engine: Engine;
	readonly #onDoubt: () => Promise<void>;
	#queue: QueuedWrite[] = [];
	#running: Promise<void> | undefined;
	#isInDoubt = false;
	#isClosed = false;

	constructor({ engine, onDoubt }: GroupCommitOptions) {
		this.#engine = engine;
		this.#onDoubt = onDoubt;
	}

	/** Runs `apply` as soon as the batch is durable, in the order of the
	 *  commits, and resolves to what it gives.
	 *  @throws StoreError */
	write<T>(
		batch: Batch,
		apply: (results: readonly StatementResult[]) => T,
	): Promise<T> {
		const deferred = createDeferred<T>();
		if (this.#isClosed) {
			deferred.reject(new StoreError("closed", "the store is closed"));
		} else if (this.#queue.length >= MAX_QUEUED) {
			const message = `${MAX_QUEUED} writes wait for the database: retry later`;
			deferred.reject(new StoreError("overloaded", message));
		} else {
			this.#queue.push({
				batch,
				succeed: (results) => {
					try {
						deferred.resolve(apply(results));
					} catch (error) {
						deferred.reject(error);
					}
				},
				fail: deferred.reject,
			});
			this.#running ??= this.#run();
		}
		return deferred.promise;
	}

	/** Waits for what is queued; refuses what comes later. */
	async [Symbol.asyncDispose](): Promise<void> {
		this.#isClosed = true;
		await this.#running;
	}

	async #run(): Promise<void> {
		// Writes of the same turn go together.
		await Promise.resolve();
		while (this.#queue.length > 0) {
			const group = this.#queue.slice(0, MAX_GROUP);
			this.#queue = this.#queue.slice(MAX_GROUP);
			await this.#commit(group);
		}
		this.#running = undefined;
	}

	async #commit(group: readonly QueuedWrite[]): Promise<void> {
		try {
			if (this.#isInDoubt) {
				await this.#onDoubt();
				this.#isInDoubt = false;
			}
		} catch (error) {
			for (const write of group) write.fail(error);
			return;
		}
		const outcomes = await this.#engine.commit(group.map(({ batch }) => batch));
		for (const [index, write] of group.entries()) {
			const outcome = outcomes[index];
			if (outcome !== undefined && "results" in outcome) {
				write.succeed(outcome.results);
				continue;
			}
			this.#isInDoubt ||= leavesDoubt(outcome?.error.code);
			write.fail(outcome?.error);
		}
	}
}

function leavesDoubt(code: StoreError["code"] | undefined): boolean {
	return code === "unreachable" || code === "failed" || code === undefined;
}
