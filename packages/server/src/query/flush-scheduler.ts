import type { Clock } from "@xo/std";

const MIN_INTERVAL_MS = 50;
/** Due times fall on common ticks, so that hundreds of queries share timers. */
const TICK_MS = 10;

/** What wants to be flushed, at most 20 times a second. */
interface Flushable {
	flush(): void;
}

/** Flushes at once what was quiet for a while, and the rest when its time has
 *  come: whatever happens in between goes out together. */
export class FlushScheduler implements Disposable {
	readonly #clock: Clock;
	readonly #flushedAt = new WeakMap<Flushable, number>();
	readonly #waiting = new Map<Flushable, number>();
	#timer: { readonly dueAt: number; readonly handle: Disposable } | undefined;

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	request(item: Flushable): void {
		if (this.#waiting.has(item)) return;
		const now = this.#clock.now();
		const flushedAt = this.#flushedAt.get(item) ?? Number.NEGATIVE_INFINITY;
		const dueAt = flushedAt + MIN_INTERVAL_MS;
		if (dueAt <= now) {
			this.#flush(item, now);
			return;
		}
		const tick = Math.ceil(dueAt / TICK_MS) * TICK_MS;
		this.#waiting.set(item, tick);
		this.#arm(tick);
	}

	cancel(item: Flushable): void {
		this.#waiting.delete(item);
	}

	/** Counts as a flush that happens now by other means. */
	touch(item: Flushable): void {
		this.cancel(item);
		this.#flushedAt.set(item, this.#clock.now());
	}

	[Symbol.dispose](): void {
		this.#waiting.clear();
		this.#timer?.handle[Symbol.dispose]();
		this.#timer = undefined;
	}

	#arm(dueAt: number): void {
		if (this.#timer !== undefined && this.#timer.dueAt <= dueAt) return;
		this.#timer?.handle[Symbol.dispose]();
		const delay = Math.max(1, dueAt - this.#clock.now());
		const handle = this.#clock.after(delay, () => this.#onTimer());
		this.#timer = { dueAt, handle };
	}

	#onTimer(): void {
		this.#timer = undefined;
		const now = this.#clock.now();
		let next = Number.POSITIVE_INFINITY;
		for (const [item, dueAt] of this.#waiting) {
			if (dueAt <= now) {
				this.#waiting.delete(item);
				this.#flush(item, now);
			} else next = Math.min(next, dueAt);
		}
		if (next < Number.POSITIVE_INFINITY) this.#arm(next);
	}

	#flush(item: Flushable, now: number): void {
		this.#flushedAt.set(item, now);
		item.flush();
	}
}
