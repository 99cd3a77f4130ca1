import { ApiError } from "@xo/contract";
import { createDeferred, type Deferred } from "@xo/std";

/** Runs at most so many tasks at once, in order; a bounded number wait. */
export class WorkQueue {
	readonly #maxAtOnce: number;
	readonly #maxWaiting: number;
	readonly #waiting = new Set<Deferred<void>>();
	#running = 0;

	constructor(limits: {
		readonly maxAtOnce: number;
		readonly maxWaiting: number;
	}) {
		this.#maxAtOnce = limits.maxAtOnce;
		this.#maxWaiting = limits.maxWaiting;
	}

	/** @throws ApiError `tooManyRequests` when the queue is full; the signal's
	 *  reason when it is aborted before the task starts */
	async run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
		signal?.throwIfAborted();
		if (this.#running < this.#maxAtOnce) this.#running += 1;
		else await this.#wait(signal);
		try {
			return await task();
		} finally {
			this.#release();
		}
	}

	async #wait(signal: AbortSignal | undefined): Promise<void> {
		if (this.#waiting.size >= this.#maxWaiting) {
			throw new ApiError("tooManyRequests", {
				message: "too many password checks are waiting: retry later",
			});
		}
		const turn = createDeferred();
		this.#waiting.add(turn);
		const onAbort = () => {
			if (this.#waiting.delete(turn)) turn.reject(signal?.reason);
		};
		signal?.addEventListener("abort", onAbort, { once: true });
		try {
			await turn.promise;
		} finally {
			signal?.removeEventListener("abort", onAbort);
		}
	}

	/** Hands the place to who waits longest. */
	#release(): void {
		const [next] = this.#waiting;
		if (next === undefined) {
			this.#running -= 1;
			return;
		}
		this.#waiting.delete(next);
		next.resolve();
	}
}
