import { lowerBound, type TimeSpan } from "./time-data.ts";

type Values = readonly (number | null)[];

interface DecimateInput {
	readonly timesMs: readonly number[];
	readonly series: readonly Values[];
	readonly span: TimeSpan;
	/** Width of the drawing in pixels: each gets at most two points. */
	readonly columns: number;
}

export interface Decimated {
	readonly timesMs: number[];
	readonly series: (number | null)[][];
}

/**
 * What a drawing of `columns` pixels needs to look the same: per column the
 * lowest and the highest value, in the order in which they occurred. One
 * sample on either side of the span is kept, so that lines reach the edges.
 */
export function decimate(input: DecimateInput): Decimated {
	const { timesMs, series, span, columns } = input;
	const first = Math.max(0, lowerBound(timesMs, span.fromMs) - 1);
	const end = Math.min(timesMs.length, lowerBound(timesMs, span.toMs) + 1);
	if (end - first <= 2 * columns) {
		return {
			timesMs: timesMs.slice(first, end),
			series: series.map((values) => values.slice(first, end)),
		};
	}
	const starts = columnStarts({ timesMs, span, columns, first, end });
	return {
		timesMs: columnTimes(timesMs, starts),
		series: series.map((values) => columnExtremes(values, starts)),
	};
}

interface ColumnInput extends Omit<DecimateInput, "series"> {
	readonly first: number;
	readonly end: number;
}

/** Where each column that holds samples begins, and the end of the last. */
function columnStarts(input: ColumnInput): number[] {
	const { timesMs, span, columns, first, end } = input;
	const width = (span.toMs - span.fromMs) / columns;
	const starts: number[] = [];
	let previous = Number.NaN;
	for (let index = first; index < end; index++) {
		const column = Math.floor(((timesMs[index] ?? 0) - span.fromMs) / width);
		if (column !== previous) starts.push(index);
		previous = column;
	}
	starts.push(end);
	return starts;
}

function columnTimes(times: readonly number[], starts: number[]): number[] {
	const result: number[] = [];
	for (let column = 0; column + 1 < starts.length; column++) {
		const start = starts[column] ?? 0;
		const last = (starts[column + 1] ?? 0) - 1;
		result.push(times[start] ?? 0);
		if (last > start) result.push(times[last] ?? 0);
	}
	return result;
}

function columnExtremes(values: Values, starts: number[]): (number | null)[] {
	const result: (number | null)[] = [];
	for (let column = 0; column + 1 < starts.length; column++) {
		const start = starts[column] ?? 0;
		const last = (starts[column + 1] ?? 0) - 1;
		if (last === start) result.push(values[start] ?? null);
		else pushExtremes(result, values, { start, last });
	}
	return result;
}

function pushExtremes(
	result: (number | null)[],
	values: Values,
	{ start, last }: { start: number; last: number },
): void {
	let lowest: number | null = null;
	let highest: number | null = null;
	let lowestAt = start;
	let highestAt = start;
	for (let index = start; index <= last; index++) {
		const value = values[index];
		if (value === null || value === undefined) continue;
		if (lowest === null || value < lowest) {
			lowest = value;
			lowestAt = index;
		}
		if (highest === null || value > highest) {
			highest = value;
			highestAt = index;
		}
	}
	// A gap that runs into the next column must stay open: the edge that
	// touches it is given up, and the peak is what remains.
	if (values[last] == null) result.push(highest, null);
	else if (values[start] == null) result.push(null, highest);
	else if (lowestAt <= highestAt) result.push(lowest, highest);
	else result.push(highest, lowest);
}
