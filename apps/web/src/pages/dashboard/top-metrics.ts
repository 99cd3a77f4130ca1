import type { Format } from "../../i18n/format.ts";

/** By what consumers are compared. */
export interface TopMetric {
	/** Key of a live query. */
	readonly key: string;
	/** Key of its name. */
	readonly label: string;
	/** What the bars are measured against; the first of them when absent. */
	readonly max?: number;
	readonly print: (value: number, format: Format) => string;
}

export const TOP_METRICS: readonly TopMetric[] = [
	{
		key: "metrics.cpu",
		label: "dashboard.topCpu",
		max: 1,
		print: (value, format) => format.percent(value),
	},
	{
		key: "metrics.memory",
		label: "dashboard.topMemory",
		print: (value, format) => format.bytes(value),
	},
	...(
		[
			["metrics.networkRx", "dashboard.topReceived"],
			["metrics.networkTx", "dashboard.topSent"],
			["metrics.diskRead", "dashboard.topRead"],
			["metrics.diskWrite", "dashboard.topWritten"],
		] as const
	).map(([key, label]) => ({
		key,
		label,
		print: (value: number, format: Format) => format.rate(value),
	})),
];
