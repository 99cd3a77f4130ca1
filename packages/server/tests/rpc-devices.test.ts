import { basicOf, forAllTests, TEST_ADMIN } from "@xo/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { restOf } from "./_rest.ts";
import { VmBench } from "./_vm-bench.ts";

// biome-ignore lint/suspicious/noExplicitAny: tests look into records
type Loose = any;

const GIB = 1024 ** 3;

let vm: string;

const bench = await forAllTests(VmBench.start());
const rest = restOf(bench.server.url, { authorization: basicOf(TEST_ADMIN) });

function all(type: string): Loose[] {
	return [...bench.server.context.objects.ofType(type as never)];
}

function recordOf(className: string, id: string): Loose {
	const ref = bench.pool.db.findByUuid(className, id);
	return ref === undefined ? undefined : bench.pool.db.get(className, ref);
}

const sr = (): Loose =>
	all("SR").find(
		({ content_type, shared }) => content_type === "user" && shared,
	);

/** A running VM of its own for each test. */
beforeEach(async () => {
	const template = all("VM-template").find(
		(it) => it.isDefaultTemplate && it.virtualizationMode === "hvm",
	);
	vm = await bench.client.call("vm.create", {
		template: template.id,
		name_label: "devices",
		VIFs: [{ network: all("network")[0].id }],
		VDIs: [{ size: GIB, SR: sr().id }],
		bootAfterCreate: true,
	});
	await bench.settle();
});

function ofVm(type: "VBD" | "VIF"): Loose[] {
	return all(type).filter((it) => (it.VM ?? it.$VM) === vm);
}

describe("disks", () => {
	it("creates one on a VM, plugs, unplugs and deletes", async () => {
		const vdi = await bench.client.call("disk.create", {
			name: "extra",
			size: "2 GiB",
			sr: sr().id,
			vm,
		});
		await bench.settle();
		const vbd = ofVm("VBD").find(({ VDI }) => VDI === vdi);
		expect(vbd).toMatchObject({ attached: true, read_only: false });
		expect(await bench.client.fail("vdi.delete", { id: vdi })).toMatchObject({
			code: 17,
		});
		await bench.client.call("vbd.disconnect", { id: vbd.id });
		expect(recordOf("VBD", vbd.id).currently_attached).toBe(false);
		await bench.client.call("vbd.connect", { id: vbd.id });
		await bench.settle();
		await bench.client.call("vbd.setBootable", { vbd: vbd.id, bootable: true });
		expect(recordOf("VBD", vbd.id).bootable).toBe(true);
		await bench.client.call("vbd.delete", { id: vbd.id });
		expect(recordOf("VBD", vbd.id)).toBeUndefined();
		await bench.settle();
		await bench.client.call("vm.attachDisk", { vm, vdi, mode: "RW" });
		await bench.settle();
		expect(ofVm("VBD").find(({ VDI }) => VDI === vdi).attached).toBe(true);
		await bench.client.call("vm.stop", { id: vm, force: true });
		await bench.settle();
		await bench.client.call("vdi.delete", { id: vdi });
		expect(recordOf("VDI", vdi)).toBeUndefined();
	});

	it("renames and grows, and never shrinks", async () => {
		await bench.client.call("vm.stop", { id: vm, force: true });
		await bench.settle();
		const id = ofVm("VBD").find(({ VDI }) => VDI !== undefined).VDI;
		await bench.client.call("vdi.set", {
			id,
			name_label: "renamed",
			name_description: "",
			size: 3 * GIB,
		});
		await bench.settle();
		expect(recordOf("VDI", id)).toMatchObject({
			name_label: "renamed",
			virtual_size: 3 * GIB,
		});
		const error = await bench.client.fail("vdi.set", { id, size: GIB });
		expect(error).toMatchObject({ code: 10 });
		expect(error.message).toMatch(/can only grow/);
		const patched = await rest("PATCH", `/vdis/${id}`, {
			body: { name_label: "by REST" },
		});
		expect(patched.status).toBe(204);
		expect(recordOf("VDI", id).name_label).toBe("by REST");
	});

	it("makes them by REST, and puts them on VMs", async () => {
		const made = await rest("POST", "/vdis", {
			body: { srId: sr().id, virtual_size: GIB, name_label: "of REST" },
		});
		expect(made.status).toBe(201);
		const { id } = made.body;
		expect(recordOf("VDI", id)).toMatchObject({ virtual_size: GIB });
		const vbd = await rest("POST", "/vbds", { body: { VM: vm, VDI: id } });
		expect(vbd.status).toBe(201);
		const url = `/vbds/${vbd.body.id}`;
		const connected = await rest("POST", `${url}/actions/connect?sync=true`);
		expect(connected.status).toBe(204);
		await bench.settle();
		expect((await rest("DELETE", url)).status).toBe(204);
		await bench.settle();
		expect((await rest("DELETE", `/vdis/${id}`)).status).toBe(204);
	});
});

