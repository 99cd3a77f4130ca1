import type { XoObjectOf } from "@xo/contract";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { VmBench } from "./_vm-bench.ts";

let bench: VmBench;

beforeEach(async () => {
	bench = await VmBench.start();
});
afterEach(() => bench[Symbol.asyncDispose]());

const call = (method: string, params: unknown) =>
	bench.client.call(method, params);
const fail = (method: string, params: unknown) =>
	bench.client.fail(method, params);

function hosts(): XoObjectOf<"host">[] {
	return [...bench.server.context.objects.ofType("host")];
}

function host(id: string): XoObjectOf<"host"> {
	return bench.server.context.objects.find(id) as XoObjectOf<"host">;
}

function masterId(): string {
	const [pool] = [...bench.server.context.objects.ofType("pool")];
	return pool?.master ?? "";
}

/** A member that is not the master. */
function memberId(): string {
	return hosts().find(({ id }) => id !== masterId())?.id ?? "";
}

function guestsOf(hostId: string): XoObjectOf<"VM">[] {
	return [...bench.server.context.objects.ofType("VM")].filter(
		({ $container }) => $container === hostId,
	);
}

/** A VM that runs on the member and could move: its disks are shared. */
async function guest(): Promise<string> {
	const [halted = ""] = bench.ids("Halted");
	const shared = [...bench.server.context.objects.ofType("SR")].find(
		(sr) => sr.shared && sr.content_type === "user",
	);
	const vm = await call("vm.copy", {
		vm: halted,
		sr: shared?.id,
		name: "guest",
	});
	await bench.settle();
	await call("vm.start", {
		id: vm,
		host: memberId(),
		bypassMacAddressesCheck: true,
	});
	await bench.settle();
	for (const other of guestsOf(memberId())) {
		if (other.id !== vm) {
			await call("vm.stop", { id: other.id, force: true });
		}
	}
	await bench.settle();
	return vm;
}

const until = (isTrue: () => boolean) => bench.client.until(isTrue);

function setHost(id: string, fields: Record<string, unknown>): void {
	const { db } = bench.pool;
	db.update("host", db.findByUuid("host", id) ?? "", fields as never);
}

describe("enable and disable", () => {
	it("take a host out and back", async () => {
		const id = memberId();
		expect(await call("host.disable", { id })).toBe(true);
		await until(() => !host(id).enabled);
		expect(await call("host.enable", { id })).toBe(true);
		await until(() => host(id).enabled);
		await call("host.disable", { id, transient: false });
		await until(() => !host(id).enabled);
	});
});

describe("maintenance", () => {
	it("moves the VMs away, and ends", async () => {
		const vm = await guest();
		const id = memberId();
		await call("host.setMaintenanceMode", { id, maintenance: true });
		await bench.settle();
		expect(host(id).enabled).toBe(false);
		expect(guestsOf(id)).toEqual([]);
		expect(guestsOf(masterId()).map((it) => it.id)).toContain(vm);
		await call("host.setMaintenanceMode", { id, maintenance: false });
		await until(() => host(id).enabled);
	});

	it("names the VMs that cannot move, and changes nothing", async () => {
		const vm = await guest();
		const id = memberId();
		await bench.update(vm, { blocked_operations: { pool_migrate: "stay" } });
		expect(
			await fail("host.setMaintenanceMode", { id, maintenance: true }),
		).toMatchObject({
			code: 21,
			message: expect.stringContaining("guest (OPERATION_BLOCKED)"),
			data: { objectId: id, vms: { [vm]: "OPERATION_BLOCKED" } },
		});
		await bench.settle();
		expect(host(id).enabled).toBe(true);
		const params = { id, maintenance: true, vmsToForceMigrate: [vm] };
		expect(await call("host.setMaintenanceMode", params)).toBe(true);
		await bench.settle();
		expect(guestsOf(id)).toEqual([]);
		expect(bench.record(vm).blocked_operations).toEqual({
			pool_migrate: "stay",
		});
	});
});

