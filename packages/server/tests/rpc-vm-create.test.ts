import { basicOf, forAllTests, TEST_ADMIN } from "@xo/testing";
import { describe, expect, it } from "vitest";
import { restOf } from "./_rest.ts";
import { addUser, signInRpc } from "./_rpc-client.ts";
import { VmBench } from "./_vm-bench.ts";

const bench = await forAllTests(VmBench.start());

const GIB = 1024 ** 3;

function live<T extends Parameters<typeof ofType>[0]>(type: T) {
	return [...ofType(type)];
}

function ofType(type: "VM-template" | "SR" | "network" | "host" | "VDI") {
	return bench.server.context.objects.ofType(type);
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into records
type Loose = any;

function template(isIt: (template: Loose) => boolean): Loose {
	const found = live("VM-template").find(isIt);
	if (found === undefined) throw new Error("there is no such template");
	return found;
}

const blank = () =>
	template((it) => it.isDefaultTemplate && it.virtualizationMode === "hvm");

const sharedSr = (): Loose =>
	live("SR").find((sr: Loose) => sr.content_type === "user" && sr.shared);

const networks = (): Loose[] => live("network");

/** Devices in the pool, of a VM. */
function devices(id: string, kind: "VBD" | "VIF"): Loose[] {
	const { db } = bench.pool;
	return bench.record(id)[`${kind}s`].map((ref: string) => db.get(kind, ref));
}

function vdiOf(vbd: Loose): Loose {
	return bench.pool.db.get("VDI", vbd.VDI);
}

function countOf(className: string): number {
	return bench.pool.db.refs(className).length;
}

describe("vm.create", () => {
	it("makes a VM with disks, VIFs and settings, and starts it", async () => {
		const [network] = networks();
		const id = await bench.client.call("vm.create", {
			template: blank().id,
			name_label: "web 1",
			name_description: "a description",
			CPUs: 2,
			memory: 2 * GIB,
			VDIs: [
				{
					size: "10 GiB",
					SR: sharedSr().id,
					type: "system",
					name_label: "root",
				},
				{ size: GIB },
			],
			VIFs: [
				{
					network: network.id,
					mac: "02:00:00:00:00:01",
					allowedIpv4Addresses: ["192.0.2.7"],
				},
				{ network: network.id },
			],
			tags: ["made by a test"],
			bootAfterCreate: true,
		});
		expect(bench.server.context.objects.find(id)?.type).toBe("VM");
		expect(bench.record(id)).toMatchObject({
			is_a_template: false,
			name_label: "web 1",
			name_description: "a description",
			power_state: "Running",
			VCPUs_at_startup: 2,
			memory_dynamic_max: 2 * GIB,
			memory_static_max: 2 * GIB,
			tags: expect.arrayContaining(["made by a test"]),
		});
		const disks = devices(id, "VBD").filter(({ type }) => type === "Disk");
		expect(disks.map((vbd) => vdiOf(vbd).virtual_size)).toEqual([
			10 * GIB,
			GIB,
		]);
		expect(disks.map(({ bootable }) => bootable)).toEqual([true, false]);
		expect(vdiOf(disks[0])).toMatchObject({
			name_label: "root",
			type: "system",
		});
		expect(devices(id, "VIF")).toMatchObject([
			{
				MAC: "02:00:00:00:00:01",
				ipv4_allowed: ["192.0.2.7"],
				locking_mode: "locked",
			},
			{ locking_mode: "network_default" },
		]);
		const { other_config, uuid } = bench.record(id);
		expect(
			JSON.parse(other_config[`xo:${uuid.slice(0, 8)}`]).creation,
		).toMatchObject({ user: bench.server.adminId, template: blank().uuid });
	});

	it("changes the disks of a template that has some", async () => {
		const source = bench.ids("Halted").find((id) => {
			return devices(id, "VBD").some(({ type }) => type === "Disk");
		});
		const copy = await bench.client.call("vm.clone", {
			id: source,
			name: "golden",
			full_copy: false,
		});
		await bench.client.call("vm.convertToTemplate", { id: copy });
		await bench.settle();
		const [disk] = devices(copy, "VBD").filter(({ type }) => type === "Disk");
		const before = vdiOf(disk).virtual_size;
		const id = await bench.client.call("vm.create", {
			template: copy,
			name_label: "from golden",
			existingDisks: {
				[disk.userdevice]: {
					size: before + GIB,
					$SR: sharedSr().id,
					name_label: "bigger",
				},
			},
			VIFs: [],
		});
		const made = devices(id, "VBD").find(
			({ userdevice }) => userdevice === disk.userdevice,
		);
		expect(vdiOf(made)).toMatchObject({
			name_label: "bigger",
			virtual_size: before + GIB,
			SR: bench.pool.db.findByUuid("SR", sharedSr().uuid),
		});
		expect(devices(id, "VIF")).toEqual([]);
		expect(devices(copy, "VBD")).toContainEqual(
			expect.objectContaining({ VDI: disk.VDI }),
		);
	});

	it("installs from an ISO, or from the network", async () => {
		const iso = live("VDI").find((vdi: Loose) => {
			const sr = bench.server.context.objects.find(vdi.$SR) as Loose;
			return sr?.content_type === "iso";
		});
		const fromIso = await bench.client.call("vm.create", {
			template: blank().id,
			name_label: "from ISO",
			installation: { method: "cdrom", repository: iso?.id },
		});
		expect(devices(fromIso, "VBD")).toMatchObject([
			{ type: "CD", empty: false, bootable: true },
		]);
		const fromNet = await bench.client.call("vm.create", {
			template: blank().id,
			name_label: "from network",
			installation: { method: "network", repository: "" },
		});
		expect(bench.record(fromNet).HVM_boot_params.order).toMatch(/^n/);
	});

	it("leaves nothing behind when it fails midway", async () => {
		const before = { VM: countOf("VM"), VDI: countOf("VDI") };
		const error = await bench.client.fail("vm.create", {
			template: blank().id,
			name_label: "doomed",
			VDIs: [{ size: GIB }],
			VIFs: [
				{ network: networks()[0].id, device: "0" },
				{ network: networks()[0].id, device: "0" },
			],
		});
		expect(error.message).toMatch(/device 0 is taken/);
		expect({ VM: countOf("VM"), VDI: countOf("VDI") }).toEqual(before);
	});

	it.each([
		["memory", { memory: 1 }, /less than the minimum/],
		["an unknown SR", { VDIs: [{ size: GIB, SR: "x" }] }, /no SR/],
		["an unknown network", { VIFs: [{ network: "x" }] }, /no network/],
		["cloud-init", { cloudConfig: "#cloud-config" }, /not available/],
		["a MAC address", { VIFs: [{ network: "x", mac: "y" }] }, /VIFs\/0\/mac/],
	])("refuses wrong wishes before it begins: %s", async (_, wish, message) => {
		const before = countOf("VM");
		const error = await bench.client.fail("vm.create", {
			template: blank().id,
			name_label: "wrong",
			...wish,
		});
		expect(error.code).toBe(10);
		expect(JSON.stringify(error)).toMatch(message);
		expect(countOf("VM")).toBe(before);
	});

	it("is for administrators of the pool", async () => {
		const user = await addUser(bench.server, "maker@example.org");
		await using client = await signInRpc(bench.server, user);
		const params = { template: blank().id, name_label: "mine" };
		// Whoever may not see the template is not told that it exists.
		expect(await client.fail("vm.create", params)).toMatchObject({ code: 1 });
		await bench.client.call("acl.add", {
			subject: user.id,
			object: blank().$pool,
			action: "admin",
		});
		const id = await client.call("vm.create", params);
		expect(bench.record(id).name_label).toBe("mine");
		const acls = [{ subject: user.id, action: "admin" }];
		expect(await client.fail("vm.create", { ...params, acls })).toMatchObject({
			code: 2,
		});
	});

	it("is there in REST, under REST's names", async () => {
		const rest = restOf(bench.server.url, {
			authorization: basicOf(TEST_ADMIN),
		});
		const url = `/pools/${blank().$pool}/actions/create_vm?sync=true`;
		const { status, body } = await rest("POST", url, {
			body: {
				template: blank().id,
				name_label: "by REST",
				cpus: 3,
				memory: 4 * GIB,
				autoPoweron: true,
				vifs: [{ network: networks()[0].id, ipv4_allowed: ["192.0.2.9"] }],
				vdis: [
					{ name_label: "data", size: GIB },
					{ userdevice: "5", size: 2 * GIB, sr: sharedSr().id },
				],
			},
		});
		expect(status).toBe(201);
		expect(bench.record(body.id)).toMatchObject({
			name_label: "by REST",
			VCPUs_at_startup: 3,
			other_config: expect.objectContaining({ auto_poweron: "true" }),
		});
		expect(
			devices(body.id, "VBD").map((vbd) => [
				vbd.userdevice,
				vdiOf(vbd).virtual_size,
			]),
		).toEqual(
			expect.arrayContaining([
				["5", 2 * GIB],
				[expect.any(String), GIB],
			]),
		);
		const missing = await rest("POST", url.replace("?sync=true", ""), {
			body: { template: blank().id },
		});
		expect(missing.status).toBe(422);
	});
});