describe("the CD drive", () => {
	it("takes an ISO, another only by force, and gives it back", async () => {
		const isos = all("VDI").filter(
			({ $SR }) =>
				(bench.server.context.objects.find($SR) as Loose)?.content_type ===
				"iso",
		);
		await bench.client.call("vm.insertCd", { id: vm, cd_id: isos[0].id });
		await bench.settle();
		expect(ofVm("VBD").find(({ is_cd_drive }) => is_cd_drive).VDI).toBe(
			isos[0].id,
		);
		const params = { id: vm, cd_id: isos[1].id };
		expect(await bench.client.fail("vm.insertCd", params)).toMatchObject({
			code: 25,
		});
		await bench.client.call("vm.stop", { id: vm, force: true });
		await bench.settle();
		await bench.client.call("vm.insertCd", { ...params, force: true });
		await bench.settle();
		await bench.client.call("vm.ejectCd", { id: vm });
		await bench.settle();
		expect(
			ofVm("VBD").find(({ is_cd_drive }) => is_cd_drive).VDI,
		).toBeUndefined();
	});
});

describe("VIFs", () => {
	it("adds, limits, moves and removes one", async () => {
		const [first, second] = all("network");
		const id = await bench.client.call("vm.createInterface", {
			vm,
			network: first.id,
			mac: "02:00:00:00:00:11",
		});
		await bench.settle();
		expect(recordOf("VIF", id)).toMatchObject({
			MAC: "02:00:00:00:00:11",
			currently_attached: true,
		});
		const same = await bench.client.call("vif.set", {
			id,
			network: second.id,
			rateLimit: 500,
			allowedIpv6Addresses: ["2001:db8::1"],
			txChecksumming: false,
		});
		expect(same).toBe(id);
		expect(recordOf("VIF", id)).toMatchObject({
			network: bench.pool.db.findByUuid("network", second.uuid),
			currently_attached: true,
			locking_mode: "locked",
			qos_algorithm_type: "ratelimit",
			qos_algorithm_params: { kbps: "500" },
			other_config: { "ethtool-tx": "false" },
		});
		await bench.settle();
		const other = await bench.client.call("vif.set", {
			id,
			mac: "02:00:00:00:00:12",
		});
		expect(other).not.toBe(id);
		expect(recordOf("VIF", id)).toBeUndefined();
		expect(recordOf("VIF", other)).toMatchObject({
			MAC: "02:00:00:00:00:12",
			currently_attached: true,
			ipv6_allowed: ["2001:db8::1"],
			qos_algorithm_params: { kbps: "500" },
		});
		await bench.client.call("vif.disconnect", { id: other });
		await bench.settle();
		await bench.client.call("vif.connect", { id: other });
		await bench.settle();
		await bench.client.call("vif.delete", { id: other });
		expect(recordOf("VIF", other)).toBeUndefined();
	});

	it("is there in REST", async () => {
		const made = await rest("POST", "/vifs", {
			body: { vmId: vm, networkId: all("network")[0].id },
		});
		expect(made.status).toBe(201);
		const url = `/vifs/${made.body.id}`;
		const patched = await rest("PATCH", url, {
			body: { lockingMode: "disabled", rateLimit: null },
		});
		expect(patched.status).toBe(204);
		expect(recordOf("VIF", made.body.id).locking_mode).toBe("disabled");
		await bench.settle();
		expect((await rest("DELETE", url)).status).toBe(204);
	});
});

describe("names and settings", () => {
	it.each([
		["host", "host"],
		["sr", "SR"],
		["network", "network"],
		["pool", "pool"],
	])("of a %s", async (domain, className) => {
		const [object] = all(className);
		await bench.client.call(`${domain}.set`, {
			id: object.id,
			name_label: "renamed",
			name_description: "described",
		});
		expect(recordOf(className, object.uuid)).toMatchObject({
			name_label: "renamed",
			name_description: "described",
		});
		expect(
			await bench.client.fail(`${domain}.set`, {
				id: object.id,
				name_label: "",
			}),
		).toMatchObject({ code: 10 });
	});

	it("of networks and pools beyond names", async () => {
		const network = all("network").find(({ VIFs }) => VIFs.length === 0);
		const [pool] = all("pool");
		await bench.client.call("network.set", {
			id: network.id,
			mtu: 9000,
			automatic: true,
			nbd: true,
			defaultIsLocked: true,
		});
		await bench.client.call("pool.set", {
			id: pool.id,
			auto_poweron: true,
			migrationNetwork: network.id,
			suspendSr: sr().id,
			migrationCompression: true,
		});
		await bench.settle();
		expect(bench.server.context.objects.find(network.id)).toMatchObject({
			MTU: 9000,
			automatic: true,
			nbd: true,
			defaultIsLocked: true,
		});
		expect(bench.server.context.objects.find(pool.id)).toMatchObject({
			auto_poweron: true,
			suspendSr: sr().id,
			migrationCompression: true,
			otherConfig: expect.objectContaining({
				"xo:migrationNetwork": network.id,
			}),
		});
	});

	it("scans an SR", async () => {
		expect(await bench.client.call("sr.scan", { id: sr().id })).toBe(true);
		const answer = await rest("POST", `/srs/${sr().id}/actions/scan?sync=true`);
		expect(answer.status).toBe(204);
	});
});
