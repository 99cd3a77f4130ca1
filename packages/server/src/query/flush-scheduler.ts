import type { Clock } from "@xo/std";

const INTERVAL_MS = 50;

/** What wants to be flushed, at most 20 times a second. */
interface Flushable {
	flush(): void;
}

/** Flushes on common ticks, so that queries that ask the same share the work,
 *  and those of one connection leave in one piece. After a quiet while, the
 *  tick comes as soon as the changes are through. */
export class FlushScheduler implements Disposable {
	readonly #clock: Clock;
	readonly #waiting = new Set<Flushable>();
	#flushedAt = Number.NEGATIVE_INFINITY;
	#timer: Disposable | undefined;

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	request(item: Flushable): void {
		this.#waiting.add(item);
		if (this.#timer !== undefined) return;
		const wait = this.#flushedAt + INTERVAL_MS - this.#clock.now();
		// The machine's clock may have been set back meanwhile.
		const bounded = Math.max(0, Math.min(wait, INTERVAL_MS));
		this.#timer = this.#clock.after(bounded, () => this.#flush());
	}

	cancel(item: Flushable): void {
		this.#waiting.delete(item);
	}

	[Symbol.dispose](): void {
		this.#waiting.clear();
		this.#timer?.[Symbol.dispose]();
		this.#timer = undefined;
	}

	#flush(): void {
		this.#timer = undefined;
		this.#flushedAt = this.#clock.now();
		const items = [...this.#waiting];
		this.#waiting.clear();
		for (const item of items) item.flush();
	}
}
