import { describe, expect, it } from "vitest";
import { whyNotReceive } from "./migration.ts";

const GIB = 1024 ** 3;
const host = {
	id: "h2",
	$pool: "p1",
	power_state: "Running",
	enabled: true,
	memory: { size: 8 * GIB, usage: 5 * GIB },
	version: "8.3.0",
} as const;
const vm = {
	$pool: "p1",
	$container: "h1",
	power_state: "Running",
	memorySize: 2 * GIB,
	hostVersion: "8.3.0",
};

describe("hosts that are to take VMs", () => {
	it("take what they have room for", () => {
		expect(whyNotReceive(host, [vm])).toBeUndefined();
		expect(whyNotReceive(host, [vm, vm])).toEqual({
			code: "hostMemory",
			params: { needed: 4 * GIB, free: 3 * GIB },
		});
		const halted = { ...vm, power_state: "Halted" };
		expect(whyNotReceive(host, [vm, halted])).toBeUndefined();
	});

	it("run, and are not in maintenance", () => {
		const off = { ...host, power_state: "Halted" } as const;
		expect(whyNotReceive(off, [vm])?.code).toBe("hostState");
		const resting = { ...host, enabled: false };
		expect(whyNotReceive(resting, [vm])?.code).toBe("hostInMaintenance");
	});

	it("take nothing that is there already, but its disks", () => {
		const here = { ...vm, $container: "h2", memorySize: 99 * GIB };
		expect(whyNotReceive(host, [here])?.code).toBe("sameHost");
		expect(whyNotReceive(host, [here], { movesDisks: true })).toBeUndefined();
	});

	it("are not older than where a VM comes from", () => {
		const old = { ...host, $pool: "p2", version: "8.2.1" };
		expect(whyNotReceive(old, [vm])?.code).toBe("hostOlder");
		const newer = { ...host, $pool: "p2", version: "8.10.0" };
		expect(whyNotReceive(newer, [vm])).toBeUndefined();
	});
});
