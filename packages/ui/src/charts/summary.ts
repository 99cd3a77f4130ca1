import {
	lowerBound,
	type TimeData,
	type TimeSeries,
	type TimeSpan,
} from "./time-data.ts";

/** Lowest, highest and latest known value of a series within a span. */
export interface SeriesSummary {
	readonly label: string;
	readonly lowest: number | null;
	readonly highest: number | null;
	readonly latest: number | null;
}

export function summarise(data: TimeData, span: TimeSpan): SeriesSummary[] {
	const { first, end } = indicesOf(data, span);
	return data.series.map((series) => summariseSeries(series, first, end));
}

function summariseSeries(
	series: TimeSeries,
	first: number,
	end: number,
): SeriesSummary {
	let lowest: number | null = null;
	let highest: number | null = null;
	let latest: number | null = null;
	for (let index = first; index < end; index++) {
		const value = series.values[index];
		if (value === null || value === undefined) continue;
		lowest = lowest === null ? value : Math.min(lowest, value);
		highest = highest === null ? value : Math.max(highest, value);
		latest = value;
	}
	return { label: series.label, lowest, highest, latest };
}

export interface TableRow {
	readonly timeMs: number;
	readonly values: readonly (number | null)[];
}

/** At most `limit` rows of a span, each the mean of as many samples. */
export function tableRows(
	data: TimeData,
	span: TimeSpan,
	limit: number,
): TableRow[] {
	const { first, end } = indicesOf(data, span);
	const size = Math.max(1, Math.ceil((end - first) / limit));
	const rows: TableRow[] = [];
	for (let start = first; start < end; start += size) {
		const stop = Math.min(end, start + size);
		rows.push({
			timeMs: data.timesMs[start] ?? 0,
			values: data.series.map((series) => meanOf(series, start, stop)),
		});
	}
	return rows;
}

function meanOf(series: TimeSeries, start: number, end: number): number | null {
	let sum = 0;
	let count = 0;
	for (let index = start; index < end; index++) {
		const value = series.values[index];
		if (value === null || value === undefined) continue;
		sum += value;
		count++;
	}
	return count === 0 ? null : sum / count;
}

function indicesOf(data: TimeData, span: TimeSpan) {
	return {
		first: lowerBound(data.timesMs, span.fromMs),
		// The last sample stands on the end of the span and belongs to it.
		end: lowerBound(data.timesMs, span.toMs + 1),
	};
}
