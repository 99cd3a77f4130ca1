import { FIELDS, type Field } from "./data-source.ts";
import type { Sample } from "./samples.ts";

const WIDTH = FIELDS.length;
/** A sample each five seconds. */
const CAPACITY = 12;
const SECONDS = 60;

/** The samples of one owner in the last minute, in place: there are many
 *  thousands of owners. */
export class LastMinute {
	readonly #times = new Float64Array(CAPACITY).fill(Number.NEGATIVE_INFINITY);
	readonly #values = new Float64Array(CAPACITY * WIDTH);
	#next = 0;
	#newest = Number.NEGATIVE_INFINITY;

	add({ at, values }: Sample): void {
		if (at <= this.#newest) return;
		this.#newest = at;
		this.#times[this.#next] = at;
		this.#values.set(values, this.#next * WIDTH);
		this.#next = (this.#next + 1) % CAPACITY;
	}

	/** Mean of what was measured; undefined when nothing was. */
	mean(field: Field): number | undefined {
		const column = FIELDS.indexOf(field);
		let sum = 0;
		let count = 0;
		for (let slot = 0; slot < CAPACITY; slot++) {
			if ((this.#times[slot] ?? 0) <= this.#newest - SECONDS) continue;
			const value = this.#values[slot * WIDTH + column] ?? Number.NaN;
			if (Number.isNaN(value)) continue;
			sum += value;
			count++;
		}
		return count === 0 ? undefined : sum / count;
	}

	/** The newest value; undefined when it was not measured. */
	last(field: Field): number | undefined {
		const slot = (this.#next + CAPACITY - 1) % CAPACITY;
		const value = this.#values[slot * WIDTH + FIELDS.indexOf(field)];
		return value === undefined || Number.isNaN(value) ? undefined : value;
	}
}
