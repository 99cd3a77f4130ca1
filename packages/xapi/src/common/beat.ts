import type { Clock } from "@xo/std";

/** Common moments for work that comes from many sides: what arrives between
 *  two of them is done in one turn, with caches that are warm, and what follows
 *  from it leaves together. After a quiet while, the moment is now. */
export class Beat {
	readonly #clock: Clock;
	readonly #intervalMs: number;
	#lastAt = Number.NEGATIVE_INFINITY;
	#next: Promise<void> | undefined;

	constructor(clock: Clock, intervalMs: number) {
		this.#clock = clock;
		this.#intervalMs = intervalMs;
	}

	/** Resolves at the next moment. */
	wait(): Promise<void> {
		if (this.#next !== undefined) return this.#next;
		const now = this.#clock.now();
		const wait = this.#lastAt + this.#intervalMs - now;
		if (wait <= 0) {
			this.#lastAt = now;
			return Promise.resolve();
		}
		this.#next = new Promise((resolve) => {
			// The machine's clock may have been set back meanwhile.
			this.#clock.after(Math.min(wait, this.#intervalMs), () => {
				this.#lastAt = this.#clock.now();
				this.#next = undefined;
				resolve();
			});
		});
		return this.#next;
	}
}
