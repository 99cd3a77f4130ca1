import type { TimeData, TimeSeries, Unit } from "@xo/ui";

type Values = readonly (number | null)[];

/** One chart of statistics, before it is drawn. */
export interface ChartSpec {
	readonly id: string;
	/** Key of its title. */
	readonly title: string;
	/** `milliseconds` and `perSecond` are counts with their own words. */
	readonly unit: Unit | "milliseconds" | "perSecond";
	readonly stacked?: boolean;
	readonly maxValue?: number;
	readonly data: TimeData;
	/** Series that there are, when not all are drawn. */
	readonly seriesCount?: number;
}

/** The head of every answer about statistics. */
export interface StatsTimes {
	readonly endTimestamp: number;
	/** In seconds. */
	readonly interval: number;
}

export interface SpecInput extends Omit<ChartSpec, "data" | "seriesCount"> {
	readonly times: StatsTimes;
	readonly series: readonly TimeSeries[];
}

const MOST_SERIES = 16;

/** A chart of these series: the busiest where there are too many, and none
 *  where nothing was measured. */
export function chartOf(input: SpecInput): ChartSpec[] {
	const { times, series, ...spec } = input;
	const measured = series.filter(({ values }) =>
		values.some((value) => value !== null),
	);
	if (measured.length === 0) return [];
	const shown = busiest(measured);
	const length = Math.max(...shown.map(({ values }) => values.length));
	const data = {
		timesMs: timesOf(times, length),
		series: shown.map((one) => ({ ...one, values: fill(one.values, length) })),
	};
	const isAll = shown.length === measured.length;
	return [
		isAll ? { ...spec, data } : { ...spec, data, seriesCount: measured.length },
	];
}

/** One series for each device, in the order of their names. */
export function byDevice(
	devices: Readonly<Record<string, Values>> | undefined,
	label: (device: string) => string,
): TimeSeries[] {
	return Object.entries(devices ?? {})
		.toSorted(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
		.map(([device, values]) => ({
			id: label(device),
			label: label(device),
			values,
		}));
}

/** A series, or none where it was not measured. */
export function single(
	label: string,
	values: Values | undefined,
): TimeSeries[] {
	return values === undefined ? [] : [{ id: label, label, values }];
}

/** Value by value over all lines; `null` where no line has one. */
export function combine(
	lines: readonly Values[],
	operation: "sum" | "mean" | "max",
): Values {
	const length = Math.max(0, ...lines.map((line) => line.length));
	const combined: (number | null)[] = [];
	for (let index = 0; index < length; index++) {
		const known = lines
			.map((line) => line[index])
			.filter((value) => typeof value === "number");
		combined.push(known.length === 0 ? null : reduce(known, operation));
	}
	return combined;
}

/** `a - b`, where both are known. */
export function subtract(
	a: Values | undefined,
	b: Values | undefined,
): Values | undefined {
	if (a === undefined || b === undefined) return undefined;
	return a.map((value, index) => {
		const other = b[index];
		return value === null || typeof other !== "number" ? null : value - other;
	});
}

function reduce(
	values: readonly number[],
	operation: "sum" | "mean" | "max",
): number {
	if (operation === "max") return Math.max(...values);
	const sum = values.reduce((total, value) => total + value, 0);
	return operation === "sum" ? sum : sum / values.length;
}

function busiest(series: readonly TimeSeries[]): readonly TimeSeries[] {
	if (series.length <= MOST_SERIES) return series;
	const total = ({ values }: TimeSeries) =>
		values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
	const kept = new Set(
		series.toSorted((a, b) => total(b) - total(a)).slice(0, MOST_SERIES),
	);
	return series.filter((one) => kept.has(one));
}

function timesOf(times: StatsTimes, length: number): number[] {
	const { endTimestamp, interval } = times;
	return Array.from(
		{ length },
		(_, index) => (endTimestamp - (length - 1 - index) * interval) * 1_000,
	);
}

/** Shorter series began later. */
function fill(values: Values, length: number): Values {
	if (values.length === length) return values;
	return [...new Array<null>(length - values.length).fill(null), ...values];
}
