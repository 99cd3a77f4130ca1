import { forAllTests } from "@xo/testing";
import { describe, expect, it } from "vitest";
import { addUser, signInRpc } from "./_rpc-client.ts";
import { VmBench } from "./_vm-bench.ts";

const bench = await forAllTests(VmBench.start());

/** Ids of the disks in the pool, of a VM. */
function disksOf(id: string): string[] {
	const { db } = bench.pool;
	return bench
		.record(id)
		.VBDs.map((vbd: string) => db.get("VBD", vbd))
		.filter((vbd: { type: string }) => vbd.type === "Disk")
		.map((vbd: { VDI: string }) => String(db.get("VDI", vbd.VDI).uuid));
}

function hasDisk(uuid: string): boolean {
	return bench.pool.db.findByUuid("VDI", uuid) !== undefined;
}

function isThere(id: string): boolean {
	return bench.pool.db.findByUuid("VM", id) !== undefined;
}

async function clone(name = "a clone"): Promise<string> {
	const source = bench.ids("Halted").find((id) => disksOf(id).length > 0);
	const params = { id: source, name, full_copy: false };
	const id = await bench.client.call("vm.clone", params);
	await bench.settle();
	return id;
}

describe("vm.snapshot and vm.revert", () => {
	it("takes the name and description, and goes back", async () => {
		const id = await clone();
		const snapshot = await bench.client.call("vm.snapshot", {
			id,
			name: "before",
			description: "a description",
		});
		expect(bench.record(snapshot)).toMatchObject({
			is_a_snapshot: true,
			name_label: "before",
			name_description: "a description",
			snapshot_of: bench.refOf(id),
		});
		await bench.client.call("vm.set", { id, name_label: "after" });
		await bench.settle();
		expect(await bench.client.call("vm.revert", { snapshot })).toBe(true);
		expect(bench.record(id).name_label).not.toBe("after");
		expect(await bench.client.fail("vm.revert", { snapshot: id })).toEqual({
			code: 1,
			message: `no such VM-snapshot ${id}`,
			data: { id, type: "VM-snapshot" },
		});
	});

	it("makes up a name of the VM's and the time", async () => {
		const id = await clone("nameless");
		const snapshot = await bench.client.call("vm.snapshot", { id });
		expect(bench.record(snapshot).name_label).toMatch(
			/^nameless_\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/,
		);
	});

	it("saves the memory of a running one", async () => {
		const id = await clone();
		await bench.bring(id, "Running");
		const params = { id, saveMemory: true };
		const snapshot = await bench.client.call("vm.snapshot", params);
		expect(bench.record(snapshot).power_state).toBe("Suspended");
		expect(bench.record(id).power_state).toBe("Running");
	});

	it("leaves out disks that say so in their names", async () => {
		const id = await clone();
		const [disk = ""] = disksOf(id);
		const ref = bench.pool.db.findByUuid("VDI", disk) ?? "";
		bench.pool.db.update("VDI", ref, { name_label: "[NOSNAP] cache" });
		await bench.settle();
		const snapshot = await bench.client.call("vm.snapshot", { id });
		expect(disksOf(snapshot)).toHaveLength(disksOf(id).length - 1);
	});
});

describe("vm.clone", () => {
	for (const full_copy of [true, false]) {
		it(`copies with full_copy ${full_copy}`, async () => {
			const id = await clone();
			const params = { id, name: "copy", full_copy };
			const copy = await bench.client.call("vm.clone", params);
			expect(bench.record(copy)).toMatchObject({
				name_label: "copy",
				power_state: "Halted",
			});
			expect(disksOf(copy)).toHaveLength(disksOf(id).length);
			expect(disksOf(copy)).not.toEqual(disksOf(id));
		});
	}

	it("refuses a running one", async () => {
		const [id] = bench.ids("Running");
		const params = { id, name: "copy", full_copy: false };
		expect(await bench.client.fail("vm.clone", params)).toMatchObject({
			code: 13,
			data: { objectId: id, actual: "running" },
		});
	});
});

it("makes no template of a running VM", async () => {
	const [id] = bench.ids("Running");
	expect(await bench.client.fail("vm.convertToTemplate", { id })).toMatchObject(
		{
			code: 13,
			data: { objectId: id, expected: ["halted"], actual: "running" },
		},
	);
});

