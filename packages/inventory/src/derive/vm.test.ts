import { describe, expect, it } from "vitest";
import type { XapiRecord } from "../../src/records.ts";
import { derived } from "../../tests/_records.ts";

type Others = Record<string, Record<string, XapiRecord>>;

function vmOf(fields: XapiRecord, others: Others = {}) {
	return derived("VM", { ...others, VM: { vm: fields } });
}

/** A running VM with these guest metrics. */
function guestOf(guest: XapiRecord, fields: XapiRecord = {}) {
	return vmOf(
		{ power_state: "Running", guest_metrics: "guest", ...fields },
		{ VM_guest_metrics: { guest } },
	);
}

const VERSION = { major: "7", minor: "2", micro: "0", build: "1555" };

describe("a VM with no fields", () => {
	it("has all that the contract wants", () => {
		expect(vmOf({})).toMatchObject({
			id: "vm-uuid",
			uuid: "vm-uuid",
			type: "VM",
			$pool: "pool-uuid",
			$poolId: "pool-uuid",
			_xapiRef: "vm",
			$container: "pool-uuid",
			addresses: {},
			power_state: "Halted",
			os_version: null,
			virtualizationMode: "pv",
			isFirmwareSupported: true,
			CPUs: { max: 0, number: 0 },
		});
	});
});

describe("type", () => {
	it.each([
		["VM-controller", { is_control_domain: true, is_a_snapshot: true }],
		["VM-snapshot", { is_a_snapshot: true, is_a_template: true }],
		["VM-snapshot", { snapshot_of: "original", is_a_template: true }],
		["VM-template", { snapshot_of: "gone", is_a_template: true }],
		["VM", { snapshot_of: "OpaqueRef:NULL" }],
	] as const)("is %s for %j", (type, fields) => {
		const vms: Record<string, XapiRecord> = { vm: fields };
		if (type !== "VM") vms.original = {};
		expect(derived(type, { VM: vms }).id).toBe("vm-uuid");
	});
});

describe("VM-snapshot", () => {
	it("names its VM, time and memory", () => {
		const snapshot = derived("VM-snapshot", {
			VM: {
				original: { snapshots: ["vm"] },
				vm: {
					is_a_snapshot: true,
					snapshot_of: "original",
					snapshot_time: "20260102T03:04:05Z",
					suspend_VDI: "vdi",
				},
			},
			VDI: { vdi: {} },
		});
		expect(snapshot.snapshot_time).toBe(Date.UTC(2026, 0, 2, 3, 4, 5) / 1000);
		expect(snapshot.$snapshot_of).toBe("original-uuid");
		expect(snapshot.suspendVdi).toBe("vdi-uuid");
	});
});

describe("VM-template", () => {
	it.each([
		[{ is_default_template: true }, "pool-uuid-vm-uuid", true],
		[{ other_config: { default_template: "true" } }, "pool-uuid-vm-uuid", true],
		[{}, "vm-uuid", false],
	])("%j gives the id %s", (fields, id, isDefaultTemplate) => {
		const template = derived("VM-template", {
			VM: { vm: { is_a_template: true, ...fields } },
			VBD: { vbd: { VM: "vm" } },
		});
		expect(template).toMatchObject({ id, uuid: "vm-uuid", isDefaultTemplate });
	});

	it("is linked to by its id", () => {
		const seed = {
			VM: { vm: { is_a_template: true, is_default_template: true } },
			VBD: { vbd: { VM: "vm" } },
		};
		expect(derived("VBD", seed).VM).toBe("pool-uuid-vm-uuid");
	});

	it("tells how to install", () => {
		const disks =
			'<provision><disk device="0" size="8589934592" sr="" bootable="true" type="system"/></provision>';
		const { template_info } = derived("VM-template", {
			VM: {
				vm: {
					is_a_template: true,
					other_config: {
						disks,
						"install-methods": "cdrom,nfs",
						"install-arch": "amd64",
						"install-repository": "http://192.0.2.1/",
					},
				},
			},
		});
		expect(template_info).toEqual({
			arch: "amd64",
			disks: [
				{
					bootable: true,
					device: "0",
					size: 8589934592,
					SR: "",
					type: "system",
				},
			],
			install_methods: ["cdrom", "nfs"],
			install_repository: "http://192.0.2.1/",
		});
	});
});

