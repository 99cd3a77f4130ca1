import type { VmStats } from "@xo/contract";
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

/** What a VM's page of statistics shows. */
export function vmCharts(times: VmStats, t: TFunction): ChartSpec[] {
	const { stats } = times;
	const disk = (device: string) => `xvd${device}`;
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
			id: "network",
			title: "stats.network",
			unit: "bytesPerSecond",
			times,
			series: bothWays(stats.vifs, (vif) => t("stats.vifName", { vif }), t),
		}),
		...chartOf({
			id: "throughput",
			title: "stats.throughput",
			unit: "bytesPerSecond",
			times,
			series: readsAndWrites(stats.xvds, disk, t),
		}),
		...chartOf({
			id: "iops",
			title: "stats.iops",
			unit: "perSecond",
			times,
			series: readsAndWrites(stats.iops, disk, t),
		}),
		...chartOf({
			id: "latency",
			title: "stats.latency",
			unit: "milliseconds",
			times,
			series: readsAndWrites(stats.vbdLatency, disk, t),
		}),
		...chartOf({
			id: "iowait",
			title: "stats.iowait",
			unit: "percent",
			times,
			series: byDevice(stats.vbdIowait, disk),
		}),
	];
}
