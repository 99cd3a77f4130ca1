const BUCKET_MS = 0.1;
const MAX_MS = 60_000;

/** Counts of latencies in tenths of a millisecond: any number of them takes
 *  the same memory, and crosses processes as text. */
export class Histogram {
	readonly #counts = new Map<number, number>();
	#total = 0;

	get total(): number {
		return this.#total;
	}

	add(latencyMs: number): void {
		const limited = Math.min(Math.max(latencyMs, 0), MAX_MS);
		this.#note(Math.floor(limited / BUCKET_MS), 1);
	}

	merge(entries: HistogramEntries): void {
		for (const [bucket, count] of entries) this.#note(bucket, count);
	}

	entries(): HistogramEntries {
		return [...this.#counts];
	}

	clear(): void {
		this.#counts.clear();
		this.#total = 0;
	}

	/** The upper end of the bucket that holds the quantile, in milliseconds;
	 *  NaN when empty. */
	quantile(share: number): number {
		const wanted = Math.max(1, Math.ceil(this.#total * share));
		let seen = 0;
		for (const [bucket, count] of [...this.#counts].sort(([a], [b]) => a - b)) {
			seen += count;
			if (seen >= wanted) return (bucket + 1) * BUCKET_MS;
		}
		return Number.NaN;
	}

	#note(bucket: number, count: number): void {
		this.#counts.set(bucket, (this.#counts.get(bucket) ?? 0) + count);
		this.#total += count;
	}
}

export type HistogramEntries = readonly (readonly [
	bucket: number,
	count: number,
])[];
