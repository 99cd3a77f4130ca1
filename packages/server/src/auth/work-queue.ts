import { ApiError } from "@xo/contract";
import { createDeferred, type Deferred } from "@xo/std";

/** For whom work is done. */
export interface Lane {
	/** Lanes take turns, whatever the length of each. */
	readonly key: string;
	/** Known visitors have places of their own, which strangers cannot take. */
	readonly isKnown: boolean;
}

interface Waiting {
	readonly lane: Lane;
	readonly turn: Deferred<void>;
}

/** Runs at most so many tasks at once, lane by lane; a bounded number wait. */
export class WorkQueue {
	readonly #maxAtOnce: number;
	readonly #maxWaiting: number;
	readonly #maxOfLane: number;
	/** Lane -> who waits in it; the lane that is next comes first. */
	readonly #known = new Map<string, Waiting[]>();
	readonly #strangers = new Map<string, Waiting[]>();
	#isStrangersTurn = false;
	#running = 0;

	constructor(limits: {
		readonly maxAtOnce: number;
		/** Of known visitors, and as many strangers. */
		readonly maxWaiting: number;
		/** Of one lane. */
		readonly maxOfLane: number;
	}) {
		this.#maxAtOnce = limits.maxAtOnce;
		this.#maxWaiting = limits.maxWaiting;
		this.#maxOfLane = limits.maxOfLane;
	}

	/** @throws ApiError `tooManyRequests` when the queue is full; the signal's
	 *  reason when it is aborted before the task starts */
	async run<T>(
		task: () => Promise<T>,
		options: { readonly lane: Lane; readonly signal?: AbortSignal | undefined },
	): Promise<T> {
		options.signal?.throwIfAborted();
		if (this.#running < this.#maxAtOnce) this.#running += 1;
		else await this.#wait(options.lane, options.signal);
		try {
			return await task();
		} finally {
			this.#release();
		}
	}

	async #wait(lane: Lane, signal: AbortSignal | undefined): Promise<void> {
		const lanes = lane.isKnown ? this.#known : this.#strangers;
		const line = lanes.get(lane.key) ?? [];
		if (line.length >= this.#maxOfLane || lengthOf(lanes) >= this.#maxWaiting) {
			throw new ApiError("tooManyRequests", {
				message: "too many password checks are waiting: retry later",
			});
		}
		const waiting = { lane, turn: createDeferred() };
		line.push(waiting);
		lanes.set(lane.key, line);
		const onAbort = () => {
			const index = line.indexOf(waiting);
			if (index === -1) return;
			line.splice(index, 1);
			if (line.length === 0) lanes.delete(lane.key);
			waiting.turn.reject(signal?.reason);
		};
		signal?.addEventListener("abort", onAbort, { once: true });
		try {
			await waiting.turn.promise;
		} finally {
			signal?.removeEventListener("abort", onAbort);
		}
	}

	/** Hands the place to the next: known visitors and strangers in turn. */
	#release(): void {
		const order = [this.#known, this.#strangers];
		if (this.#isStrangersTurn) order.reverse();
		const lanes = order.find(({ size }) => size > 0);
		if (lanes === undefined) {
			this.#running -= 1;
			return;
		}
		this.#isStrangersTurn = lanes === this.#known;
		takeNext(lanes)?.turn.resolve();
	}
}

function lengthOf(lanes: ReadonlyMap<string, readonly Waiting[]>): number {
	let length = 0;
	for (const line of lanes.values()) length += line.length;
	return length;
}

/** The first of the first lane, which then goes last. */
function takeNext(lanes: Map<string, Waiting[]>): Waiting | undefined {
	const [entry] = lanes;
	if (entry === undefined) return undefined;
	const [key, line] = entry;
	const next = line.shift();
	lanes.delete(key);
	if (line.length > 0) lanes.set(key, line);
	return next;
}
