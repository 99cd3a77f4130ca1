/** Longest uninterrupted work on the event loop. */
const SLICE_MS = 5;

/** Shares the event loop between long computations and everything else: one
 *  slice of one computation, then pending I/O. Use one for a whole process:
 *  several would each take their slice in the same turn of the loop. */
export class TimeSlicer {
	readonly #schedule: (callback: () => void) => void;
	readonly #waiting: (() => void)[] = [];
	#sliceEnd = 0;

	/** @param schedule runs the callback after pending I/O was served. */
	constructor(schedule: (callback: () => void) => void) {
		this.#schedule = schedule;
	}

	/** Await it between two steps that are short by themselves. */
	pause(): Promise<void> | undefined {
		if (performance.now() < this.#sliceEnd) return undefined;
		return new Promise((resolve) => {
			this.#waiting.push(resolve);
			if (this.#waiting.length === 1) this.#schedule(this.#resumeNext);
		});
	}

	#resumeNext = () => {
		this.#sliceEnd = performance.now() + SLICE_MS;
		const resume = this.#waiting.shift();
		if (this.#waiting.length > 0) this.#schedule(this.#resumeNext);
		resume?.();
	};
}
