import type { XoObjectOf } from "@xo/contract";
import { forAllTests, type RunningPool, startTestPool } from "@xo/testing";
import { describe, expect, it } from "vitest";
import { addUser, signInRpc } from "./_rpc-client.ts";
import { VmBench } from "./_vm-bench.ts";

const otherPool = await forAllTests(
	startTestPool({
		hosts: 2,
		vms: 4,
		seed: 7,
		timeScale: 0.05,
	}),
);
const bench = await forAllTests(VmBench.start());
await bench.server.connect(otherPool);

const objects = () => bench.server.context.objects;
const find = (id: string) => objects().find(id);

function vm(id: string): XoObjectOf<"VM"> {
	return find(id) as XoObjectOf<"VM">;
}

function poolIdOf(pool: RunningPool): string {
	return String(pool.db.get("pool", pool.db.refs("pool")[0] ?? "").uuid);
}

function hostsOf(pool: RunningPool) {
	return [...objects().ofType("host")].filter(
		({ $pool }) => $pool === poolIdOf(pool),
	);
}

/** The host of the pool on which the VM is not. */
function anotherHost(id: string): string {
	const hosts = hostsOf(bench.pool);
	return hosts.find((host) => host.id !== vm(id).$container)?.id ?? "";
}

function srsOf(pool: RunningPool) {
	return [...objects().ofType("SR")].filter(
		({ $pool, content_type, shared }) =>
			$pool === poolIdOf(pool) && content_type === "user" && shared,
	);
}

function disksOf(id: string) {
	return vm(id).$VBDs.flatMap((vbdId) => {
		const vbd = find(vbdId ?? "");
		if (vbd?.type !== "VBD" || vbd.is_cd_drive || !vbd.VDI) return [];
		const vdi = find(vbd.VDI);
		return vdi?.type === "VDI" ? [vdi] : [];
	});
}

/** A new VM with a disk on a shared SR, so that any host can run it. */
async function newVm(state = "Halted"): Promise<string> {
	const source = bench.ids("Halted").find((id) => disksOf(id).length > 0);
	const [sr] = srsOf(bench.pool);
	const params = { vm: source, name: "to move", sr: sr?.id };
	const id = await bench.client.call("vm.copy", params);
	await bench.bring(id, state);
	return id;
}

const until = (isTrue: () => boolean) => bench.client.until(isTrue);

