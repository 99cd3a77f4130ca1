/** What many measurements of one thing come to. */
export interface Summary {
	readonly median: number;
	/** Distance between the quartiles, as a share of the median. */
	readonly spread: number;
}

/** The value below which `share` (0 to 1) of the values lie, interpolated.
 *  NaN when there are none. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	if (sorted.length === 0) return Number.NaN;
	const position = (sorted.length - 1) * share;
	const low = sorted[Math.floor(position)]!;
	const high = sorted[Math.ceil(position)]!;
	return low + (high - low) * (position - Math.floor(position));
}

export function median(values: readonly number[]): number {
	return quantile(values, 0.5);
}

export function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function summarise(values: readonly number[]): Summary {
	const middle = median(values);
	const range = quantile(values, 0.75) - quantile(values, 0.25);
	return { median: middle, spread: middle === 0 ? 0 : range / middle };
}