describe("restart and stop", () => {
	it("reboots an emptied host, which comes back enabled", async () => {
		const vm = await guest();
		const id = memberId();
		const before = host(id).startTime ?? 0;
		expect(await call("host.restart", { id })).toBe(true);
		await until(() => (host(id).startTime ?? 0) > before && host(id).enabled);
		expect(guestsOf(masterId()).map((it) => it.id)).toContain(vm);
	});

	it("suspends VMs, and resumes them when the host is back", async () => {
		const vm = await guest();
		const id = memberId();
		await bench.update(vm, { blocked_operations: { suspend: "no" } });
		const smart = { id, suspendResidentVms: true };
		expect(await fail("host.restart", smart)).toMatchObject({ code: 19 });
		await bench.settle();
		expect(host(id).enabled).toBe(true);
		expect(bench.record(vm).power_state).toBe("Running");
		await call("host.restart", { ...smart, bypassBlockedSuspend: true });
		await bench.settle();
		expect(bench.record(vm).power_state).toBe("Running");
		expect(guestsOf(id).map((it) => it.id)).toEqual([vm]);
		expect(bench.record(vm).blocked_operations).toEqual({ suspend: "no" });
	});

	it("leaves VMs where they are by force, if the host lets it", async () => {
		await guest();
		const id = memberId();
		expect(await fail("host.restart", { id, force: true })).toMatchObject({
			data: { code: "HOST_IN_USE" },
		});
		await bench.settle();
		expect(host(id).enabled).toBe(true);
		expect(await fail("host.stop", { id, bypassEvacuate: true })).toMatchObject(
			{ data: { code: "HOST_IN_USE" } },
		);
	});

	it("does not restart a member that is ahead of its master", async () => {
		const id = memberId();
		const { db } = bench.pool;
		const ref = db.findByUuid("host", id) ?? "";
		const software = db.get("host", ref).software_version as object;
		setHost(id, {
			software_version: { ...software, product_version: "99.0.0" },
		});
		await bench.settle();
		expect(await fail("host.restart", { id })).toMatchObject({
			code: 25,
			data: { property: "version", object: masterId() },
		});
	});

	it("shuts down, powers on", async () => {
		const id = memberId();
		for (const { id: vm } of guestsOf(id)) {
			await call("vm.stop", { id: vm, force: true });
		}
		await bench.settle();
		expect(await call("host.stop", { id })).toBe(true);
		await until(() => host(id).power_state !== "Running");
		expect(await fail("host.start", { id })).toMatchObject({
			data: { code: "HOST_POWER_ON_MODE_DISABLED" },
		});
		setHost(id, { power_on_mode: "wake-on-lan" });
		await bench.settle();
		await call("host.start", { id });
		await until(() => host(id).power_state === "Running");
	});

	it("saves what it can in an emergency", async () => {
		const vm = await guest();
		const id = memberId();
		await call("host.emergencyShutdownHost", { host: id });
		await until(() => host(id).power_state !== "Running");
		expect(bench.record(vm).power_state).toBe("Suspended");
	});
});

describe("other actions of hosts", () => {
	it("restarts the toolstack, looks for interfaces", async () => {
		const id = memberId();
		const before = host(id).agentStartTime ?? 0;
		await call("host.restart_agent", { id });
		await until(() => (host(id).agentStartTime ?? 0) > before);
		expect(await call("host.restartAgent", { id })).toBe(true);
		expect(await call("host.scanPifs", { id })).toBe(true);
	});

	it("detaches a member without VMs", async () => {
		const vm = await guest();
		const id = memberId();
		expect(await fail("host.detach", { id })).toMatchObject({
			data: { code: "OPERATION_NOT_ALLOWED" },
		});
		await call("vm.stop", { id: vm, force: true });
		await call("host.detach", { id });
		await until(() => host(id) === undefined);
	});

	it("forgets a host that is gone, and no other", async () => {
		const id = memberId();
		expect(await fail("host.forget", { id })).toMatchObject({
			code: 25,
			data: { actual: "Running", property: "power_state" },
		});
		for (const { id: vm } of guestsOf(id)) {
			await call("vm.stop", { id: vm, force: true });
		}
		await bench.settle();
		await call("host.stop", { id });
		await until(() => host(id).power_state !== "Running");
		await call("host.forget", { id });
		await until(() => host(id) === undefined);
	});

	it("makes a member the master, and finds it again", async () => {
		const id = memberId();
		await call("pool.setPoolMaster", { host: id });
		await until(() => masterId() === id);
		// The old master tells of the new one before it is gone.
		await expect
			.poll(() => call("host.disable", { id }).catch(({ message }) => message))
			.toBe(true);
		await until(() => !host(id).enabled);
		const { pools } = bench.server.context;
		await expect.poll(() => pools.list()[0]?.status).toBe("connected");
	});

	it("moves the management to another interface", async () => {
		const id = memberId();
		const pif = [...bench.server.context.objects.ofType("PIF")].find(
			(it) => it.$host === id && it.management,
		);
		const params = { id, pif: pif?.id };
		expect(await call("host.managementReconfigure", params)).toBe(true);
	});
});
