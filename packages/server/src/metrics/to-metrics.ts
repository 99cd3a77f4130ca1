import type { LiveMetrics } from "@xo/contract";
import type { LastMinute } from "./last-minute.ts";

/** Of a VM or host. */
export function toMetrics(minute: LastMinute): LiveMetrics {
	const size = minute.last("memory");
	const free = minute.last("memoryFree");
	const used =
		size === undefined || free === undefined ? size : Math.max(0, size - free);
	return {
		cpu: ratio(minute.mean("cpu")),
		memory: whole(used),
		memoryRatio:
			free === undefined || used === undefined || size === undefined
				? null
				: ratio(used / size),
		networkRx: whole(minute.mean("networkRx")),
		networkTx: whole(minute.mean("networkTx")),
		diskRead: whole(minute.mean("diskRead")),
		diskWrite: whole(minute.mean("diskWrite")),
	};
}

/** A host and how many CPUs it has. */
export interface PoolMember {
	readonly metrics: LiveMetrics;
	readonly cpus: number;
}

/** Of a pool: its hosts together, those with more CPUs counting for more. */
export function poolMetrics(members: readonly PoolMember[]): LiveMetrics {
	const all = members.map(({ metrics }) => metrics);
	const measured = members.filter(({ metrics }) => metrics.cpu !== null);
	const cpus = total(measured.map((member) => member.cpus));
	const busy = total(
		measured.map(({ metrics, cpus: count }) => (metrics.cpu ?? 0) * count),
	);
	const sizes = all.map(({ memory, memoryRatio }) =>
		memory && memoryRatio ? memory / memoryRatio : null,
	);
	const memory = total(all.map((metrics) => metrics.memory));
	const size = total(sizes);
	return {
		cpu: busy === null || !cpus ? null : ratio(busy / cpus),
		memory,
		memoryRatio: memory === null || !size ? null : ratio(memory / size),
		networkRx: total(all.map((metrics) => metrics.networkRx)),
		networkTx: total(all.map((metrics) => metrics.networkTx)),
		diskRead: total(all.map((metrics) => metrics.diskRead)),
		diskWrite: total(all.map((metrics) => metrics.diskWrite)),
	};
}

/** Of an SR: what its hosts did with it. */
export function srMetrics(minutes: readonly LastMinute[]): LiveMetrics {
	const sum = (field: "diskRead" | "diskWrite") =>
		total(minutes.map((minute) => whole(minute.mean(field))));
	return {
		cpu: null,
		memory: null,
		memoryRatio: null,
		networkRx: null,
		networkTx: null,
		diskRead: sum("diskRead"),
		diskWrite: sum("diskWrite"),
	};
}

export function sameMetrics(
	a: LiveMetrics | undefined,
	b: LiveMetrics | undefined,
): boolean {
	if (a === undefined || b === undefined) return a === b;
	return (
		a.cpu === b.cpu &&
		a.memory === b.memory &&
		a.memoryRatio === b.memoryRatio &&
		a.networkRx === b.networkRx &&
		a.networkTx === b.networkTx &&
		a.diskRead === b.diskRead &&
		a.diskWrite === b.diskWrite
	);
}

function total(values: readonly (number | null)[]): number | null {
	const present = values.filter((value) => value !== null);
	return present.length === 0 ? null : present.reduce((a, b) => a + b, 0);
}

/** Four decimals, so that noise makes no patches. */
function ratio(value: number | undefined): number | null {
	if (value === undefined || !Number.isFinite(value)) return null;
	return Math.min(1, Math.round(value * 10_000) / 10_000);
}

function whole(value: number | undefined): number | null {
	return value === undefined ? null : Math.round(value);
}
