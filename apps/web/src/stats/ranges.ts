import type { StatsGranularity } from "@xo/contract";

/** How far back statistics go, and how often there is a new value. */
export interface StatsRange {
	readonly granularity: StatsGranularity;
	/** Key of its name. */
	readonly label: string;
	readonly refetchMs: number;
}

export const STATS_RANGES: readonly StatsRange[] = [
	{
		granularity: "seconds",
		label: "stats.rangeSeconds",
		refetchMs: 5_000,
	},
	{
		granularity: "minutes",
		label: "stats.rangeMinutes",
		refetchMs: 60_000,
	},
	{
		granularity: "hours",
		label: "stats.rangeHours",
		refetchMs: 600_000,
	},
	{
		granularity: "days",
		label: "stats.rangeDays",
		refetchMs: 3_600_000,
	},
];

const USUAL = "minutes";

/** The range of this name, or the usual one. */
export function rangeOf(name: unknown): StatsRange {
	const find = (granularity: unknown) =>
		STATS_RANGES.find((range) => range.granularity === granularity);
	const range = find(name) ?? find(USUAL);
	if (range === undefined) throw new Error("no usual range of statistics");
	return range;
}
