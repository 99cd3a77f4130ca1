import type { SrStats } from "@xo/contract";
import type { TFunction } from "i18next";
import { type ChartSpec, chartOf, single } from "./chart-spec.ts";

/** What an SR's page of statistics shows. */
export function srCharts(times: SrStats, t: TFunction): ChartSpec[] {
	const { stats } = times;
	const both = (lines: typeof stats.iops) => [
		...single(t("stats.reads"), lines?.r),
		...single(t("stats.writes"), lines?.w),
	];
	return [
		...chartOf({
			id: "throughput",
			title: "stats.throughput",
			unit: "bytesPerSecond",
			times,
			series: both(stats.ioThroughput),
		}),
		...chartOf({
			id: "iops",
			title: "stats.iops",
			unit: "perSecond",
			times,
			series: both(stats.iops),
		}),
		...chartOf({
			id: "latency",
			title: "stats.latency",
			unit: "milliseconds",
			times,
			series: both(stats.latency),
		}),
		...chartOf({
			id: "iowait",
			title: "stats.iowait",
			unit: "percent",
			times,
			series: single(t("stats.iowait"), stats.iowait),
		}),
	];
}
