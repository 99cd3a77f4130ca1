import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DbRecord } from "../../src/core/types.ts";
import {
	advanceUntil,
	bootGuest,
	createWorld,
	GIB,
	settle,
	type World,
} from "./_world.ts";

let world: World;
beforeEach(async () => {
	world = await createWorld();
});
afterEach(() => world.pool.stop());

const vmNow = (): DbRecord => world.get("VM", world.vm);

async function start(): Promise<void> {
	await world.call("VM.start", world.vm, false, false);
	bootGuest(world);
}

/** Follows the values that a field of the VM takes. */
function follow(field: string): unknown[] {
	const seen: unknown[] = [];
	world.pool.db.onChange(({ className, ref }) => {
		if (className !== "VM" || ref !== world.vm) return;
		const value = vmNow()[field];
		if (JSON.stringify(seen.at(-1)) !== JSON.stringify(value)) seen.push(value);
	});
	return seen;
}

describe("start", () => {
	test("runs on a host with all that belongs to it", async () => {
		await start();
		const vm = vmNow();
		expect(vm.power_state).toBe("Running");
		// The master counts half, so the other host is taken.
		expect(vm.resident_on).toBe(world.hosts[1]);
		expect(vm.scheduled_to_be_resident_on).toBe("OpaqueRef:NULL");
		expect(vm.domid).toBeGreaterThan(0);
		expect(vm.platform).toMatchObject({
			"device-model": "qemu-upstream-compat",
		});
		expect(vm.consoles).toHaveLength(1);
		const [console] = vm.consoles as string[];
		expect(world.get("console", console ?? "")).toMatchObject({
			protocol: "rfb",
			location: expect.stringMatching(
				/^https:\/\/127\.0\.0\.2\/console\?uuid=/,
			),
		});
		expect(world.get("VBD", world.vbd)).toMatchObject({
			currently_attached: true,
			device: "xvda",
		});
		expect(world.get("VBD", world.cd).device).toBe("xvdd");
		expect(world.get("VIF", world.vif).currently_attached).toBe(true);
		expect(world.get("VM_metrics", String(vm.metrics))).toMatchObject({
			memory_actual: 2 * GIB,
			VCPUs_number: 2,
			current_domain_type: "hvm",
			start_time: "20260101T00:00:00Z",
		});
	});

	test("writes in XAPI's order", async () => {
		const operations = follow("current_operations");
		const states = follow("power_state");
		await world.call("VM.start", world.vm, false, false);
		expect(states).toEqual(["Halted", "Running"]);
		expect(operations.map((it) => Object.values(it as object))).toEqual([
			["start"],
			[],
		]);
	});

	test("tells it and takes memory", async () => {
		await start();
		const messages = world.pool.db
			.refs("message")
			.map((it) => world.get("message", it));
		expect(messages).toMatchObject([
			{ name: "VM_STARTED", priority: 5, cls: "VM", obj_uuid: vmNow().uuid },
		]);
		expect(messages[0]?.body).toMatch(
			/^VM 'vm' \(uuid: .*\) started on host: host2 \(uuid: .*\)$/,
		);
		const free = await world.call("host.compute_free_memory", world.hosts[1]);
		expect(free).toBe(14 * GIB - 23 * 2 ** 20);
	});

	test("the agent reports a little later, and again after a reboot", async () => {
		await world.call("VM.start", world.vm, false, false);
		expect(vmNow().guest_metrics).toBe("OpaqueRef:NULL");
		bootGuest(world);
		const first = String(vmNow().guest_metrics);
		expect(world.get("VM_guest_metrics", first)).toMatchObject({
			PV_drivers_detected: true,
			os_version: { distro: "debian" },
		});
		await world.call("VM.clean_reboot", world.vm);
		expect(vmNow().guest_metrics).toBe("OpaqueRef:NULL");
		bootGuest(world);
		expect(vmNow().guest_metrics).not.toBe(first);
		expect(vmNow().allowed_operations).toContain("pool_migrate");
	});

	test("needs memory", async () => {
		await world.call("VM.set_memory", world.vm, 64 * GIB);
		expect(await world.refused("VM.start", world.vm, false, false)).toEqual([
			"HOST_NOT_ENOUGH_FREE_MEMORY",
			expect.any(String),
			String(16 * GIB),
		]);
	});

	test("needs a host that sees the disks", async () => {
		const vdi = await world.call("VDI.copy", world.disk, world.local);
		await world.call("VBD.destroy", world.vbd);
		world.pool.db.create("VBD", {
			VM: world.vm,
			VDI: vdi,
			userdevice: "0",
			mode: "RW",
			type: "Disk",
		});
		const [first, second] = world.hosts;
		expect(await world.call("VM.get_possible_hosts", world.vm)).toEqual([
			first,
		]);
		expect(
			await world.refused("VM.start_on", world.vm, second, false, false),
		).toEqual(["VM_REQUIRES_SR", world.vm, world.local]);
		await world.call("host.disable", first);
		expect(await world.refused("VM.start", world.vm, false, false)).toEqual([
			"NO_HOSTS_AVAILABLE",
		]);
		expect(
			await world.refused("VM.assert_can_boot_here", world.vm, first),
		).toEqual(["HOST_DISABLED", first]);
	});
});

