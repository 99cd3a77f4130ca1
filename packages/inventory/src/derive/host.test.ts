import { describe, expect, it } from "vitest";
import type { XapiRecord } from "../../src/records.ts";
import { derived } from "../../tests/_records.ts";

function hostOf(fields: XapiRecord, others = {}) {
	return derived("host", { ...others, host: { host: fields } });
}

const GIB = 1024 ** 3;

describe("host", () => {
	it.each([
		[
			"agentStartTime",
			{ other_config: { agent_start_time: "1740148148." } },
			1740148148,
		],
		["startTime", { other_config: { boot_time: "1740148082." } }, 1740148082],
		["startTime", {}, null],
		["build", { software_version: { build_number: "8.3.0" } }, "8.3.0"],
		["version", { software_version: { product_version: "8.3" } }, "8.3"],
		["productBrand", { software_version: { product_brand: "X" } }, "X"],
		["chipset_info", { chipset_info: { iommu: "true" } }, { iommu: true }],
		["chipset_info", { chipset_info: { iommu: "false" } }, { iommu: false }],
		["chipset_info", {}, {}],
		[
			"cpus",
			{ cpu_info: { cpu_count: "16", socket_count: "2" } },
			{ cores: 16, sockets: 2 },
		],
		["cpus", {}, {}],
		["hvmCapable", { capabilities: ["xen-3.0", "hvm-3.0"] }, true],
		["hvmCapable", { capabilities: ["xen-3.0"] }, false],
		["iscsiIqn", { iscsi_iqn: "a", other_config: { iscsi_iqn: "b" } }, "a"],
		["iscsiIqn", { other_config: { iscsi_iqn: "b" } }, "b"],
		["iscsiIqn", {}, ""],
		[
			"license_expiry",
			{ license_params: { expiry: "20300101T00:00:00Z" } },
			1893456000,
		],
		["license_expiry", {}, null],
		["multipathing", { other_config: { multipathing: "true" } }, true],
		[
			"zstdSupported",
			{ license_params: { restrict_zstd_export: "false" } },
			true,
		],
		["power_state", {}, "Unknown"],
		["memory", {}, { usage: 0, size: 0, total: 0 }],
		["patches", {}, undefined],
		["patches", { patches: ["gone"] }, [null]],
		["certificates", {}, undefined],
		["powerOnMode", { power_on_mode: "IPMI" }, "IPMI"],
	] as const)("%s of %j", (property, fields, expected) => {
		expect(hostOf(fields)[property]).toEqual(expected);
	});

	it.each([
		[true, "Running", { usage: 3 * GIB - 100, size: 3 * GIB }],
		[false, "Halted", { usage: 0, size: 3 * GIB }],
	])("memory and state, live: %s", (live, power_state, memory) => {
		const metrics = { live, memory_total: 2.1 * GIB, memory_free: "100" };
		const host = hostOf({ metrics: "m" }, { host_metrics: { m: metrics } });
		expect(host).toMatchObject({ power_state, memory });
	});

	it.each([
		["XCP-ng", { boot_time: "10", rpm_patch_installation_time: "20.5" }, true],
		["XCP-ng", { boot_time: "30", rpm_patch_installation_time: "20.5" }, false],
		["XCP-ng", { boot_time: "30" }, false],
		["XenServer", {}, true],
	])("needs a reboot: %s %j", (product_brand, other_config, expected) => {
		const fields = {
			software_version: { product_brand },
			other_config,
			updates_requiring_reboot: ["update"],
		};
		expect(hostOf(fields).rebootRequired).toBe(expected);
	});

	it("lists the same devices under both names", () => {
		const host = hostOf(
			{ PIFs: ["pif"], PCIs: ["pci"], PGPUs: ["gpu"], PBDs: ["pbd"] },
			{
				PIF: { pif: {} },
				PCI: { pci: {} },
				PGPU: { gpu: {} },
				PBD: { pbd: {} },
			},
		);
		expect([host.PIFs, host.$PIFs]).toEqual([["pif-uuid"], ["pif-uuid"]]);
		expect([host.PCIs, host.$PCIs]).toEqual([["pci-uuid"], ["pci-uuid"]]);
		expect([host.PGPUs, host.$PGPUs]).toEqual([["gpu-uuid"], ["gpu-uuid"]]);
		expect(host.$PBDs).toEqual(["pbd-uuid"]);
	});

	it("shows its certificates", () => {
		const certificate = {
			fingerprint: "AA:BB",
			not_after: "20300101T00:00:00Z",
		};
		const { certificates } = hostOf(
			{ certificates: ["c", "gone"] },
			{ Certificate: { c: certificate } },
		);
		expect(certificates).toEqual([
			{ fingerprint: "AA:BB", notAfter: 1893456000 },
		]);
	});

	it("finds supplemental packs among its updates", () => {
		const update = {
			name_label: "pack",
			name_description: "d",
			key: "a-b-c-author",
			version: "1.0",
			after_apply_guidance: ["restartHost"],
			hosts: ["host"],
			vdi: "vdi",
			installation_size: "12",
		};
		const { supplementalPacks } = hostOf(
			{ updates: ["update", "own"] },
			{
				pool_update: { update, own: { name_label: "XS82E001" } },
				VDI: { vdi: {} },
			},
		);
		expect(supplementalPacks).toEqual([
			{
				name: "pack",
				description: "d",
				author: "author",
				version: "1.0",
				guidance: ["restartHost"],
				hosts: ["host-uuid"],
				vdi: "vdi-uuid",
				size: 12,
			},
		]);
	});

	it("finds supplemental packs in an old software version", () => {
		const software_version = {
			"xs:linux": "Linux Pack, version 6.2.0, build 70446c",
			product_version: "6.2.0",
			"odd:one": "no such text",
		};
		expect(hostOf({ software_version }).supplementalPacks).toEqual([
			{
				name: "linux",
				description: "Linux Pack",
				author: "xs",
				version: "6.2.0, build 70446c",
			},
		]);
	});
});
