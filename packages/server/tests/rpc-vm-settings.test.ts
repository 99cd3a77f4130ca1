import { operations } from "@xo/contract";
import { forAllTests } from "@xo/testing";
import { describe, expect, it } from "vitest";
import { VmBench } from "./_vm-bench.ts";

const bench = await forAllTests(VmBench.start());
const id = bench.ids("Halted")[0] ?? bench.ids("Running")[0] ?? "";
await bench.bring(id, "Halted");

const GIB = 1024 ** 3;
const NULL_REF = "OpaqueRef:NULL";

function refOf(className: string, uuid: unknown): string {
	return bench.pool.db.findByUuid(className, String(uuid)) ?? "";
}

function first(type: "SR" | "host") {
	return [...bench.server.context.objects.ofType(type)][0];
}

/** Setting, values, and what the record of the pool then has. */
const table: Readonly<
	Record<
		string,
		readonly (readonly [value: () => unknown, expected: () => object])[]
	>
> = {
	auto_poweron: [
		[() => true, () => ({ other_config: { auto_poweron: "true" } })],
	],
	name_label: [[() => "new name", () => ({ name_label: "new name" })]],
	name_description: [
		[() => "text", () => ({ name_description: "text" })],
		[() => "", () => ({ name_description: "" })],
	],
	notes: [[() => "a note", () => ({ other_config: { "xo:notes": "a note" } })]],
	high_availability: [
		[() => "restart", () => ({ ha_restart_priority: "restart" })],
		[() => "", () => ({ ha_restart_priority: "" })],
	],
	CPUs: [
		[() => 1, () => ({ VCPUs_at_startup: 1 })],
		[() => 6, () => ({ VCPUs_at_startup: 6, VCPUs_max: 6 })],
	],
	cpusMax: [
		[() => 8, () => ({ VCPUs_max: 8 })],
		[() => "2", () => ({ VCPUs_max: 2, VCPUs_at_startup: 2 })],
	],
	memory: [
		[
			() => 2 * GIB,
			() => ({ memory_dynamic_max: 2 * GIB, memory_dynamic_min: 2 * GIB }),
		],
		[
			() => "8 GiB",
			() => ({ memory_dynamic_max: 8 * GIB, memory_static_max: 8 * GIB }),
		],
	],
	memoryMin: [[() => "3GiB", () => ({ memory_dynamic_min: 3 * GIB })]],
	memoryMax: [[() => 4 * GIB, () => ({ memory_dynamic_max: 4 * GIB })]],
	memoryStaticMax: [[() => 16 * GIB, () => ({ memory_static_max: 16 * GIB })]],
	PV_args: [[() => "quiet", () => ({ PV_args: "quiet" })]],
	cpuMask: [[() => [0, 2], () => ({ VCPUs_params: { mask: "0,2" } })]],
	cpuWeight: [[() => 512, () => ({ VCPUs_params: { weight: "512" } })]],
	cpuCap: [[() => 50, () => ({ VCPUs_params: { cap: "50" } })]],
	affinityHost: [
		[
			() => first("host")?.id,
			() => ({ affinity: refOf("host", first("host")?.id) }),
		],
		[() => null, () => ({ affinity: NULL_REF })],
	],
	vga: [[() => "std", () => ({ platform: { vga: "std" } })]],
	videoram: [[() => 8, () => ({ platform: { videoram: "8" } })]],
	coresPerSocket: [
		[() => 2, () => ({ platform: { "cores-per-socket": "2" } })],
		[() => "1", () => ({ platform: { "cores-per-socket": "1" } })],
	],
	hasVendorDevice: [[() => true, () => ({ has_vendor_device: true })]],
	expNestedHvm: [
		[() => true, () => ({ platform: { "exp-nested-hvm": "true" } })],
	],
	nestedVirt: [[() => true, () => ({ platform: { "nested-virt": "true" } })]],
	startDelay: [[() => 30, () => ({ start_delay: 30 })]],
	secureBoot: [[() => true, () => ({ platform: { secureboot: "true" } })]],
	nicType: [[() => "e1000", () => ({ platform: { nic_type: "e1000" } })]],
	hvmBootFirmware: [
		[() => "uefi", () => ({ HVM_boot_params: { firmware: "uefi" } })],
	],
	virtualizationMode: [[() => "pv", () => ({ domain_type: "pv" })]],
	viridian: [[() => false, () => ({ platform: { viridian: "false" } })]],
	blockedOperations: [
		[
			() => ({ destroy: true, hard_shutdown: "because" }),
			() => ({
				blocked_operations: { destroy: "true", hard_shutdown: "because" },
			}),
		],
		[
			() => ({ destroy: null, hard_shutdown: false }),
			() => ({ blocked_operations: {} }),
		],
	],
	creation: [
		[
			() => ({ user: "somebody" }),
			() => ({
				other_config: {
					[`xo:${id.slice(0, 8)}`]:
						expect.stringContaining('"user":"somebody"'),
				},
			}),
		],
	],
	suspendSr: [
		[
			() => first("SR")?.id,
			() => ({ suspend_SR: refOf("SR", first("SR")?.id) }),
		],
		[() => null, () => ({ suspend_SR: NULL_REF })],
	],
	xenStoreData: [
		[
			() => ({ "vm-data/a": "1", "vm-data/b": "2" }),
			() => ({ xenstore_data: { "vm-data/a": "1", "vm-data/b": "2" } }),
		],
	],
};

