import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
	bootGuest,
	createWorld,
	GIB,
	VBD_FIELDS,
	vmFields,
	type World,
} from "./_world.ts";

const NULL = "OpaqueRef:NULL";

let world: World;
beforeEach(async () => {
	world = await createWorld();
});
afterEach(() => world.pool.stop());

async function start(): Promise<void> {
	await world.call("VM.start", world.vm, false, false);
	bootGuest(world);
}

function newDisk(sr: string, size = GIB): Promise<string> {
	return world.call("VDI.create", {
		SR: sr,
		virtual_size: size,
		type: "user",
		sharable: false,
		read_only: false,
		other_config: {},
	});
}

function numberOf(className: string, ref: string, field: string): number {
	return Number(world.get(className, ref)[field]);
}

describe("VDI", () => {
	test("create rounds up on VHD storage and adds to the SR", async () => {
		const before = numberOf("SR", world.shared, "virtual_allocation");
		const vdi = await newDisk(world.shared, GIB + 1);
		const record = world.get("VDI", vdi);
		expect(record).toMatchObject({
			virtual_size: GIB + 2 * 2 ** 20,
			location: record.uuid,
			managed: true,
			snapshot_time: "19700101T00:00:00Z",
		});
		const after = numberOf("SR", world.shared, "virtual_allocation");
		expect(after - before).toBe(GIB + 2 * 2 ** 20);
	});

	test("on LVM is a VHD in a volume of all its blocks", async () => {
		world.pool.db.update("SR", world.local, { type: "lvm" });
		const vdi = await newDisk(world.local, 8 * GIB);
		expect(world.get("VDI", vdi)).toMatchObject({
			virtual_size: 8 * GIB,
			physical_utilisation: 8_615_100_416,
			sm_config: { vdi_type: "vhd" },
		});
	});

	test("needs a plugged SR", async () => {
		const [pbd] = world.get("SR", world.local).PBDs as string[];
		await world.call("PBD.unplug", pbd);
		await expect(newDisk(world.local)).rejects.toMatchObject({
			code: "SR_HAS_NO_PBDS",
			params: [world.local],
		});
	});

	test("snapshot, clone, copy", async () => {
		const snapshot = await world.call("VDI.snapshot", world.disk, {});
		expect(world.get("VDI", snapshot)).toMatchObject({
			is_a_snapshot: true,
			snapshot_of: world.disk,
			snapshot_time: "20260101T00:00:00Z",
			name_label: "system",
		});
		const clone = await world.call("VDI.clone", world.disk, {});
		expect(world.get("VDI", clone)).toMatchObject({
			is_a_snapshot: false,
			snapshot_of: NULL,
		});
		const copy = await world.call("VDI.copy", world.disk, world.local);
		expect(world.get("VDI", copy)).toMatchObject({
			SR: world.local,
			sm_config: {},
			virtual_size: 10 * GIB,
		});
		const small = await newDisk(world.shared);
		expect(
			await world.refused("VDI.copy", world.disk, NULL, NULL, small),
		).toEqual(["VDI_TOO_SMALL", small, String(10 * GIB)]);
	});

	test("grows and never shrinks", async () => {
		await world.call("VDI.resize", world.disk, 20 * GIB);
		expect(world.get("VDI", world.disk).virtual_size).toBe(20 * GIB);
		const [code] = await world.refused("VDI.resize", world.disk, GIB);
		expect(code).toBe("SR_BACKEND_FAILURE_79");
		await start();
		expect(await world.refused("VDI.resize", world.disk, 30 * GIB)).toEqual([
			"VDI_IN_USE",
			world.disk,
			"resize",
		]);
	});

	test("destroy takes the VBDs along", async () => {
		await world.call("VDI.destroy", world.disk);
		expect(world.pool.db.find("VBD", world.vbd)).toBeUndefined();
		expect(await world.refused("VDI.destroy", world.disk)).toEqual([
			"HANDLE_INVALID",
			"VDI",
			world.disk,
		]);
	});

	test("moves to another SR under a running VM", async () => {
		expect(
			await world.refused("VDI.pool_migrate", world.disk, world.local, {}),
		).toEqual(["VM_BAD_POWER_STATE", world.vm, "running", "halted"]);
		const loose = await newDisk(world.shared);
		expect(
			await world.refused("VDI.pool_migrate", loose, world.local, {}),
		).toEqual(["VDI_NEEDS_VM_FOR_MIGRATE", loose]);
		await world.call("VM.start_on", world.vm, world.hosts[0], false, false);
		bootGuest(world);
		const args = [world.disk, world.local, {}];
		const moved = await world.call("VDI.pool_migrate", ...args);
		expect(world.get("VDI", moved).SR).toBe(world.local);
		expect(world.get("VBD", world.vbd).VDI).toBe(moved);
	});

	test("changed block tracking", async () => {
		await world.call("VDI.enable_cbt", world.disk);
		const [one, two] = [
			await world.call("VDI.snapshot", world.disk, {}),
			await world.call("VDI.snapshot", world.disk, {}),
		];
		const bitmap = await world.call("VDI.list_changed_blocks", one, two);
		expect(Buffer.from(bitmap, "base64")).toHaveLength((10 * GIB) / 65_536 / 8);
		const other = await newDisk(world.shared);
		await world.call("VDI.enable_cbt", other);
		const [code] = await world.refused("VDI.list_changed_blocks", other, two);
		expect(code).toBe("SR_BACKEND_FAILURE_460");
		await world.call("VDI.data_destroy", one);
		expect(world.get("VDI", one).type).toBe("cbt_metadata");
		expect(await world.refused("VDI.clone", one, {})).toEqual([
			"VDI_INCOMPATIBLE_TYPE",
			one,
			"cbt_metadata",
		]);
	});
});

