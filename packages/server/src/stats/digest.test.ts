import { readFileSync } from "node:fs";
import path from "node:path";
import { DATA_DIR, describeWithData } from "@xo/testing";
import { parseRrd, parseRrdUpdates } from "@xo/xapi";
import { describe, expect, it } from "vitest";
import { digestHost, digestVm } from "./digest.ts";
import { seriesOfRrd, seriesOfUpdates } from "./series.ts";

function set(series: Record<string, number[]>) {
	const entries = Object.entries(series).map(
		([name, values]) => [name, Float64Array.from(values)] as const,
	);
	return { stepSeconds: 5, endTimestamp: 100, series: new Map(entries) };
}

describe("digests", () => {
	it("give a VM's series the names and units that clients know", () => {
		const stats = digestVm(
			set({
				cpu0: [0.0007, Number.NaN],
				cpu10: [1, 0],
				memory: [2_048, 4_096],
				memory_internal_free: [1, 2],
				vif_0_rx: [5, 6],
				vif_0_rx_errors: [9, 9],
				vbd_xvda_read: [7, 8],
				vbd_xvda_io_throughput_read: [9, 9],
				vbd_xvda_iops_write: [1, 2],
				vbd_xvdab_read_latency: [1_500, 500],
			}),
			0,
		);
		expect(stats).toEqual({
			endTimestamp: 100,
			interval: 5,
			stats: {
				cpus: { 0: [0.06999999999999999, null], 10: [100, 0] },
				memory: [2_048, 4_096],
				memoryFree: [1_024, 2_048],
				vifs: { rx: { 0: [5, 6] } },
				xvds: { r: { a: [7, 8] } },
				iops: { w: { a: [1, 2] } },
				vbdLatency: { r: { ab: [1.5, 0.5] } },
			},
		});
	});

	it("say nothing of what was never measured", () => {
		const nothing = {
			stepSeconds: 60,
			endTimestamp: undefined,
			series: new Map(),
		};
		expect(digestVm(nothing, 5_500)).toEqual({
			endTimestamp: 5,
			interval: 60,
			stats: {},
		});
	});
});

describeWithData("digests of real statistics", () => {
	const read = (name: string) =>
		readFileSync(path.join(DATA_DIR, "data/rrd", name), "utf8");

	it("have the shape of a real manager's answer", () => {
		const known = JSON.parse(read("xo-vm-stats-seconds.json"));
		const updates = parseRrdUpdates(read("xo-rrd_updates-2018-step5.json"));
		const uuid = "69196054-4ce4-d4cd-5e72-2f7db33b695f";
		const stats = digestVm(seriesOfUpdates(updates, { type: "vm", uuid }), 0);
		expect(stats).toMatchObject({
			endTimestamp: 1518617920,
			interval: 5,
			stats: {
				memory: [expect.any(Number), 2143277056],
				vifs: { rx: { 0: [expect.any(Number), 815.6924] } },
				xvds: { w: { b: [expect.any(Number), 137.8949] } },
			},
		});
		for (const name of Object.keys(known.stats)) {
			expect(stats.stats).toHaveProperty(name);
		}
		for (const name of ["xvds", "iops"] as const) {
			expect(Object.keys(stats.stats[name] ?? {}).sort()).toEqual(["r", "w"]);
		}
	});

	it("tell what a real host did", () => {
		const updates = parseRrdUpdates(read("xo-rrd_updates-2018-step5.json"));
		const uuid = "77b3f6ad-020b-4e48-b090-74b2a26c4f69";
		const { stats } = digestHost(
			seriesOfUpdates(updates, { type: "host", uuid }),
			0,
		);
		expect(Object.keys(stats.cpus ?? {})).toHaveLength(4);
		expect(Object.keys(stats.pifs?.rx ?? {}).sort()).toEqual([
			"eth0",
			"eth1",
			"eth2",
		]);
		expect(stats.memory?.at(-1)).toBe(16_724_852 * 1_024);
		expect(stats.latency?.w["14ddcad5"]?.at(-1)).toBeCloseTo(7.209);
		expect(stats.iops?.w["14ddcad5"]?.at(-1)).toBe(0.1347);
	});

	it("read the RRD of a VM that does not run", () => {
		const rrd = parseRrd(read("nova-vm_rrd.xml"));
		const { endTimestamp, interval, stats } = digestVm(seriesOfRrd(rrd, 60), 0);
		expect(interval).toBe(60);
		expect(endTimestamp % 60).toBe(0);
		expect(stats.cpus?.[0]).toHaveLength(9);
		expect(Object.keys(stats.xvds?.r ?? {}).length).toBeGreaterThan(0);
	});
});
