import type { TimeSeries } from "@xo/ui";
import type { TFunction } from "i18next";
import { byDevice, combine, single } from "./chart-spec.ts";

type Values = readonly (number | null)[];

const MOST_CPUS = 8;

/** Each CPU where there are few; of many the mean and the busiest. */
export function cpuSeries(
	cpus: Readonly<Record<string, Values>> | undefined,
	t: TFunction,
): TimeSeries[] {
	const lines = Object.values(cpus ?? {});
	if (lines.length <= MOST_CPUS) {
		return byDevice(cpus, (cpu) => t("stats.cpuName", { cpu }));
	}
	return [
		...single(t("stats.mean"), combine(lines, "mean")),
		...single(t("stats.busiestCpu"), combine(lines, "max")),
	];
}