describe("VBD", () => {
	const add = (changes: object = {}) =>
		world.refused("VBD.create", {
			...VBD_FIELDS,
			VM: world.vm,
			VDI: world.disk,
			...changes,
		});

	test("autodetect takes the lowest free number", async () => {
		const devices = await world.call("VM.get_allowed_VBD_devices", world.vm);
		expect(devices.slice(0, 3)).toEqual(["1", "2", "4"]);
		const vdi = await newDisk(world.shared);
		const fields = { ...VBD_FIELDS, VM: world.vm, VDI: vdi };
		const vbd = await world.call("VBD.create", fields);
		expect(world.get("VBD", vbd)).toMatchObject({
			userdevice: "1",
			currently_attached: false,
		});
	});

	test("create refuses what cannot be", async () => {
		expect(await add({ userdevice: "xvda" })).toEqual([
			"DEVICE_ALREADY_EXISTS",
			"xvda",
		]);
		expect(await add({ userdevice: "?" })).toEqual(["INVALID_DEVICE", "?"]);
		expect(await add({ type: "CD" })).toEqual(["VBD_CDS_MUST_BE_READONLY"]);
		expect(await add({ empty: true })).toEqual([
			"VBD_NOT_REMOVABLE_MEDIA",
			"in constructor",
		]);
		expect(await add({ VDI: world.disc })).toEqual([
			"VDI_READONLY",
			world.disc,
		]);
	});

	test("insert and eject", async () => {
		await world.call("VBD.insert", world.cd, world.disc);
		expect(world.get("VBD", world.cd)).toMatchObject({
			VDI: world.disc,
			empty: false,
		});
		expect(await world.refused("VBD.insert", world.cd, world.disc)).toEqual([
			"VBD_NOT_EMPTY",
			world.cd,
		]);
		await world.call("VBD.eject", world.cd);
		expect(world.get("VBD", world.cd)).toMatchObject({
			VDI: NULL,
			empty: true,
		});
	});

	test("plug and unplug while the VM runs", async () => {
		await start();
		const vdi = await newDisk(world.shared);
		const fields = { ...VBD_FIELDS, VM: world.vm, VDI: vdi };
		const vbd = await world.call("VBD.create", fields);
		await world.call("VBD.plug", vbd);
		expect(world.get("VBD", vbd)).toMatchObject({
			currently_attached: true,
			device: "xvdb",
		});
		expect(world.get("VDI", vdi).allowed_operations).not.toContain("destroy");
		const uuids = [vbd, world.vm].map((it, index) =>
			String(world.get(index === 0 ? "VBD" : "VM", it).uuid),
		);
		expect(await world.refused("VBD.destroy", vbd)).toEqual([
			"OPERATION_NOT_ALLOWED",
			`VBD '${uuids[0]}' still attached to '${uuids[1]}'`,
		]);
		await world.call("VBD.unplug", vbd);
		await world.call("VBD.destroy", vbd);
		expect(world.get("VDI", vdi).allowed_operations).toContain("destroy");
	});

	test("a running VM keeps its disk from another one", async () => {
		await start();
		const other = await world.call("VM.create", vmFields());
		await world.call("VBD.create", {
			...VBD_FIELDS,
			VM: other,
			VDI: world.disk,
		});
		expect(await world.refused("VM.start", other, false, false)).toEqual([
			"VDI_IN_USE",
			world.disk,
		]);
	});
});

