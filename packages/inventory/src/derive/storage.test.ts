import { describe, expect, it } from "vitest";
import type { XapiRecord } from "../../src/records.ts";
import { derived } from "../../tests/_records.ts";

const host = { host: { host: {} } };

describe("SR", () => {
	const srOf = (fields: XapiRecord, others = {}) =>
		derived("SR", { ...others, SR: { sr: fields } });
	const pbd = (device_config = {}) => ({
		...host,
		PBD: { pbd: { host: "host", device_config } },
	});

	it.each([
		["shared", { shared: true, PBDs: ["pbd"] }, "pool-uuid"],
		["local", { PBDs: ["pbd"] }, "host-uuid"],
		["without PBD", {}, "pool-uuid"],
		["with a lost PBD", { PBDs: ["gone"] }, "pool-uuid"],
	])("is contained, %s", (_, fields, expected) => {
		expect(srOf(fields, pbd()).$container).toBe(expected);
	});

	it.each([
		["ext", {}, "thin"],
		["nfs", {}, "thin"],
		["lvmoiscsi", {}, "thick"],
		["udev", {}, "thick"],
		["iso", {}, undefined],
		["linstor", { provisioning: "thick" }, "thick"],
		["linstor", {}, "unknown"],
	])("of type %s with %j allocates %s", (type, config, expected) => {
		const sr = srOf({ type, PBDs: ["pbd"] }, pbd(config));
		expect(sr.allocationStrategy).toBe(expected);
	});

	it("counts", () => {
		const sr = srOf({
			physical_size: "30",
			physical_utilisation: 20,
			virtual_allocation: 10,
			other_config: { "xo:maintenanceState": "{}" },
		});
		expect(sr).toMatchObject({
			size: 30,
			physical_usage: 20,
			usage: 10,
			inMaintenanceMode: true,
		});
	});
});

describe("SM", () => {
	it("has numbers for features", () => {
		const sm = derived("SM", {
			SM: { sm: { type: "ext", features: { VDI_CLONE: "2", VDI_MIRROR: 1 } } },
		});
		expect(sm.features).toEqual({ VDI_CLONE: 2, VDI_MIRROR: 1 });
		expect(sm.supported_image_formats).toEqual([]);
	});
});

describe("PBD", () => {
	it.each([
		["cifspassword", "secret", "* obfuscated *"],
		["chappassword_secret", "uuid", "* obfuscated *"],
		["incoming_chappassword", "secret", "* obfuscated *"],
		[
			"options",
			"rw,username=u,password=p",
			"rw,username=u,password=* obfuscated *",
		],
		["username", "u", "u"],
		["SCSIid", "3600", "3600"],
	])("%s = %s shows %s", (key, value, expected) => {
		const pbd = derived("PBD", {
			PBD: { pbd: { device_config: { [key]: value } } },
		});
		expect(pbd.device_config).toEqual({ [key]: expected });
	});
});

describe("VDI", () => {
	it.each([
		["VDI-snapshot", { is_a_snapshot: true, managed: false }],
		["VDI-unmanaged", { managed: false }],
		["VDI", { managed: true }],
		["VDI", {}],
		["VDI", { snapshot_of: "gone" }],
	] as const)("is a %s: %j", (type, fields) => {
		expect(derived(type, { VDI: { vdi: fields } }).id).toBe("vdi-uuid");
	});

	it("is a snapshot when what it is of is known", () => {
		const snapshot = derived("VDI-snapshot", {
			VDI: {
				vdi: { snapshot_of: "original" },
				original: { snapshots: ["vdi"] },
			},
		});
		expect(snapshot.$snapshot_of).toBe("original-uuid");
		expect(snapshot.snapshot_time).toBe(null);
	});

	it("adds up its chain", () => {
		const vdi = derived("VDI", {
			VDI: {
				vdi: {
					physical_utilisation: 1,
					sm_config: { "vhd-parent": "parent-uuid", "image-format": "vhd" },
				},
				parent: {
					managed: false,
					physical_utilisation: 10,
					sm_config: { "vhd-parent": "root-uuid" },
				},
				root: {
					managed: false,
					physical_utilisation: 100,
					sm_config: { "vhd-parent": "gone-uuid" },
				},
			},
		});
		expect(vdi.chainPhysicalUsage).toBe(111);
		expect(vdi.parent).toBe("parent-uuid");
		expect(vdi.image_format).toBe("vhd");
	});

	it("adds up a chain that bites its tail", () => {
		const vdi = derived("VDI", {
			VDI: {
				vdi: {
					physical_utilisation: 1,
					sm_config: { "vhd-parent": "other-uuid" },
				},
				other: {
					managed: false,
					physical_utilisation: 10,
					sm_config: { "vhd-parent": "vdi-uuid" },
				},
			},
		});
		expect(vdi.chainPhysicalUsage).toBe(11);
	});
});
