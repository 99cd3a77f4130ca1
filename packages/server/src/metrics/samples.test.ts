import { readFileSync } from "node:fs";
import path from "node:path";
import { DATA_DIR, describeWithData } from "@xo/testing";
import { parseRrdUpdates, type RrdUpdates } from "@xo/xapi";
import { describe, expect, it } from "vitest";
import { LastMinute } from "./last-minute.ts";
import { readSamples } from "./samples.ts";
import { poolMetrics, toMetrics } from "./to-metrics.ts";

function minuteOf(updates: RrdUpdates, uuid: string): LastMinute {
	const minute = new LastMinute();
	const { owners } = readSamples(updates, Number.NEGATIVE_INFINITY);
	for (const sample of owners.get(uuid) ?? []) minute.add(sample);
	return minute;
}

function updatesOf(
	columns: Record<string, number[]>,
	type: "vm" | "host" = "vm",
): RrdUpdates {
	return {
		stepSeconds: 5,
		timestamps: [100, 105],
		columns: Object.entries(columns).map(([name, values]) => ({
			cf: "AVERAGE",
			type,
			uuid: "u",
			name,
			values: Float64Array.from(values),
		})),
	};
}

describe("samples", () => {
	it("average CPUs, add up devices, keep to the newest memory", () => {
		const updates = updatesOf({
			cpu0: [0.2, 0.4],
			cpu1: [0.4, Number.NaN],
			cpu_usage: [9, 9],
			memory: [1_000, 2_048],
			memory_internal_free: [1, 1],
			vif_0_rx: [10, 20],
			vif_1_rx: [1, 2],
			vbd_xvda_read: [5, 5],
			vbd_xvda_iops_read: [99, 99],
		});
		const metrics = toMetrics(minuteOf(updates, "u"));
		expect(metrics).toEqual({
			cpu: 0.35,
			memory: 1_024,
			memoryRatio: 0.5,
			networkRx: 17,
			networkTx: null,
			diskRead: 5,
			diskWrite: null,
		});
		const { owners } = readSamples(updates, 100);
		expect(owners.get("u")?.map(({ at }) => at)).toEqual([105]);
	});

	it("keep the use of SRs apart", () => {
		const updates = updatesOf(
			{ read_0123abcd: [1, 2], write_89abcdef: [3, 4] },
			"host",
		);
		const { srs, owners } = readSamples(updates, 0);
		expect([...srs.keys()]).toEqual(["0123abcd", "89abcdef"]);
		expect(owners.get("u")).toHaveLength(2);
	});

	it("forget what is older than a minute", () => {
		const minute = new LastMinute();
		for (let at = 0; at <= 120; at += 5) {
			const values = new Float64Array(7).fill(at <= 60 ? 100 : 1);
			minute.add({ at, values });
		}
		expect(minute.mean("cpu")).toBe(1);
		minute.add({ at: 200, values: new Float64Array(7).fill(3) });
		expect(minute.mean("cpu")).toBe(3);
	});

	it("weigh the hosts of a pool by their CPUs", () => {
		const host = (cpu: number | null) => ({
			cpu,
			memory: 50,
			memoryRatio: 0.5,
			networkRx: 1,
			networkTx: null,
			diskRead: 2,
			diskWrite: 3,
		});
		expect(
			poolMetrics([
				{ metrics: host(0.1), cpus: 30 },
				{ metrics: host(0.5), cpus: 10 },
				{ metrics: host(null), cpus: 100 },
			]),
		).toEqual({
			cpu: 0.2,
			memory: 150,
			memoryRatio: 0.5,
			networkRx: 3,
			networkTx: null,
			diskRead: 6,
			diskWrite: 9,
		});
	});
});

describeWithData("samples of a real host", () => {
	const file = path.join(DATA_DIR, "data/rrd/xo-rrd_updates-2018-step5.json");

	it("tell what it and its VMs did", () => {
		const updates = parseRrdUpdates(readFileSync(file, "utf8"));
		const host = toMetrics(
			minuteOf(updates, "77b3f6ad-020b-4e48-b090-74b2a26c4f69"),
		);
		expect(host.memory).toBe((16_724_852 - 9_192_004) * 1_024);
		expect(host.cpu).toBeGreaterThan(0);
		const vm = toMetrics(
			minuteOf(updates, "bdac632f-cb4a-4b3b-aef8-eb5b40de43fa"),
		);
		expect(vm).toMatchObject({ memory: 788529152, memoryRatio: null });
	});
});