describe("SR and PBD", () => {
	const nfs = { server: "10.0.0.9", serverpath: "/export" };
	const create = (type: string, config: object, shared = true) =>
		[world.hosts[0], config, 0, "new", "", type, "user", shared, {}] as const;

	test("create plugs every host of a shared SR", async () => {
		const sr = await world.call("SR.create", ...create("nfs", nfs));
		const record = world.get("SR", sr);
		expect(record.PBDs).toHaveLength(2);
		expect(record.physical_size).toBeGreaterThan(0);
		expect(record.allowed_operations).toContain("vdi_create");
		for (const pbd of record.PBDs as string[]) {
			expect(world.get("PBD", pbd)).toMatchObject({
				currently_attached: true,
				device_config: nfs,
			});
		}
	});

	test("create leaves nothing when the storage refuses", async () => {
		const count = world.pool.db.refs("SR").length;
		const [code] = await world.refused("SR.create", ...create("nfs", {}));
		expect(code).toBe("SR_BACKEND_FAILURE_102");
		expect(world.pool.db.refs("SR")).toHaveLength(count);
		expect(await world.refused("SR.create", ...create("what", {}))).toEqual([
			"SR_UNKNOWN_DRIVER",
			"what",
		]);
	});

	test("passwords become secrets", async () => {
		const config = { ...nfs, username: "u", password: "hidden" };
		const sr = await world.call("SR.create", ...create("smb", config));
		const [pbd = ""] = world.get("SR", sr).PBDs as string[];
		const stored = world.get("PBD", pbd).device_config as Record<
			string,
			string
		>;
		expect(JSON.stringify(stored)).not.toContain("hidden");
		const secret = await world.call(
			"secret.get_by_uuid",
			stored.password_secret,
		);
		expect(world.get("secret", secret).value).toBe("hidden");
	});

	test("unplug, forget and destroy", async () => {
		await start();
		const pbds = world.get("SR", world.shared).PBDs as string[];
		const host = world.get("VM", world.vm).resident_on;
		const used = pbds.find((it) => world.get("PBD", it).host === host);
		expect(await world.refused("PBD.unplug", used)).toEqual([
			"VDI_IN_USE",
			world.disk,
		]);
		expect(await world.refused("SR.forget", world.shared)).toEqual([
			"SR_HAS_PBD",
			world.shared,
		]);
		await world.call("VM.hard_shutdown", world.vm);
		for (const pbd of pbds) await world.call("PBD.unplug", pbd);
		expect(await world.refused("SR.destroy", world.shared)).toEqual([
			"SR_NOT_EMPTY",
		]);
		await world.call("SR.forget", world.shared);
		expect(world.pool.db.find("VDI", world.disk)).toBeUndefined();
		expect(world.pool.db.find("SR", world.shared)).toBeUndefined();
	});

	test("PBD of an SR that is not shared", async () => {
		const [first, second] = world.hosts;
		const fields = { SR: world.local, device_config: {}, other_config: {} };
		const [existing] = world.get("SR", world.local).PBDs as string[];
		expect(
			await world.refused("PBD.create", { ...fields, host: first }),
		).toEqual(["PBD_EXISTS", world.local, first, existing]);
		const pbd = await world.call("PBD.create", { ...fields, host: second });
		expect(await world.refused("PBD.plug", pbd)).toEqual([
			"SR_NOT_SHARABLE",
			world.local,
			second,
		]);
		await world.call("PBD.destroy", pbd);
		expect(await world.refused("PBD.destroy", existing)).toEqual([
			"OPERATION_NOT_ALLOWED",
			"PBD is currently attached",
		]);
	});

	test("introduce and probe", async () => {
		const sr = await world.call("SR.create", ...create("nfs", nfs));
		const { uuid } = world.get("SR", sr);
		const xml = await world.call("SR.probe", world.hosts[0], nfs, "nfs", {});
		expect(xml).toContain(`<UUID>${uuid}</UUID>`);
		const args = [uuid, "again", "", "nfs", "user", true, {}];
		expect(await world.refused("SR.introduce", ...args)).toEqual([
			"SR_UUID_EXISTS",
			uuid,
		]);
	});
});