describe("vm.delete", () => {
	it("takes disks, snapshots and their disks along", async () => {
		const id = await clone();
		const snapshot = await bench.client.call("vm.snapshot", { id });
		await bench.settle();
		const disks = [...disksOf(id), ...disksOf(snapshot)];
		expect(disks.length).toBeGreaterThan(1);
		expect(await bench.client.call("vm.delete", { id })).toBe(true);
		expect(isThere(id)).toBe(false);
		expect(isThere(snapshot)).toBe(false);
		expect(disks.filter(hasDisk)).toEqual([]);
		await bench.client.until(() => !bench.client.objects.has(id));
	});

	it("leaves the disks when told so", async () => {
		const id = await clone();
		const disks = disksOf(id);
		await bench.client.call("vm.delete", { id, deleteDisks: false });
		expect(isThere(id)).toBe(false);
		expect(disks.filter(hasDisk)).toEqual(disks);
	});

	it("leaves a disk that another VM has too", async () => {
		const id = await clone();
		const other = await clone("other");
		const [disk = ""] = disksOf(id);
		const { db } = bench.pool;
		db.create("VBD", {
			VM: bench.refOf(other),
			VDI: db.findByUuid("VDI", disk) ?? "",
			type: "Disk",
			userdevice: "7",
		});
		await bench.settle();
		await bench.client.call("vm.delete", { id });
		expect(isThere(id)).toBe(false);
		expect(hasDisk(disk)).toBe(true);
	});

	it("stops a running one only by force", async () => {
		const id = await clone();
		await bench.bring(id, "Running");
		expect(await bench.client.fail("vm.delete", { id })).toMatchObject({
			code: 13,
			data: { objectId: id, actual: "running" },
		});
		expect(await bench.client.call("vm.delete", { id, force: true })).toBe(
			true,
		);
		expect(isThere(id)).toBe(false);
	});

	it("respects a block, unless told otherwise", async () => {
		const id = await clone();
		await bench.update(id, { blocked_operations: { destroy: "keep" } });
		expect(await bench.client.fail("vm.delete", { id })).toEqual({
			code: 19,
			message: "operation blocked",
			data: { objectId: id, code: "keep" },
		});
		const params = { id, forceBlockedOperation: true };
		expect(await bench.client.call("vm.delete", params)).toBe(true);
		expect(isThere(id)).toBe(false);
	});

	it("spares default templates, unless told otherwise", async () => {
		const templates = [
			...bench.server.context.objects.ofType("VM-template"),
		].filter(({ isDefaultTemplate }) => isDefaultTemplate);
		const id = templates[0]?.id ?? "";
		expect(await bench.client.fail("vm.delete", { id })).toMatchObject({
			code: 5,
			data: { reason: "default template" },
		});
		const params = { id, forceDeleteDefaultTemplate: true };
		expect(await bench.client.call("vm.delete", params)).toBe(true);
		expect(isThere(id)).toBe(false);
	});
});

describe("a read-only connection", () => {
	it("refuses to change anything, and still shows all", async () => {
		const [connection] = bench.server.context.pools.list();
		const { id: connectionId } = connection ?? { id: "" };
		await bench.client.call("server.set", { id: connectionId, readOnly: true });
		const [id] = bench.ids("Halted");
		for (const [method, params] of [
			["vm.start", { id }],
			["vm.set", { id, name_label: "x" }],
			["vm.delete", { id }],
			["tag.add", { id, tag: "x" }],
		] as const) {
			expect(await bench.client.fail(method, params)).toMatchObject({
				code: 5,
				data: { reason: "the pool connection is read-only" },
			});
		}
		await bench.client.call("server.set", {
			id: connectionId,
			readOnly: false,
		});
	});
});

describe("a user with rights on one VM", () => {
	it("can do with it what the role allows", async () => {
		const id = await clone();
		const user = await addUser(bench.server, "operator@example.org");
		await using client = await signInRpc(bench.server, user);
		const missing = await client.fail("vm.start", { id: "nope" });
		expect(missing.code).toBe(1);
		const unseen = await client.fail("vm.start", { id });
		expect(JSON.stringify(unseen).replaceAll(id, "nope")).toBe(
			JSON.stringify(missing),
		);
		const viewer = { subject: user.id, object: id, action: "viewer" };
		await bench.client.call("acl.add", viewer);
		expect(await client.fail("vm.start", { id })).toEqual({
			code: 2,
			message: "not enough permissions",
			data: { permission: "operate", object: { id, type: "VM" } },
		});
		const entry = { subject: user.id, object: id, action: "operator" };
		await bench.client.call("acl.add", entry);
		expect(await client.call("vm.start", { id })).toBe(true);
		expect(await client.fail("vm.delete", { id })).toMatchObject({ code: 2 });
	});
});
