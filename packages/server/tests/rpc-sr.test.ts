import type { XoObjectOf } from "@xo/contract";
import { forAllTests } from "@xo/testing";
import { describe, expect, it } from "vitest";
import { VmBench } from "./_vm-bench.ts";

const bench = await forAllTests(VmBench.start());

const call = (method: string, params: unknown) =>
	bench.client.call(method, params);
const fail = (method: string, params: unknown) =>
	bench.client.fail(method, params);
const find = (id: string) => bench.server.context.objects.find(id);

function sr(id: string): XoObjectOf<"SR"> {
	return find(id) as XoObjectOf<"SR">;
}

function attachedOf(id: string): readonly boolean[] {
	return sr(id).$PBDs.map((pbd) => {
		const object = find(pbd ?? "");
		return object?.type === "PBD" && object.attached;
	});
}

/** A new, empty SR that all hosts are connected to. */
async function newSr(): Promise<string> {
	const { db } = bench.pool;
	const ref = db.create("SR", {
		name_label: "new",
		type: "nfs",
		content_type: "user",
		shared: true,
		physical_size: 2 ** 40,
	} as never);
	for (const host of db.refs("host")) {
		db.create("PBD", { host, SR: ref, currently_attached: true } as never);
	}
	await bench.settle();
	return String(db.get("SR", ref).uuid);
}

/** The SR of a disk that a running VM uses. */
function usedSr(): string {
	for (const vbd of bench.server.context.objects.ofType("VBD")) {
		const vdi = vbd.attached ? find(vbd.VDI ?? "") : undefined;
		if (vdi?.type === "VDI" && !vbd.is_cd_drive) return vdi.$SR ?? "";
	}
	throw new Error("no VM runs");
}

describe("connecting of SRs", () => {
	it("disconnects and connects all hosts", async () => {
		const id = await newSr();
		await call("sr.disconnectAllPbds", { id });
		await bench.settle();
		expect(attachedOf(id)).toEqual([false, false]);
		await call("sr.connectAllPbds", { id });
		await bench.settle();
		expect(attachedOf(id)).toEqual([true, true]);
	});

	it("refuses while VMs use its disks", async () => {
		const id = usedSr();
		expect(await fail("sr.disconnectAllPbds", { id })).toMatchObject({
			code: 17,
		});
		await call("sr.connectAllPbds", { id });
		await bench.settle();
		expect(attachedOf(id)).not.toContain(false);
	});

	it("connects and deletes single PBDs", async () => {
		const id = await newSr();
		const [pbd = ""] = sr(id).$PBDs;
		expect(await fail("pbd.delete", { id: pbd })).toMatchObject({
			data: { code: "OPERATION_NOT_ALLOWED" },
		});
		await call("pbd.disconnect", { id: pbd });
		await bench.settle();
		expect(attachedOf(id)).toContain(false);
		await call("pbd.connect", { id: pbd });
		await call("pbd.disconnect", { id: pbd });
		await call("pbd.delete", { id: pbd });
		await bench.client.until(() => sr(id).$PBDs.length === 1);
	});
});

describe("removing of SRs", () => {
	it("forgets one, disconnecting it first", async () => {
		const id = await newSr();
		const params = { name: "disk", size: 1024 ** 3, sr: id };
		await call("disk.create", params);
		expect(await call("sr.forget", { id })).toBe(true);
		await bench.client.until(() => find(id) === undefined);
	});

	it("leaves one connected that it cannot forget", async () => {
		const id = usedSr();
		expect(await fail("sr.forget", { id })).toMatchObject({ code: 17 });
		await bench.settle();
		expect(attachedOf(id)).not.toContain(false);
	});

	it("destroys an empty one only", async () => {
		const id = await newSr();
		const disk = await call("disk.create", {
			name: "disk",
			size: 1024 ** 3,
			sr: id,
		});
		await bench.settle();
		expect(await fail("sr.destroy", { id })).toMatchObject({
			code: 21,
			message: expect.stringContaining("holds 1 disk"),
			data: { objectId: id, code: "SR_NOT_EMPTY" },
		});
		expect(attachedOf(id)).toEqual([true, true]);
		await call("vdi.delete", { id: disk });
		await bench.settle();
		await call("sr.destroy", { id });
		await bench.client.until(() => find(id) === undefined);
	});
});

describe("pool.setDefaultSr", () => {
	it("makes an SR the default one", async () => {
		const id = await newSr();
		await call("pool.setDefaultSr", { sr: id });
		await bench.settle();
		const [pool] = [...bench.server.context.objects.ofType("pool")];
		expect(pool?.default_SR).toBe(id);
	});
});
