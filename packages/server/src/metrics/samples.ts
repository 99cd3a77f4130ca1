import type { RrdUpdates } from "@xo/xapi";
import { FIELDS, type Field, meaningOf } from "./data-source.ts";

/** One moment of one owner; `NaN` where nothing was measured. */
export interface Sample {
	/** Unix seconds. */
	readonly at: number;
	readonly values: Float64Array;
}

export interface HostSamples {
	/** By uuid: VMs, and the host itself. */
	readonly owners: ReadonlyMap<string, readonly Sample[]>;
	/** What the host did with SRs, by the beginning of their uuid. */
	readonly srs: ReadonlyMap<string, readonly Sample[]>;
}

/** Reads the newer moments out of the answer of a host. */
export function readSamples(
	{ timestamps, columns }: RrdUpdates,
	after: number,
): HostSamples {
	const rows = [...timestamps.keys()].filter(
		(row) => (timestamps[row] ?? 0) > after,
	);
	const owners = new Map<string, Collector>();
	const srs = new Map<string, Collector>();
	for (const { cf, type, uuid, name, values } of columns) {
		if (cf !== "AVERAGE" || type === "sr") continue;
		const meaning = meaningOf(type, name);
		if (meaning === undefined) continue;
		const collectors = [collectorOf(owners, uuid, rows.length)];
		if (meaning.sr !== undefined) {
			collectors.push(collectorOf(srs, meaning.sr, rows.length));
		}
		for (const [index, row] of rows.entries()) {
			const value = (values[row] ?? Number.NaN) * meaning.scale;
			if (!Number.isFinite(value)) continue;
			for (const collector of collectors) {
				collector.add(index, meaning.field, value);
			}
		}
	}
	const times = rows.map((row) => timestamps[row] ?? 0);
	return { owners: collect(owners, times), srs: collect(srs, times) };
}

function collectorOf(
	collectors: Map<string, Collector>,
	key: string,
	rows: number,
): Collector {
	let collector = collectors.get(key);
	if (collector === undefined) {
		collector = new Collector(rows);
		collectors.set(key, collector);
	}
	return collector;
}

function collect(
	collectors: ReadonlyMap<string, Collector>,
	times: readonly number[],
): Map<string, readonly Sample[]> {
	return new Map(
		[...collectors].map(([key, collector]) => [
			key,
			times.map((at, row) => ({ at, values: collector.row(row) })),
		]),
	);
}

const WIDTH = FIELDS.length;
const CPU = FIELDS.indexOf("cpu");

/** Adds up what belongs together. */
class Collector {
	readonly #sums: Float64Array;
	readonly #cpus: Float64Array;

	constructor(rows: number) {
		this.#sums = new Float64Array(rows * WIDTH).fill(Number.NaN);
		this.#cpus = new Float64Array(rows);
	}

	add(row: number, field: Field, value: number): void {
		const column = FIELDS.indexOf(field);
		const index = row * WIDTH + column;
		const sum = this.#sums[index] ?? 0;
		this.#sums[index] = Number.isNaN(sum) ? value : sum + value;
		if (column === CPU) this.#cpus[row] = (this.#cpus[row] ?? 0) + 1;
	}

	row(row: number): Float64Array {
		const values = this.#sums.slice(row * WIDTH, (row + 1) * WIDTH);
		values[CPU] = (values[CPU] ?? Number.NaN) / (this.#cpus[row] ?? 0);
		return values;
	}
}