/** Settings that null clears: the map, and the key that must be gone. */
const clearable: Readonly<Record<string, readonly [string, string]>> = {
	notes: ["other_config", "xo:notes"],
	cpuWeight: ["VCPUs_params", "weight"],
	cpuCap: ["VCPUs_params", "cap"],
	coresPerSocket: ["platform", "cores-per-socket"],
	nicType: ["platform", "nic_type"],
	hvmBootFirmware: ["HVM_boot_params", "firmware"],
};

/** Tested one by one below, or refused. */
const OTHERS = ["id", "uefiMode", "resourceSet", "share"];

describe("vm.set", () => {
	it("has a test for each setting", () => {
		const settings = Object.keys(operations["vm.set"].params().shape);
		expect([...Object.keys(table), ...OTHERS].sort()).toEqual(settings.sort());
	});

	for (const [setting, cases] of Object.entries(table)) {
		it(`writes ${setting}`, async () => {
			for (const [value, expected] of cases) {
				const params = { id, [setting]: value() };
				expect(await bench.client.call("vm.set", params)).toBe(true);
				expect(bench.record(id)).toMatchObject(expected());
				await bench.settle();
			}
		});
	}

	for (const [setting, [map, key]] of Object.entries(clearable)) {
		it(`clears ${setting} with null`, async () => {
			await bench.client.call("vm.set", { id, [setting]: null });
			expect(bench.record(id)[map]).not.toHaveProperty([key]);
		});
	}

	it("takes null, empty lists and false back out", async () => {
		await bench.client.call("vm.set", {
			id,
			cpuMask: [],
			auto_poweron: false,
			xenStoreData: { "vm-data/a": null },
		});
		const { VCPUs_params, other_config, xenstore_data } = bench.record(id);
		expect(VCPUs_params).not.toHaveProperty("mask");
		expect(other_config).not.toHaveProperty("auto_poweron");
		expect(xenstore_data).not.toHaveProperty(["vm-data/a"]);
		expect(xenstore_data).toMatchObject({ "vm-data/b": "2" });
	});

	it("shows each change to clients", async () => {
		await bench.client.call("vm.set", { id, name_label: "shown" });
		await bench.client.until(
			() =>
				(bench.client.objects.get(id) as { name_label?: string } | undefined)
					?.name_label === "shown",
		);
	});

	it("refuses what it cannot do, and writes nothing then", async () => {
		const before = bench.record(id);
		for (const params of [
			{ resourceSet: "x" },
			{ share: true },
			{ memory: "a lot" },
			{ memory: 1 },
			{ memoryMin: 64 * GIB, memoryMax: 32 * GIB },
			{ cpusMax: "many" },
			{ high_availability: "sometimes" },
			{ suspendSr: "nope" },
			{ affinityHost: id },
		]) {
			const error = await bench.client.fail("vm.set", {
				id,
				name_label: "not written",
				...params,
			});
			expect(error).toMatchObject({
				code: expect.toSatisfy((code) => code === 1 || code === 10),
			});
		}
		expect(bench.record(id)).toEqual(before);
	});

	it("keeps the minimum that the system in the VM needs", async () => {
		const minimum = bench.record(id).memory_static_min;
		const error = await bench.client.fail("vm.set", {
			id,
			memory: minimum - 1,
		});
		expect(error).toMatchObject({ code: 10, data: { minimum } });
		expect(bench.record(id).memory_static_min).toBe(minimum);
	});

	it("hands the UEFI mode over to the pool", async () => {
		const params = { id, uefiMode: "user" };
		expect(await bench.client.call("vm.set", params)).toBe(true);
	});

	it("changes CPUs of a running VM while it runs", async () => {
		const [running] = bench.ids("Running");
		const vm = running ?? "";
		const max = Number(bench.record(vm).VCPUs_max);
		await bench.client.call("vm.set", { id: vm, CPUs: max });
		await bench.client.call("vm.set", { id: vm, CPUs: 1 });
		expect(await bench.client.fail("vm.set", { id: vm, cpusMax: 64 })).toEqual({
			code: 13,
			message: "VM bad power state",
			data: { objectId: vm, expected: ["halted"], actual: "running" },
		});
	});
});
