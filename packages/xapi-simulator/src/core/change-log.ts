import type { Row } from "./row.ts";

const SLACK = 1024;

/** Rows in the order of their last change, so that asking what changed since a
 *  generation costs what changed and not what exists. Entries of rows that
 *  changed again are skipped, and dropped once they are the majority. */
export class ChangeLog {
	#generation = 1;
	#generations: number[] = [];
	#rows: Row[] = [];

	get generation(): number {
		return this.#generation;
	}

	next(): number {
		return ++this.#generation;
	}

	append(row: Row, liveRows: number): void {
		this.#generations.push(row.modifiedAt);
		this.#rows.push(row);
		if (this.#rows.length > 2 * liveRows + SLACK) this.#compact();
	}

	/** Live rows whose last change came after `generation`. */
	*since(generation: number): Generator<Row> {
		let index = this.#firstAfter(generation);
		for (; index < this.#rows.length; index++) {
			const row = this.#rows[index];
			if (row?.modifiedAt === this.#generations[index] && row) yield row;
		}
	}

	#firstAfter(generation: number): number {
		let low = 0;
		let high = this.#generations.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((this.#generations[middle] ?? 0) <= generation) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	#compact(): void {
		const generations: number[] = [];
		const rows: Row[] = [];
		for (const row of this.since(Number.NEGATIVE_INFINITY)) {
			generations.push(row.modifiedAt);
			rows.push(row);
		}
		this.#generations = generations;
		this.#rows = rows;
	}
}
