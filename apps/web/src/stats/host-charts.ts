import type { HostStats } from "@xo/contract";
import type { TFunction } from "i18next";
import { type ChartSpec, chartOf, single } from "./chart-spec.ts";
import { computeCharts, diskCharts, networkCharts } from "./usage-charts.ts";

/** What a host's page of statistics shows. `srName` knows an SR by the first
 *  eight characters of its uuid. */
export function hostCharts(
	times: HostStats,
	t: TFunction,
	srName: (prefix: string) => string,
): ChartSpec[] {
	const { pifs, load, ioThroughput, iops, latency, iowait } = times.stats;
	return [
		...computeCharts(times, t),
		...chartOf({
			id: "load",
			title: "stats.load",
			unit: "count",
			times,
			series: single(t("stats.load"), load),
		}),
		...networkCharts({ times, devices: pifs, name: (pif) => pif, t }),
		...diskCharts({
			times,
			throughput: ioThroughput,
			iops,
			latency,
			iowait,
			name: srName,
			t,
		}),
	];
}