describe("$container", () => {
	const others = {
		VBD: { vbd: { type: "Disk", VDI: "vdi" }, cd: { type: "CD", VDI: "vdi" } },
		VDI: { vdi: { SR: "sr" } },
		PBD: { pbd: { host: "host" } },
		host: { host: {}, other: {} },
	};
	const local = { SR: { sr: { shared: false, PBDs: ["pbd"] } } };
	const shared = { SR: { sr: { shared: true, PBDs: ["pbd"] } } };

	it.each([
		["where it runs", { resident_on: "other" }, local, "other-uuid"],
		["the host of a local disk", { VBDs: ["vbd"] }, local, "host-uuid"],
		["the pool with shared disks", { VBDs: ["vbd"] }, shared, "pool-uuid"],
		["the pool with a local CD", { VBDs: ["cd"] }, local, "pool-uuid"],
		["the pool without disks", {}, local, "pool-uuid"],
		["the pool when all is unknown", { VBDs: ["x"] }, {}, "pool-uuid"],
	])("is %s", (...row) => {
		const [, fields, srs, expected] = row;
		expect(vmOf(fields, { ...others, ...srs }).$container).toBe(expected);
	});
});

describe("links", () => {
	it("give ids, null in lists and nothing elsewhere when unknown", () => {
		const vm = vmOf(
			{
				VIFs: ["vif", "gone"],
				VGPUs: ["vgpu"],
				affinity: "host",
				parent: "gone",
				suspend_SR: "OpaqueRef:NULL",
			},
			{ VIF: { vif: {} }, VGPU: { vgpu: {} }, host: { host: {} } },
		);
		expect(vm.VIFs).toEqual(["vif-uuid", null]);
		expect(vm.$VGPUs).toEqual(["vgpu-uuid"]);
		expect(vm.affinityHost).toBe("host-uuid");
		expect(vm).not.toHaveProperty("parent");
		expect(vm).not.toHaveProperty("suspendSr");
	});

	it("name running operations by task, unknown tasks left out", () => {
		const operations = { task: "clean_reboot", gone: "suspend" };
		const vm = vmOf({ current_operations: operations }, { task: { task: {} } });
		expect(vm.current_operations).toEqual({ "task-uuid": "clean_reboot" });
	});
});

describe("extras", () => {
	it.each([
		["creation", { "xo:vm-uuid": '{"creation":{"user":"u"}}' }, { user: "u" }],
		["creation", { "xo:vm-uuid": "{broken" }, undefined],
		["creation", {}, undefined],
		["resourceSet", { "xo:resource_set": '"set"' }, "set"],
		["resourceSet", { "xo:resource_set": "set" }, undefined],
		["notes", { "xo:notes": "# hi" }, "# hi"],
		["auto_poweron", { auto_poweron: "true" }, true],
		[
			"attachedPcis",
			{ pci: "0/0000:04:01.0,0/0000:05:01.0" },
			["0000:04:01.0", "0000:05:01.0"],
		],
		["docker", { "xscontainer-monitor": "False" }, { enabled: false }],
		["docker", {}, undefined],
		[
			"docker",
			{
				"xscontainer-monitor": "True",
				docker_ps: "<docker_ps><item><id>1</id></item></docker_ps>",
				docker_info: "<docker_info><n>2</n></docker_info>",
				docker_version: "<oops",
			},
			{
				enabled: true,
				containers: [{ id: "1" }],
				process: { item: { id: "1" } },
				info: { n: "2" },
			},
		],
	] as const)("%s of %j", (property, other_config, expected) => {
		const vm = vmOf({ other_config });
		expect(vm[property]).toEqual(expected);
		expect(vm.other).toEqual(other_config);
	});
});