describe("the end of a domain", () => {
	test.each(["clean_shutdown", "hard_shutdown", "shutdown"])(
		"%s halts and releases",
		async (operation) => {
			await start();
			await world.call(`VM.${operation}`, world.vm);
			expect(vmNow()).toMatchObject({
				power_state: "Halted",
				domid: -1,
				resident_on: "OpaqueRef:NULL",
				consoles: [],
				current_operations: {},
			});
			expect(world.get("VBD", world.vbd).currently_attached).toBe(false);
			expect(world.get("VBD", world.vbd).allowed_operations).toEqual([
				"attach",
			]);
			expect(world.get("VDI", world.disk).allowed_operations).toContain(
				"destroy",
			);
		},
	);

	test("suspend keeps devices and writes an image; resume removes it", async () => {
		await start();
		const host = vmNow().resident_on;
		await world.call("VM.suspend", world.vm);
		expect(vmNow()).toMatchObject({
			power_state: "Suspended",
			resident_on: "OpaqueRef:NULL",
			domid: -1,
		});
		const image = String(vmNow().suspend_VDI);
		expect(world.get("VDI", image)).toMatchObject({
			name_label: "Suspend image",
			type: "suspend",
			SR: world.shared,
		});
		expect(world.get("VBD", world.vbd).currently_attached).toBe(true);
		await world.call("VM.resume", world.vm, false, false);
		expect(vmNow()).toMatchObject({
			power_state: "Running",
			resident_on: host,
			suspend_VDI: "OpaqueRef:NULL",
		});
		expect(world.pool.db.find("VDI", image)).toBeUndefined();
	});

	test("suspend without an SR that the host sees", async () => {
		await start();
		const { db } = world.pool;
		db.update("pool", world.pool.poolRef(), { suspend_image_SR: world.local });
		expect(await world.refused("VM.suspend", world.vm)).toEqual([
			"VM_NO_SUSPEND_SR",
			world.vm,
		]);
	});

	test("a hard shutdown of a suspended VM drops its image", async () => {
		await start();
		await world.call("VM.suspend", world.vm);
		const image = String(vmNow().suspend_VDI);
		await world.call("VM.hard_shutdown", world.vm);
		expect(vmNow().power_state).toBe("Halted");
		expect(world.pool.db.find("VDI", image)).toBeUndefined();
	});

	test("pause and unpause", async () => {
		await start();
		await world.call("VM.pause", world.vm);
		expect(vmNow().power_state).toBe("Paused");
		expect(await world.refused("VM.suspend", world.vm)).toEqual([
			"VM_BAD_POWER_STATE",
			world.vm,
			"running",
			"paused",
		]);
		await world.call("VM.unpause", world.vm);
		expect(vmNow().power_state).toBe("Running");
	});

	test("power_state_reset halts without asking", async () => {
		await start();
		await world.call("VM.power_state_reset", world.vm);
		expect(vmNow().power_state).toBe("Halted");
	});
});

describe("migration within the pool", () => {
	test("moves the domain and its console", async () => {
		await start();
		const [before] = vmNow().consoles as string[];
		await world.call("VM.pool_migrate", world.vm, world.hosts[0], {});
		expect(vmNow().resident_on).toBe(world.hosts[0]);
		const [after] = vmNow().consoles as string[];
		expect(after).not.toBe(before);
		expect(world.get("console", after ?? "").location).toContain("127.0.0.1");
	});

	test("needs room on the other side", async () => {
		await start();
		const metrics = String(world.get("host", world.hosts[0]).metrics);
		world.pool.db.update("host_metrics", metrics, { memory_total: GIB });
		expect(
			await world.refused("VM.pool_migrate", world.vm, world.hosts[0], {}),
		).toEqual([
			"HOST_NOT_ENOUGH_FREE_MEMORY",
			String(2 * GIB + 23 * 2 ** 20),
			String(GIB),
		]);
	});

	test("storage moves with migrate_send", async () => {
		await start();
		const [host] = world.hosts;
		const dest = await world.call(
			"host.migrate_receive",
			host,
			world.network,
			{},
		);
		const vdiMap = { [world.disk]: world.local };
		const args = [world.vm, dest, true, vdiMap, {}, {}];
		expect(await world.call("VM.migrate_send", ...args)).toBe(world.vm);
		const moved = String(world.get("VBD", world.vbd).VDI);
		expect(moved).not.toBe(world.disk);
		expect(world.get("VDI", moved).SR).toBe(world.local);
		expect(world.pool.db.find("VDI", world.disk)).toBeUndefined();
		expect(vmNow().resident_on).toBe(host);
	});
});

describe("operations that take time", () => {
	test("a hard shutdown cancels a clean one", async () => {
		world.pool.stop();
		world = await createWorld({ timeScale: 1 });
		const starting = world.call("VM.start", world.vm, false, false);
		await advanceUntil(world, starting);
		bootGuest(world);
		const clean = world.refused("VM.clean_shutdown", world.vm);
		await settle();
		expect(Object.values(vmNow().current_operations as object)).toEqual([
			"clean_shutdown",
		]);
		expect(vmNow().allowed_operations).toEqual([
			"hard_shutdown",
			"hard_reboot",
		]);
		const hard = world.call("VM.hard_shutdown", world.vm);
		expect((await clean)[0]).toBe("TASK_CANCELLED");
		await advanceUntil(world, hard);
		expect(vmNow().power_state).toBe("Halted");
	});

	test("what runs keeps others away", async () => {
		world.pool.stop();
		world = await createWorld({ timeScale: 1 });
		const starting = world.call("VM.start", world.vm, false, false);
		await settle();
		const [task = ""] = Object.keys(vmNow().current_operations as object);
		expect(await world.refused("VM.clone", world.vm, "x")).toEqual([
			"OTHER_OPERATION_IN_PROGRESS",
			"VM",
			world.vm,
			"start",
			task,
		]);
		expect(vmNow().scheduled_to_be_resident_on).toBe(world.hosts[1]);
		await advanceUntil(world, starting);
		expect(vmNow().current_operations).toEqual({});
	});
});