/** Another SR of disks, which every host sees. */
async function secondSr(): Promise<string> {
	const [sr] = srsOf(bench.pool);
	const { db } = bench.pool;
	const record = db.get("SR", db.findByUuid("SR", sr?.id ?? "") ?? "");
	const ref = db.create("SR", {
		name_label: "second",
		type: record.type,
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

describe("vm.migrate within a pool", () => {
	it("moves a running VM to another host, and shows it there", async () => {
		const id = await newVm("Running");
		const targetHost = anotherHost(id);
		expect(await bench.client.call("vm.migrate", { vm: id, targetHost })).toBe(
			true,
		);
		await until(() => vm(id).$container === targetHost);
		expect(vm(id).power_state).toBe("Running");
	});

	it("moves disks to the SR that is named, of a halted VM too", async () => {
		for (const state of ["Running", "Halted"]) {
			const id = await newVm(state);
			const sr = await secondSr();
			const targetHost = anotherHost(id);
			const params = { vm: id, targetHost, sr };
			expect(await bench.client.call("vm.migrate", params)).toBe(true);
			await bench.settle();
			expect(disksOf(id).map(({ $SR }) => $SR)).toEqual([sr]);
			expect(vm(id).power_state).toBe(state);
		}
	});

	it("moves only the disks of the map, and turns off their tracking", async () => {
		const id = await newVm("Running");
		const sr = await secondSr();
		const [disk] = disksOf(id);
		await bench.client.call("vdi.set", { id: disk?.id, cbt: true });
		await bench.settle();
		await bench.client.call("vm.migrate", {
			vm: id,
			targetHost: anotherHost(id),
			mapVdisSrs: { [disk?.id ?? ""]: sr },
		});
		await bench.settle();
		const [moved] = disksOf(id);
		expect(moved).toMatchObject({ $SR: sr });
		expect(moved?.cbt_enabled ?? false).toBe(false);
	});

	it("refuses with the reason of the pool", async () => {
		const id = await newVm("Running");
		const { db } = bench.pool;
		const targetHost = anotherHost(id);
		const ref = db.findByUuid("host", targetHost) ?? "";
		db.update("host", ref, { enabled: false });
		const failure = await bench.client.fail("vm.migrate", {
			vm: id,
			targetHost,
		});
		db.update("host", ref, { enabled: true });
		await bench.settle();
		expect(failure).toMatchObject({ data: { code: "HOST_DISABLED" } });
		await bench.update(id, { blocked_operations: { pool_migrate: "keep" } });
		expect(
			await bench.client.fail("vm.migrate", { vm: id, targetHost }),
		).toMatchObject({ code: 19, data: { objectId: id, code: "keep" } });
	});

	it("refuses maps that make no sense", async () => {
		const id = await newVm("Running");
		const targetHost = anotherHost(id);
		const [network] = [...objects().ofType("network")];
		expect(
			await bench.client.fail("vm.migrate", {
				vm: id,
				targetHost,
				mapVifsNetworks: { [vm(id).VIFs[0] ?? ""]: network?.id },
			}),
		).toMatchObject({ code: 10 });
		expect(
			await bench.client.fail("vm.migrate", {
				vm: id,
				targetHost,
				mapVdisSrs: { [disksOf(id)[0]?.id ?? ""]: "nope" },
			}),
		).toMatchObject({ code: 1, data: { id: "nope", type: "SR" } });
		const [far] = srsOf(otherPool);
		expect(
			await bench.client.fail("vm.migrate", {
				vm: id,
				targetHost,
				sr: far?.id,
			}),
		).toMatchObject({ code: 10 });
	});

	it("asks for rights on what the maps name", async () => {
		const id = await newVm("Running");
		const targetHost = anotherHost(id);
		const [sr] = srsOf(bench.pool);
		const user = await addUser(bench.server, "mover@example.org");
		for (const object of [id, targetHost]) {
			const entry = { subject: user.id, object, action: "admin" };
			await bench.client.call("acl.add", entry);
		}
		await using client = await signInRpc(bench.server, user);
		const params = {
			vm: id,
			targetHost,
			mapVdisSrs: { [disksOf(id)[0]?.id ?? ""]: sr?.id },
		};
		expect(await client.fail("vm.migrate", params)).toMatchObject({ code: 1 });
		await bench.client.call("acl.add", {
			subject: user.id,
			object: sr?.id,
			action: "viewer",
		});
		expect(await client.fail("vm.migrate", params)).toMatchObject({
			code: 2,
			data: { permission: "operate" },
		});
		expect(await client.call("vm.migrate", { vm: id, targetHost })).toBe(true);
	});
});

describe("vm.migrate to another pool", () => {
	it("moves a VM with its disks, snapshots and networks", async () => {
		const id = await newVm("Running");
		await bench.client.call("vm.snapshot", { id, name: "before" });
		await bench.settle();
		const [target] = hostsOf(otherPool);
		const [sr] = srsOf(otherPool);
		const [network] = [...objects().ofType("network")].filter(
			({ $pool }) => $pool === poolIdOf(otherPool),
		);
		await bench.client.call("vm.migrate", {
			vm: id,
			targetHost: target?.id,
			sr: sr?.id,
			mapVifsNetworks: Object.fromEntries(
				vm(id).VIFs.map((vif) => [vif, network?.id]),
			),
		});
		await until(() => vm(id)?.$pool === poolIdOf(otherPool));
		await until(() => vm(id).$container === target?.id);
		await until(() => disksOf(id).length === 1 && vm(id).VIFs.length > 0);
		expect(disksOf(id)[0]).toMatchObject({ $SR: sr?.id });
		expect(bench.pool.db.findByUuid("VM", id)).toBeUndefined();
		expect(vm(id).snapshots).toHaveLength(1);
		const vif = find(vm(id).VIFs[0] ?? "");
		expect(vif).toMatchObject({ $network: network?.id });
	});

	it("takes networks of the same name, and the default SR", async () => {
		const id = await newVm("Halted");
		const [target] = hostsOf(otherPool);
		await bench.client.call("vm.migrate", { vm: id, targetHost: target?.id });
		await until(() => vm(id)?.$pool === poolIdOf(otherPool));
	});
});

describe("long work", () => {
	it("goes on when the caller has gone", async () => {
		const id = await newVm("Halted");
		const [target] = hostsOf(otherPool);
		await bench.client.call("vm.migrate", { vm: id, targetHost: target?.id });
		await until(() => vm(id)?.$pool === poolIdOf(otherPool));
		const client = await signInRpc(bench.server);
		const call = client.fail("vm.start", { id });
		await until(() => Object.keys(vm(id).current_operations).length > 0);
		await client[Symbol.asyncDispose]();
		await call.catch(() => undefined);
		await until(() => vm(id).power_state === "Running");
	});
});

describe("vm.copy", () => {
	it("copies to an SR, under a name", async () => {
		const sr = await secondSr();
		const [source = ""] = bench.ids("Halted");
		const id = await bench.client.call("vm.copy", { vm: source, sr });
		await bench.settle();
		expect(vm(id)).toMatchObject({
			name_label: `${vm(source).name_label}_copy`,
			power_state: "Halted",
		});
		for (const disk of disksOf(id)) expect(disk.$SR).toBe(sr);
		expect(disksOf(id)).toHaveLength(disksOf(source).length);
	});

	it("copies a halted VM to another pool, as a new one", async () => {
		const source = await newVm("Halted");
		const [sr] = srsOf(otherPool);
		const params = { vm: source, sr: sr?.id, name: "far away" };
		const id = await bench.client.call("vm.copy", params);
		expect(id).not.toBe(source);
		await until(() => vm(id)?.name_label === "far away");
		expect(vm(id).$pool).toBe(poolIdOf(otherPool));
		expect(vm(source).$pool).toBe(poolIdOf(bench.pool));
	});

	it("refuses a running one", async () => {
		const [vmId] = bench.ids("Running");
		const [sr] = srsOf(bench.pool);
		expect(
			await bench.client.fail("vm.copy", { vm: vmId, sr: sr?.id }),
		).toMatchObject({ code: 13 });
	});
});

describe("vdi.migrate", () => {
	for (const state of ["Running", "Halted"]) {
		it(`moves the disk of a ${state} VM`, async () => {
			const id = await newVm(state);
			const sr = await secondSr();
			const [disk] = disksOf(id);
			const params = { id: disk?.id, sr_id: sr };
			const moved = await bench.client.call("vdi.migrate", params);
			await bench.settle();
			expect(moved).not.toBe(disk?.id);
			expect(disksOf(id).map((it) => it.id)).toEqual([moved]);
			expect(find(moved)).toMatchObject({
				$SR: sr,
				name_label: disk?.name_label,
			});
			expect(find(disk?.id ?? "")).toBeUndefined();
		});
	}

	it("refuses an SR of another pool", async () => {
		const [far] = srsOf(otherPool);
		const [id = ""] = bench.ids("Halted");
		const [disk] = disksOf(id);
		const params = { id: disk?.id, sr_id: far?.id };
		expect(await bench.client.fail("vdi.migrate", params)).toMatchObject({
			code: 10,
		});
	});
});
