/** One line of a chart; `null` is a gap and is drawn as one. */
export interface TimeSeries {
	readonly id: string;
	readonly label: string;
	readonly values: readonly (number | null)[];
}

/** Series that share their times: ascending, in milliseconds since 1970. */
export interface TimeData {
	readonly timesMs: readonly number[];
	readonly series: readonly TimeSeries[];
}

/** A stretch of time in milliseconds since 1970, `fromMs < toMs`. */
export interface TimeSpan {
	readonly fromMs: number;
	readonly toMs: number;
}

/** Index of the first time that is not before `timeMs`. */
export function lowerBound(times: readonly number[], timeMs: number): number {
	let low = 0;
	let high = times.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((times[middle] ?? 0) < timeMs) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Index of the time nearest to `timeMs`; -1 when there are none. */
export function nearestIndex(times: readonly number[], timeMs: number): number {
	const after = lowerBound(times, timeMs);
	const before = after - 1;
	if (after >= times.length) return before;
	if (before < 0) return after;
	const toAfter = (times[after] ?? 0) - timeMs;
	const toBefore = timeMs - (times[before] ?? 0);
	return toBefore <= toAfter ? before : after;
}

/** First to last time; `undefined` without two different times. */
export function extentOf(times: readonly number[]): TimeSpan | undefined {
	const fromMs = times[0];
	const toMs = times.at(-1);
	if (fromMs === undefined || toMs === undefined || fromMs >= toMs) {
		return undefined;
	}
	return { fromMs, toMs };
}
