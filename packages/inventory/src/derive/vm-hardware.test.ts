import { describe, expect, it } from "vitest";
import type { XapiRecord } from "../../src/records.ts";
import { derived } from "../../tests/_records.ts";

function vmOf(fields: XapiRecord, others = {}) {
	return derived("VM", { ...others, VM: { vm: fields } });
}

const restrictions = (value: string) =>
	`<restrictions><restriction field="vcpus-max" max="32"/><restriction field="supports-uefi" value="${value}"/></restrictions>`;

describe("hardware of a VM", () => {
	it.each([
		["virtualizationMode", { domain_type: "pvh" }, "pvh"],
		["virtualizationMode", { domain_type: "unspecified" }, "pv"],
		["virtualizationMode", { HVM_boot_policy: "BIOS order" }, "hvm"],
		["vga", { domain_type: "hvm" }, "cirrus"],
		["vga", { domain_type: "hvm", platform: { vga: "std" } }, "std"],
		["vga", { domain_type: "pv" }, undefined],
		["videoram", { domain_type: "hvm" }, 4],
		["videoram", { domain_type: "hvm", platform: { videoram: "16" } }, 16],
		["PV_args", { domain_type: "hvm", PV_args: "quiet" }, undefined],
		["PV_args", { domain_type: "pv", PV_args: "quiet" }, "quiet"],
		["coresPerSocket", { platform: { "cores-per-socket": "4" } }, 4],
		["cpuCap", { VCPUs_params: { cap: "50" } }, 50],
		["cpuWeight", { VCPUs_params: { weight: "512" } }, 512],
		["cpuMask", { VCPUs_params: { mask: "0,2" } }, [0, 2]],
		["expNestedHvm", { platform: { "exp-nested-hvm": "true" } }, true],
		["secureBoot", { platform: { secureboot: "true" } }, true],
		["secureBoot", { platform: { secureboot: "auto" } }, false],
		["needsVtpm", { platform: { vtpm: "true" } }, true],
		["nicType", { platform: { nic_type: "e1000" } }, "e1000"],
		["viridian", { platform: { viridian: "true" } }, true],
		["hasVendorDevice", { has_vendor_device: true }, true],
		["boot", { HVM_boot_params: { order: "cd" } }, { order: "cd" }],
		["high_availability", { ha_restart_priority: "restart" }, "restart"],
		["startDelay", { start_delay: "3" }, 3],
	] as const)("%s of %j", (property, fields, expected) => {
		expect(vmOf(fields)[property]).toEqual(expected);
	});

	it.each([
		["uefi", "no", false],
		["uefi", "yes", true],
		["bios", "no", true],
	])("firmware %s, restriction %s", (firmware, value, expected) => {
		const vm = vmOf({
			HVM_boot_params: { firmware },
			recommendations: restrictions(value),
		});
		expect(vm.isFirmwareSupported).toBe(expected);
	});

	it.each([
		["3.4.0", { "nested-virt": "true" }, true],
		["3.10.1", { "nested-virt": "true" }, true],
		["3.4.0", { "exp-nested-hvm": "true" }, false],
		["3.2.1", { "exp-nested-hvm": "true" }, true],
		["3.2.1", { "nested-virt": "true" }, false],
	])(
		"nested virtualisation on platform %s with %j",
		(version, platform, expected) => {
			const software_version = { platform_version: version };
			const vm = vmOf({ platform }, { host: { host: { software_version } } });
			expect(vm.isNestedVirtEnabled).toBe(expected);
		},
	);
});

describe("CPUs and memory", () => {
	const MEASURED = {
		VM_metrics: { metrics: { memory_actual: "3000", VCPUs_number: 3 } },
	};
	const sizes = {
		metrics: "metrics",
		guest_metrics: "guest",
		VCPUs_max: "8",
		VCPUs_at_startup: "2",
		memory_static_min: 1,
		memory_dynamic_min: 1000,
		memory_dynamic_max: 2000,
		memory_static_max: 4000,
	};
	const tools = { PV_drivers_version: { major: "8", minor: "1" } };
	const limits = { dynamic: [1000, 2000], static: [1, 4000] };

	it.each([
		["halted", { power_state: "Halted" }, tools, { number: 2, size: 2000 }],
		["running", { power_state: "Running" }, tools, { number: 3, size: 3000 }],
		["paused", { power_state: "Paused" }, tools, { number: 3, size: 3000 }],
		[
			"suspended",
			{ power_state: "Suspended" },
			tools,
			{ number: 2, size: 2000 },
		],
		[
			"without tools",
			{ power_state: "Running" },
			{},
			{ number: 2, size: 3000 },
		],
		[
			"with a guest's view",
			{ power_state: "Running" },
			{ ...tools, memory: { used: "1500", total: "1900" } },
			{ number: 3, size: 1900, usage: 1500 },
		],
	])("%s", (...row) => {
		const [, fields, guest, { number, ...memory }] = row;
		const others = { ...MEASURED, VM_guest_metrics: { guest } };
		const vm = vmOf({ ...sizes, ...fields }, others);
		expect(vm.CPUs).toEqual({ max: 8, number });
		expect(vm.memory).toEqual({ ...limits, ...memory });
	});

	it("take what is configured without metrics", () => {
		const vm = vmOf({ ...sizes, power_state: "Running" });
		expect(vm.memory.size).toBe(2000);
		expect(vm).not.toHaveProperty("startTime");
	});

	it("tell start and installation", () => {
		const metrics = {
			start_time: "2026-01-01T00:00:00Z",
			install_time: "19700101T00:00:00Z",
		};
		const vm = vmOf(sizes, { VM_metrics: { metrics } });
		expect(vm.startTime).toBe(Date.UTC(2026, 0) / 1000);
		expect(vm.installTime).toBe(null);
	});
});
