/** How full something is, judged by two shares between 0 and 1. */
export type MeterLevel = "normal" | "warning" | "critical";

export interface MeterThresholds {
	readonly warning: number;
	readonly critical: number;
}

export function meterLevel(
	share: number,
	thresholds: MeterThresholds,
): MeterLevel {
	if (share >= thresholds.critical) return "critical";
	return share >= thresholds.warning ? "warning" : "normal";
}
