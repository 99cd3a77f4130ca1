import type { HostStats, VmStats } from "@xo/contract";
import type { TimeSeries } from "@xo/ui";
import type { TFunction } from "i18next";
import {
	byDevice,
	type ChartSpec,
	chartOf,
	combine,
	single,
	subtract,
} from "./chart-spec.ts";

/** Charts that hosts and VMs have in common. */

type Values = readonly (number | null)[];
type Devices = Readonly<Record<string, Values>>;
type DeviceName = (device: string) => string;
interface Disk {
	readonly r: Devices;
	readonly w: Devices;
}

const MOST_CPUS = 8;

/** CPU and memory. */
export function computeCharts(
	times: VmStats | HostStats,
	t: TFunction,
): ChartSpec[] {
	const { cpus, memory, memoryFree } = times.stats;
	return [
		...chartOf({
			id: "cpu",
			title: "stats.cpu",
			unit: "percent",
			maxValue: 100,
			times,
			series: cpuSeries(cpus, t),
		}),
		...chartOf({
			id: "memory",
			title: "stats.memory",
			unit: "bytes",
			times,
			series: [
				...single(t("stats.memoryUsed"), subtract(memory, memoryFree)),
				...single(t("stats.memoryTotal"), memory),
			],
		}),
	];
}

/** Each CPU where there are few; of many the mean and the busiest. */
function cpuSeries(cpus: Devices | undefined, t: TFunction): TimeSeries[] {
	const lines = Object.values(cpus ?? {});
	if (lines.length <= MOST_CPUS) {
		return byDevice(cpus, (cpu) => t("stats.cpuName", { cpu }));
	}
	return [
		...single(t("stats.mean"), combine(lines, "mean")),
		...single(t("stats.busiestCpu"), combine(lines, "max")),
	];
}

/** Received and sent, for each interface. */
export function networkCharts(input: {
	readonly times: VmStats | HostStats;
	readonly devices: { readonly rx: Devices; readonly tx: Devices } | undefined;
	readonly name: DeviceName;
	readonly t: TFunction;
}): ChartSpec[] {
	const { times, devices, name, t } = input;
	return chartOf({
		id: "network",
		title: "stats.network",
		unit: "bytesPerSecond",
		times,
		series: [
			...byDevice(devices?.rx, (id) => t("stats.received", { name: name(id) })),
			...byDevice(devices?.tx, (id) => t("stats.sent", { name: name(id) })),
		],
	});
}

/** What disks, or the SRs of a host, are busy with. */
export function diskCharts(input: {
	readonly times: VmStats | HostStats;
	readonly throughput: Disk | undefined;
	readonly iops: Disk | undefined;
	readonly latency: Disk | undefined;
	readonly iowait: Devices | undefined;
	readonly name: DeviceName;
	readonly t: TFunction;
}): ChartSpec[] {
	const { times, name, t } = input;
	const twoWays = (
		id: "throughput" | "iops" | "latency",
		unit: ChartSpec["unit"],
	) =>
		chartOf({
			id,
			title: `stats.${id}`,
			unit,
			times,
			series: readsAndWrites(input[id], name, t),
		});
	return [
		...twoWays("throughput", "bytesPerSecond"),
		...twoWays("iops", "perSecond"),
		...twoWays("latency", "milliseconds"),
		...chartOf({
			id: "iowait",
			title: "stats.iowait",
			unit: "percent",
			times,
			series: byDevice(input.iowait, name),
		}),
	];
}

/** Read and written, for each disk. */
export function readsAndWrites(
	disks: Disk | undefined,
	name: DeviceName,
	t: TFunction,
): TimeSeries[] {
	return [
		...byDevice(disks?.r, (id) => t("stats.read", { name: name(id) })),
		...byDevice(disks?.w, (id) => t("stats.written", { name: name(id) })),
	];
}
