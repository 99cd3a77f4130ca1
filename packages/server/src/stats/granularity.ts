import type { StatsGranularity } from "@xo/contract";

/** What pools keep of the past, each at its own resolution. */
export const granularities: Readonly<
	Record<
		StatsGranularity,
		{ readonly stepSeconds: number; readonly points: number }
	>
> = {
	seconds: { stepSeconds: 5, points: 120 },
	minutes: { stepSeconds: 60, points: 120 },
	hours: { stepSeconds: 3_600, points: 168 },
	days: { stepSeconds: 86_400, points: 366 },
};
