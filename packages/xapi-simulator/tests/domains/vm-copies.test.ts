import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DbRecord } from "../../src/core/types.ts";
import { parseRow, printRow } from "../../src/domains/row-metadata.ts";
import { bootGuest, createWorld, GIB, vmFields, type World } from "./_world.ts";

const NULL = "OpaqueRef:NULL";

let world: World;
beforeEach(async () => {
	world = await createWorld();
});
afterEach(() => world.pool.stop());

const vmNow = (): DbRecord => world.get("VM", world.vm);

function refs(record: DbRecord, field: string): string[] {
	return record[field] as string[];
}

/** The disk of a copied VM. */
function diskOf(vm: string): string {
	const [disk] = refs(world.get("VM", vm), "VBDs")
		.map((it) => world.get("VBD", it))
		.filter((it) => it.type === "Disk");
	return String(disk?.VDI);
}

function messageNames(): string[] {
	const { db } = world.pool;
	return db.refs("message").map((it) => String(db.get("message", it).name));
}

async function start(): Promise<void> {
	await world.call("VM.start", world.vm, false, false);
	bootGuest(world);
}

describe("clone", () => {
	test("is a new VM with new MACs and disks", async () => {
		await world.call("VM.add_tags", world.vm, "blue");
		const clone = await world.call("VM.clone", world.vm, "copy");
		const record = world.get("VM", clone);
		expect(record).toMatchObject({
			name_label: "copy",
			power_state: "Halted",
			is_a_template: false,
			is_a_snapshot: false,
			snapshot_of: NULL,
			parent: NULL,
			tags: ["blue"],
			platform: vmNow().platform,
			domid: -1,
		});
		expect(record.uuid).not.toBe(vmNow().uuid);
		expect(record.other_config).not.toEqual(vmNow().other_config);
		const [vif = ""] = refs(record, "VIFs");
		expect(world.get("VIF", vif).MAC).not.toBe(world.get("VIF", world.vif).MAC);
		const disk = world.get("VDI", diskOf(clone));
		expect(disk).toMatchObject({
			is_a_snapshot: false,
			name_label: "system",
			virtual_size: 10 * GIB,
		});
		expect(messageNames()).toContain("VM_CLONED");
		expect(record.allowed_operations).toContain("start");
	});

	test("of a template names the template", async () => {
		await world.call("VM.set_is_a_template", world.vm, true);
		const clone = await world.call("VM.clone", world.vm, "copy");
		expect(world.get("VM", clone)).toMatchObject({
			is_a_template: true,
			other_config: { base_template_name: "vm" },
		});
	});

	test("copy puts disks on the given SR", async () => {
		const copy = await world.call("VM.copy", world.vm, "copy", world.local);
		expect(world.get("VDI", diskOf(copy)).SR).toBe(world.local);
	});

	test("leaves nothing behind when the SR is full", async () => {
		const { db } = world.pool;
		db.update("SR", world.local, { physical_size: 1 });
		const before = [db.refs("VM").length, db.refs("VDI").length];
		const args = [world.vm, "copy", world.local];
		expect(await world.refused("VM.copy", ...args)).toEqual([
			"SR_BACKEND_FAILURE_44",
			"",
			"There is insufficient space",
			"",
		]);
		expect([db.refs("VM").length, db.refs("VDI").length]).toEqual(before);
	});
});

describe("snapshot", () => {
	test("stands between the VM and its past", async () => {
		await start();
		const first = await world.call("VM.snapshot", world.vm, "one");
		const second = await world.call("VM.snapshot", world.vm, "two");
		expect(vmNow().snapshots).toEqual([first, second]);
		expect(vmNow().parent).toBe(second);
		expect(world.get("VM", second).parent).toBe(first);
		expect(world.get("VM", first).children).toEqual([second]);
		const record = world.get("VM", first);
		expect(record).toMatchObject({
			is_a_template: true,
			is_a_snapshot: true,
			snapshot_of: world.vm,
			snapshot_time: "20260101T00:01:00Z",
			power_state: "Halted",
			resident_on: NULL,
			snapshot_info: {
				"power-state-at-snapshot": "Running",
				"disk-snapshot-type": "crash_consistent",
			},
			other_config: { mac_seed: "8ed0a1ec-4f7f-4b4e-9b1a-000000000001" },
		});
		const [vif = ""] = refs(record, "VIFs");
		expect(world.get("VIF", vif).MAC).toBe(world.get("VIF", world.vif).MAC);
		expect(world.get("VDI", diskOf(first))).toMatchObject({
			is_a_snapshot: true,
			snapshot_of: world.disk,
		});
		expect(world.get("VDI", world.disk).snapshots).toHaveLength(2);
		await world.call("VM.destroy", first);
		expect(world.get("VM", second).parent).toBe(NULL);
	});

	test("leaves ignored disks out", async () => {
		const args = [world.vm, "one", [world.disk]];
		const snapshot = await world.call("VM.snapshot", ...args);
		expect(refs(world.get("VM", snapshot), "VBDs")).toHaveLength(1);
	});

	test("hides parents on VHD storage until they are merged again", async () => {
		const snapshot = await world.call("VM.snapshot", world.vm, "one");
		const bases = () =>
			refs(world.get("SR", world.shared), "VDIs").filter(
				(it) => world.get("VDI", it).managed === false,
			);
		expect(bases()).toHaveLength(1);
		const disk = diskOf(snapshot);
		await world.call("VM.destroy", snapshot);
		await world.call("VDI.destroy", disk);
		expect(bases()).toHaveLength(0);
		expect(world.get("VDI", world.disk).sm_config).toEqual({});
	});

	test("checkpoint keeps the memory and the VM goes on", async () => {
		await start();
		const host = vmNow().resident_on;
		const checkpoint = await world.call("VM.checkpoint", world.vm, "live");
		const record = world.get("VM", checkpoint);
		expect(record.power_state).toBe("Suspended");
		expect(world.get("VDI", String(record.suspend_VDI)).type).toBe("suspend");
		expect(vmNow()).toMatchObject({
			power_state: "Running",
			resident_on: host,
			suspend_VDI: NULL,
			parent: checkpoint,
		});
	});
});

