import type { ObjectType } from "@xo/contract";
import { describe, expect, it } from "vitest";
import type { XapiRecord } from "../../src/records.ts";
import { derived } from "../../tests/_records.ts";

type Seed = Record<string, Record<string, XapiRecord>>;

const LINKED: Seed = {
	host: { host: { name_label: "master" } },
	VM: { vm: {} },
	VDI: { vdi: { SR: "sr" } },
	SR: { sr: {} },
	network: { net: {} },
};

const RATE = {
	qos_algorithm_type: "ratelimit",
	qos_algorithm_params: { kbps: "100" },
};

const BONDED: Seed = {
	...LINKED,
	Bond: { bond: { master: "master", slaves: ["slave", "gone"], mode: "lacp" } },
};

const CASES: readonly [ObjectType, Seed, Record<string, unknown>][] = [
	[
		"VBD",
		{ VBD: { x: { type: "CD", mode: "RO", userdevice: "3" } } },
		{
			is_cd_drive: true,
			read_only: true,
			device: null,
			position: "3",
		},
	],
	[
		"VBD",
		{ ...LINKED, VBD: { x: { VM: "vm", VDI: "vdi", device: "xvda" } } },
		{
			VM: "vm-uuid",
			VDI: "vdi-uuid",
			device: "xvda",
			is_cd_drive: false,
		},
	],
	[
		"VIF",
		{ ...LINKED, VIF: { x: { VM: "vm", network: "net", ...RATE } } },
		{
			$VM: "vm-uuid",
			$network: "net-uuid",
			rateLimit: 100,
			lockingMode: "network_default",
			txChecksumming: true,
		},
	],
	[
		"VIF",
		{ VIF: { x: { other_config: { "ethtool-tx": "off" } } } },
		{
			txChecksumming: false,
		},
	],
	[
		"VIF",
		{ VIF: { x: { other_config: { "ethtool-tx": "false" } } } },
		{
			txChecksumming: false,
		},
	],
	["VTPM", { ...LINKED, VTPM: { x: { VM: "vm" } } }, { vm: "vm-uuid" }],
	[
		"network",
		{ network: { x: { purpose: ["nbd"], default_locking_mode: "disabled" } } },
		{
			nbd: true,
			insecureNbd: false,
			defaultIsLocked: true,
			isBonded: false,
		},
	],
	[
		"network",
		{ network: { x: { PIFs: ["p"] } }, PIF: { p: { bond_master_of: ["b"] } } },
		{
			isBonded: true,
		},
	],
	[
		"network",
		{ network: { x: { PIFs: ["p"] } }, PIF: { p: { bond_slave_of: "b" } } },
		{
			isBonded: true,
		},
	],
	[
		"bond",
		{ ...BONDED, PIF: { master: {} } },
		{ master: "master-uuid", mode: "lacp" },
	],
	[
		"message",
		{ message: { x: { obj_uuid: "o", timestamp: "20260101T00:00:00Z" } } },
		{
			$object: "o",
			time: 1767225600,
		},
	],
	[
		"task",
		{
			...LINKED,
			task: { x: { other_config: { applies_to: "vm" }, progress: "0.5" } },
		},
		{
			applies_to: "vm-uuid",
			progress: 0.5,
			xapiRef: "x",
			finished: null,
		},
	],
	[
		"patch",
		{
			...LINKED,
			host_patch: { x: { pool_patch: "p", host: "host", applied: true } },
			pool_patch: { p: { name_label: "XS1", pool_applied: true, size: "5" } },
		},
		{
			$host: "host-uuid",
			applied: true,
			name: "XS1",
			size: 5,
			enforceHomogeneity: true,
			pool_patch: "p",
		},
	],
	[
		"patch",
		{ host_patch: { x: { pool_patch: "gone", name_label: "own" } } },
		{
			name: "own",
			pool_patch: "gone",
		},
	],
	[
		"pool_patch",
		{ pool_patch: { x: { host_patches: ["h"] } }, host_patch: { h: {} } },
		{
			id: "x",
			uuid: "x",
			dataUuid: "x-uuid",
			$host_patches: ["h-uuid"],
		},
	],
	[
		"PCI",
		{ ...LINKED, PCI: { x: { host: "host", pci_id: "0000:00:1f.2" } } },
		{
			$host: "host-uuid",
			pci_id: "0000:00:1f.2",
		},
	],
	[
		"PGPU",
		{
			...LINKED,
			PGPU: { x: { host: "host", resident_VGPUs: ["v"] } },
			VGPU: { v: {} },
		},
		{
			host: "host-uuid",
			$host: "host-uuid",
			vgpus: ["v-uuid"],
			$vgpus: ["v-uuid"],
		},
	],
	[
		"vgpu",
		{ ...LINKED, VGPU: { x: { VM: "vm", type: "t" } }, VGPU_type: { t: {} } },
		{
			vm: "vm-uuid",
			vgpuType: "t-uuid",
		},
	],
	[
		"gpuGroup",
		{ GPU_group: { x: { PGPUs: ["p"] } }, PGPU: { p: {} } },
		{ pgpus: ["p-uuid"] },
	],
	[
		"vgpuType",
		{ VGPU_type: { x: { max_resolution_x: "1920", model_name: "m" } } },
		{
			maxResolutionX: 1920,
			modelName: "m",
		},
	],
	[
		"PUSB",
		{ PUSB: { x: { vendor_desc: "Acme", product_desc: "Key" } } },
		{
			description: "Acme - Key",
		},
	],
	[
		"PUSB",
		{ PUSB: { x: { vendor_desc: "Acme", product_desc: " " } } },
		{ description: "Acme" },
	],
	[
		"VUSB",
		{
			...LINKED,
			VUSB: { x: { VM: "vm", USB_group: "g" } },
			USB_group: { g: {} },
		},
		{
			vm: "vm-uuid",
			usbGroup: "g-uuid",
		},
	],
	[
		"USB_group",
		{ USB_group: { x: { PUSBs: ["p"] } }, PUSB: { p: {} } },
		{ PUSBs: ["p-uuid"] },
	],
	[
		"pool",
		LINKED,
		{
			name_label: "master",
			master: "host-uuid",
			haRebootVmOnInternalShutdown: true,
			haSrs: [],
			vtpmSupported: false,
		},
	],
	[
		"pool",
		{
			...LINKED,
			pool: {
				pool: {
					master: "host",
					name_label: "own",
					ha_statefiles: ["vdi", "gone"],
					restrictions: { restrict_vtpm: "false" },
					ha_reboot_vm_on_internal_shutdown: false,
				},
			},
		},
		{
			name_label: "own",
			haSrs: ["sr-uuid"],
			vtpmSupported: true,
			haRebootVmOnInternalShutdown: false,
		},
	],
];

describe("derived objects", () => {
	it.each(CASES)("%s %j", (type, seed, expected) => {
		expect(derived(type, seed)).toMatchObject(expected);
	});
});

describe("PIF", () => {
	it("of a bond", () => {
		const seed = { ...BONDED, PIF: { master: { bond_master_of: ["bond"] } } };
		expect(derived("PIF", seed)).toMatchObject({
			isBondMaster: true,
			isBondSlave: false,
			bondSlaves: [null, null],
			carrier: false,
			vlan: -1,
		});
	});

	it("in a bond, with metrics", () => {
		const seed = {
			Bond: { bond: { master: "slave" } },
			PIF: { slave: { bond_slave_of: "bond", metrics: "m", VLAN: "12" } },
			PIF_metrics: { m: { carrier: true, speed: "10000", device_name: "X" } },
		};
		expect(derived("PIF", seed)).toMatchObject({
			isBondSlave: true,
			bondMaster: "slave-uuid",
			carrier: true,
			speed: 10000,
			deviceName: "X",
			vlan: 12,
		});
	});
});
