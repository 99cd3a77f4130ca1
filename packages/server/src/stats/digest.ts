import type { HostStats, VmStats } from "@xo/contract";
import type { SeriesSet } from "./series.ts";

/** What clients call a data source: the captured device comes last in the
 *  path; values are multiplied by the scale. */
interface Rule {
	readonly pattern: RegExp;
	readonly path: readonly [string, ...string[]];
	readonly scale?: number;
}

const PERCENT = 100;
const KIB = 1_024;
const MIB = 1_024 ** 2;
/** Microseconds to milliseconds. */
const MILLISECONDS = 0.001;

const VM_RULES: readonly Rule[] = [
	{ pattern: /^cpu(\d+)$/, path: ["cpus"], scale: PERCENT },
	{ pattern: /^cpu_usage$/, path: ["cpuUsage"], scale: PERCENT },
	{ pattern: /^memory$/, path: ["memory"] },
	{ pattern: /^memory_internal_free$/, path: ["memoryFree"], scale: KIB },
	{ pattern: /^vif_(\d+)_rx$/, path: ["vifs", "rx"] },
	{ pattern: /^vif_(\d+)_tx$/, path: ["vifs", "tx"] },
	...readsAndWrites("xvds", (way) => `^vbd_DEVICE_${way}$`),
	...readsAndWrites("iops", (way) => `^vbd_DEVICE_iops_${way}$`),
	...readsAndWrites(
		"vbdLatency",
		(way) => `^vbd_DEVICE_${way}_latency$`,
		MILLISECONDS,
	),
	{
		pattern: /^vbd_(?:xvd)?([a-z0-9]+)_iowait$/,
		path: ["vbdIowait"],
		scale: PERCENT,
	},
];

const HOST_RULES: readonly Rule[] = [
	{ pattern: /^cpu(\d+)$/, path: ["cpus"], scale: PERCENT },
	{ pattern: /^loadavg$/, path: ["load"] },
	{ pattern: /^memory_total_kib$/, path: ["memory"], scale: KIB },
	{ pattern: /^memory_free_kib$/, path: ["memoryFree"], scale: KIB },
	{ pattern: /^pif_(?!aggr_)(.+)_rx$/, path: ["pifs", "rx"] },
	{ pattern: /^pif_(?!aggr_)(.+)_tx$/, path: ["pifs", "tx"] },
	...readsAndWrites("iops", (way) => `^iops_${way}_SR$`),
	...readsAndWrites("ioThroughput", (way) => `^io_throughput_${way}_SR$`, MIB),
	...readsAndWrites("latency", (way) => `^${way}_latency_SR$`, MILLISECONDS),
	{ pattern: /^iowait_([0-9a-f]{8})$/, path: ["iowait"], scale: PERCENT },
];

function readsAndWrites(
	name: string,
	pattern: (way: "read" | "write") => string,
	scale = 1,
): Rule[] {
	return (["read", "write"] as const).map((way) => ({
		pattern: new RegExp(
			pattern(way)
				.replace("DEVICE", "(?:xvd)?([a-z0-9]+)")
				.replace("SR", "([0-9a-f]{8})"),
		),
		path: [name, way === "read" ? "r" : "w"],
		scale,
	}));
}

export function digestVm(set: SeriesSet, now: number): VmStats {
	return digest(set, VM_RULES, now);
}

export function digestHost(set: SeriesSet, now: number): HostStats {
	return digest(set, HOST_RULES, now);
}

interface Tree {
	[key: string]: Tree | (number | null)[];
}

function digest(
	{ stepSeconds, endTimestamp, series }: SeriesSet,
	rules: readonly Rule[],
	now: number,
): { endTimestamp: number; interval: number; stats: object } {
	const stats: Tree = {};
	for (const [name, values] of series) {
		for (const { pattern, path, scale = 1 } of rules) {
			const match = pattern.exec(name);
			if (match === null) continue;
			put(
				stats,
				[...path, ...match.slice(1)],
				Array.from(values, (value) =>
					Number.isFinite(value) ? value * scale : null,
				),
			);
			break;
		}
	}
	return {
		endTimestamp: endTimestamp ?? Math.floor(now / 1_000),
		interval: stepSeconds,
		stats,
	};
}

function put(
	tree: Tree,
	path: readonly string[],
	values: (number | null)[],
): void {
	const [step = "", ...rest] = path;
	if (rest.length === 0) {
		tree[step] = values;
		return;
	}
	const branch = tree[step];
	const inner: Tree =
		branch === undefined || Array.isArray(branch) ? {} : branch;
	tree[step] = inner;
	put(inner, rest, values);
}
