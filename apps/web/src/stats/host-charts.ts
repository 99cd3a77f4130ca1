import type { HostStats } from "@xo/contract";
import type { TFunction } from "i18next";
import {
	byDevice,
	type ChartSpec,
	chartOf,
	single,
	subtract,
} from "./chart-spec.ts";
import { cpuSeries } from "./cpu-charts.ts";
import { bothWays, readsAndWrites } from "./two-ways.ts";

/** What a host's page of statistics shows. `srName` knows an SR by the first
 *  eight characters of its uuid. */
export function hostCharts(
	times: HostStats,
	t: TFunction,
	srName: (prefix: string) => string,
): ChartSpec[] {
	const { stats } = times;
	return [
		...chartOf({
			id: "cpu",
			title: "stats.cpu",
			unit: "percent",
			maxValue: 100,
			times,
			series: cpuSeries(stats.cpus, t),
		}),
		...chartOf({
			id: "memory",
			title: "stats.memory",
			unit: "bytes",
			times,
			series: [
				...single(
					t("stats.memoryUsed"),
					subtract(stats.memory, stats.memoryFree),
				),
				...single(t("stats.memoryTotal"), stats.memory),
			],
		}),
		...chartOf({
			id: "load",
			title: "stats.load",
			unit: "count",
			times,
			series: single(t("stats.load"), stats.load),
		}),
		...chartOf({
			id: "network",
			title: "stats.network",
			unit: "bytesPerSecond",
			times,
			series: bothWays(stats.pifs, (pif) => pif, t),
		}),
		...storageCharts(times, t, srName),
	];
}

function storageCharts(
	times: HostStats,
	t: TFunction,
	srName: (prefix: string) => string,
): ChartSpec[] {
	const { stats } = times;
	return [
		...chartOf({
			id: "throughput",
			title: "stats.throughput",
			unit: "bytesPerSecond",
			times,
			series: readsAndWrites(stats.ioThroughput, srName, t),
		}),
		...chartOf({
			id: "iops",
			title: "stats.iops",
			unit: "perSecond",
			times,
			series: readsAndWrites(stats.iops, srName, t),
		}),
		...chartOf({
			id: "latency",
			title: "stats.latency",
			unit: "milliseconds",
			times,
			series: readsAndWrites(stats.latency, srName, t),
		}),
		...chartOf({
			id: "iowait",
			title: "stats.iowait",
			unit: "percent",
			times,
			series: byDevice(stats.iowait, srName),
		}),
	];
}