describe("revert", () => {
	test("brings settings and disks back and keeps what is of today", async () => {
		await start();
		const snapshot = await world.call("VM.snapshot", world.vm, "one");
		await world.call("VM.set_name_label", world.vm, "renamed");
		await world.call("VM.add_tags", world.vm, "kept");
		await world.call("VM.revert", snapshot);
		const vm = vmNow();
		expect(vm).toMatchObject({
			name_label: "vm",
			tags: ["kept"],
			power_state: "Halted",
			is_a_template: false,
			is_a_snapshot: false,
			parent: snapshot,
			current_operations: {},
		});
		expect(refs(vm, "VBDs")).not.toContain(world.vbd);
		expect(refs(vm, "VBDs")).toHaveLength(2);
		const disk = diskOf(world.vm);
		expect(disk).not.toBe(world.disk);
		expect(world.pool.db.find("VDI", world.disk)).toBeUndefined();
		expect(world.get("VDI", diskOf(snapshot)).snapshot_of).toBe(disk);
		expect(messageNames()).toContain("VM_SNAPSHOT_REVERTED");
		await start();
		expect(vmNow().power_state).toBe("Running");
	});

	test("to a checkpoint leaves the VM suspended", async () => {
		await start();
		const checkpoint = await world.call("VM.checkpoint", world.vm, "live");
		await world.call("VM.revert", checkpoint);
		expect(vmNow().power_state).toBe("Suspended");
		await world.call("VM.resume", world.vm, false, false);
		expect(vmNow().power_state).toBe("Running");
	});

	test("of a VM that is gone makes it again", async () => {
		const { uuid } = vmNow();
		const snapshot = await world.call("VM.snapshot", world.vm, "one");
		await world.call("VM.destroy", world.vm);
		await world.call("VM.revert", snapshot);
		const vm = String(world.get("VM", snapshot).snapshot_of);
		expect(world.get("VM", vm)).toMatchObject({ uuid, name_label: "vm" });
	});
});

describe("provision", () => {
	const disks = (sr: string) =>
		`<provision><disk device="0" size="10737418240" sr="${sr}" bootable="true" type="system"/></provision>`;

	async function template(sr: string): Promise<string> {
		const config = { disks: disks(sr), mac_seed: "x" };
		const fields = vmFields({ is_a_template: true, other_config: config });
		const created = await world.call("VM.create", fields);
		return world.call("VM.clone", created, "new");
	}

	test("makes the disks that the template asks for", async () => {
		const vm = await template(String(world.get("SR", world.shared).uuid));
		await world.call("VM.provision", vm);
		expect(world.get("VM", vm).is_a_template).toBe(false);
		expect(world.get("VM", vm).other_config).not.toHaveProperty("disks");
		expect(world.get("VDI", diskOf(vm))).toMatchObject({
			name_label: "0",
			name_description: "Created by template provisioner",
			type: "system",
			virtual_size: 10 * GIB,
			sm_config: { vmhint: world.get("VM", vm).uuid },
		});
	});

	test("says which SR it does not know", async () => {
		const vm = await template("nowhere");
		expect(await world.refused("VM.provision", vm)).toEqual([
			"UUID_INVALID",
			"sr",
			"nowhere",
		]);
		expect(world.get("VM", vm).current_operations).toEqual({});
	});
});

describe("destroy", () => {
	test("leaves disks and snapshots", async () => {
		const snapshot = await world.call("VM.snapshot", world.vm, "one");
		await world.call("VM.destroy", world.vm);
		const { db } = world.pool;
		expect(db.find("VBD", world.vbd)).toBeUndefined();
		expect(db.find("VIF", world.vif)).toBeUndefined();
		expect(db.find("VDI", world.disk)?.allowed_operations).toContain("destroy");
		expect(world.get("VM", snapshot).snapshot_of).toBe(world.vm);
	});
});

test("a row's text reads back as the row", () => {
	const record = { ...vmNow(), name_label: 'it\'s \\ (odd) "name"' };
	const read = parseRow("VM", printRow("VM", record));
	expect(read).toEqual(record);
});
