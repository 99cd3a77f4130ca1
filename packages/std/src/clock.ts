/** Where time comes from, so that tests and the simulator can own it. */
export interface Clock {
	/** Milliseconds since the Unix epoch. */
	now(): number;
	/** Runs `callback` once after `delayMs`, never within this turn of the event
	 *  loop; dispose the handle to cancel. */
	after(delayMs: number, callback: () => void): Disposable;
}

/** The machine's clock. Its timers keep the process alive. */
export const systemClock: Clock = {
	now: () => Date.now(),
	after(delayMs, callback) {
		// A timer of 0 ms takes one; browsers have nothing sooner.
		if (delayMs <= 0 && typeof setImmediate === "function") {
			const turn = setImmediate(callback);
			return { [Symbol.dispose]: () => clearImmediate(turn) };
		}
		const timer = setTimeout(callback, delayMs);
		return { [Symbol.dispose]: () => clearTimeout(timer) };
	},
};

interface PendingTimer {
	readonly dueAt: number;
	readonly callback: () => void;
}

/** A clock that moves only when told to. */
export class ManualClock implements Clock {
	#now: number;
	readonly #timers = new Set<PendingTimer>();

	constructor(now = 0) {
		this.#now = now;
	}

	now(): number {
		return this.#now;
	}

	after(delayMs: number, callback: () => void): Disposable {
		const timer = { dueAt: this.#now + Math.max(0, delayMs), callback };
		this.#timers.add(timer);
		return { [Symbol.dispose]: () => this.#timers.delete(timer) };
	}

	/** Moves time forward and runs what falls due, in order of due time. */
	advance(durationMs: number): void {
		const end = this.#now + durationMs;
		for (;;) {
			const next = this.#nextDue(end);
			if (next === undefined) break;
			this.#timers.delete(next);
			this.#now = Math.max(this.#now, next.dueAt);
			next.callback();
		}
		this.#now = end;
	}

	#nextDue(limit: number): PendingTimer | undefined {
		let next: PendingTimer | undefined;
		for (const timer of this.#timers) {
			if (timer.dueAt > limit) continue;
			if (next === undefined || timer.dueAt < next.dueAt) next = timer;
		}
		return next;
	}
}

/** Resolves after `delayMs`, or rejects with the signal's reason. */
export function sleep(
	delayMs: number,
	{
		clock = systemClock,
		signal,
	}: { clock?: Clock; signal?: AbortSignal | undefined } = {},
): Promise<void> {
	return new Promise((resolve, reject) => {
		if (signal?.aborted) {
			reject(signal.reason);
			return;
		}
		const onAbort = () => {
			timer[Symbol.dispose]();
			reject(signal?.reason);
		};
		const timer = clock.after(delayMs, () => {
			signal?.removeEventListener("abort", onAbort);
			resolve();
		});
		signal?.addEventListener("abort", onAbort, { once: true });
	});
}
