import type { Clock } from "@xo/std";

const LINGER_MS = 30_000;
const MOST = 8;

/** What is given back later than it could be: whoever comes back to a page, or
 *  to a search, finds the work done. */
export class Lingering implements Disposable {
	readonly #clock: Clock;
	/** Oldest first. */
	readonly #timers = new Map<() => void, Disposable>();

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** Calls `release` after half a minute, or earlier if others come. */
	add(release: () => void): void {
		const timer = this.#clock.after(LINGER_MS, () => this.#end(release));
		this.#timers.set(release, timer);
		const [oldest] = this.#timers.keys();
		if (oldest !== undefined && this.#timers.size > MOST) this.#end(oldest);
	}

	[Symbol.dispose](): void {
		for (const release of [...this.#timers.keys()]) this.#end(release);
	}

	#end(release: () => void): void {
		this.#timers.get(release)?.[Symbol.dispose]();
		this.#timers.delete(release);
		release();
	}
}