describe("guest", () => {
	it.each([
		[{ "0/ip": "192.0.2.1" }, { "0/ipv4/0": "192.0.2.1" }, "192.0.2.1"],
		[
			{ "0/ip": "192.0.2.1 192.0.2.2\n192.0.2.1" },
			{ "0/ipv4/0": "192.0.2.1", "0/ipv4/1": "192.0.2.2" },
			"192.0.2.1",
		],
		[
			{ "1/ipv4/0": "192.0.2.9", "0/ipv6/1": "::2", "0/ipv6/0": "::1" },
			{ "0/ipv6/0": "::1", "0/ipv6/1": "::2", "1/ipv4/0": "192.0.2.9" },
			"192.0.2.9",
		],
		[{ "0/ipv6/0": "::1", "0/ipv4/0": "" }, { "0/ipv6/0": "::1" }, "::1"],
		[{ "0/mac": "x", "a/ip": "y" }, {}, undefined],
	])("reads the addresses of %j", (networks, addresses, main) => {
		const vm = guestOf({ networks });
		expect(vm.addresses).toEqual(addresses);
		expect(vm.mainIpAddress).toBe(main);
	});

	it.each([
		[
			"with tools",
			{ PV_drivers_version: VERSION, PV_drivers_up_to_date: true },
			{
				managementAgentDetected: true,
				pvDriversDetected: true,
				pvDriversUpToDate: true,
				pvDriversVersion: "7.2.0-1555",
				xenTools: { major: 7, minor: 2, version: 7.2 },
			},
		],
		[
			"with an agent only",
			{
				PV_drivers_detected: true,
				PV_drivers_up_to_date: false,
				other: { "feature-static-ip-setting": "1" },
			},
			{
				managementAgentDetected: true,
				pvDriversDetected: true,
				pvDriversUpToDate: false,
				xenTools: false,
			},
		],
		[
			"without",
			{ PV_drivers_up_to_date: true },
			{ managementAgentDetected: false, pvDriversDetected: false },
		],
	])("tells the tools, %s", (_, guest, expected) => {
		const vm = guestOf(guest);
		expect(vm).toMatchObject(expected);
		if (!expected.pvDriversDetected)
			expect(vm.pvDriversUpToDate).toBe(undefined);
	});

	it("tells nothing of the tools when not running", () => {
		const vm = guestOf(
			{ PV_drivers_version: VERSION },
			{ power_state: "Halted" },
		);
		expect(vm).not.toHaveProperty("xenTools");
		expect(vm).not.toHaveProperty("pvDriversDetected");
		expect(vm).not.toHaveProperty("managementAgentDetected");
	});
});

describe("vulnerabilities", () => {
	const windows = { platform: { device_id: "0002" } };
	const reason = "pv-driver-version-vulnerable";
	const version = (text: string) => {
		const [major, minor, micro] = text.split(".");
		return { PV_drivers_version: { major, minor, micro } };
	};

	it.each([
		["9.3.3", { reason, version: "9.3.3" }],
		["9.4.1", false],
		["10.0.0", false],
		["9.0.9065", { reason, version: "9.0.9065" }],
		["9.1.146", false],
	])("of Windows drivers %s", (text, xsa468) => {
		expect(guestOf(version(text), windows).vulnerabilities).toEqual({ xsa468 });
	});

	it("trust the drivers' own versions more", () => {
		const drivers = { ...VERSION, xenbus: "9.1.11.115", xeniface: "9.1.12.94" };
		const vm = guestOf({ PV_drivers_version: drivers }, windows);
		expect(vm.vulnerabilities).toEqual({ xsa468: false });
		const old = guestOf({ PV_drivers_version: { xenbus: "8.2.2" } }, windows);
		expect(old.vulnerabilities?.xsa468).toEqual({
			reason,
			driver: "xenbus",
			version: "8.2.2",
		});
	});

	it("of other cases", () => {
		expect(guestOf({}, windows).vulnerabilities).toEqual({
			xsa468: { reason: "no-pv-drivers-detected" },
		});
		expect(vmOf({}).vulnerabilities).toEqual({ xsa468: false });
		expect(vmOf(windows)).not.toHaveProperty("vulnerabilities");
	});
});
