import { afterEach, beforeEach, describe, expect, test } from "vitest";
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

async function startOn(host: string): Promise<void> {
	await world.call("VM.start_on", world.vm, host, false, false);
	bootGuest(world);
}

describe("host", () => {
	test("is evacuated to the others", async () => {
		const [first, second] = world.hosts;
		await startOn(first);
		await world.call("host.disable", first);
		expect(
			await world.call("host.get_vms_which_prevent_evacuation", first),
		).toEqual({});
		await world.call("host.evacuate", first);
		expect(world.get("VM", world.vm).resident_on).toBe(second);
	});

	test("says what prevents an evacuation", async () => {
		const [first, second] = world.hosts;
		await startOn(first);
		await world.call("host.disable", second);
		const error = ["HOST_DISABLED", second];
		expect(
			await world.call("host.get_vms_which_prevent_evacuation", first),
		).toEqual({ [world.vm]: error });
		expect(await world.refused("host.evacuate", first)).toEqual(error);
	});

	test("reboots only when disabled and empty, and comes back", async () => {
		world.pool.stop();
		world = await createWorld({ timeScale: 1 });
		const [, second] = world.hosts;
		expect(await world.refused("host.reboot", second)).toEqual([
			"HOST_NOT_DISABLED",
		]);
		const start = ["VM.start_on", world.vm, second, false, false] as const;
		await advanceUntil(world, world.call(...start));
		await world.call("host.disable", second);
		expect(await world.refused("host.reboot", second)).toEqual([
			"HOST_IN_USE",
			second,
			"vm",
			world.vm,
		]);
		await advanceUntil(world, world.call("VM.hard_shutdown", world.vm));
		await world.call("host.reboot", second);
		await settle();
		const metrics = String(world.get("host", second).metrics);
		const isLive = () => world.get("host_metrics", metrics).live;
		const operations = () =>
			Object.values(world.get("host", second).current_operations as object);
		expect(operations()).toEqual(["reboot"]);
		expect(isLive()).toBe(true);
		await advanceSeconds(15);
		expect(isLive()).toBe(false);
		expect(operations()).toEqual([]);
		expect(
			await world.refused("VM.assert_can_boot_here", world.vm, second),
		).toEqual(["HOST_NOT_LIVE"]);
		await advanceSeconds(90);
		expect(isLive()).toBe(true);
		expect(world.get("host", second).enabled).toBe(true);
	});

	async function advanceSeconds(seconds: number): Promise<void> {
		for (let step = 0; step < seconds; step++) {
			world.clock.advance(1_000);
			await settle();
		}
	}

	test("speaks through XCP-ng's plugins", async () => {
		const [host] = world.hosts;
		const call = (fn: string) =>
			world.call("host.call_plugin", host, "updater.py", fn, {});
		const updates = JSON.parse(await call("check_update"));
		expect(updates[0]).toMatchObject({ name: "xapi-core", version: "24.39.1" });
		await call("update");
		expect(JSON.parse(await call("check_update"))).toEqual([]);
		expect(
			await world.refused("host.call_plugin", host, "nope", "main", {}),
		).toEqual(["XENAPI_MISSING_PLUGIN", "nope"]);
	});

	test("tells the time and its memory", async () => {
		const [host] = world.hosts;
		expect(await world.call("host.get_servertime", host)).toBe(
			"20260101T00:00:00Z",
		);
		expect(await world.call("host.compute_free_memory", host)).toBe(16 * GIB);
	});

	test("is removed only when dead", async () => {
		const [, host] = world.hosts;
		expect(await world.refused("host.destroy", host)).toEqual([
			"HOST_IS_LIVE",
			host,
		]);
		await world.call("host.declare_dead", host);
		await world.call("host.destroy", host);
		expect(world.pool.db.refs("host")).toHaveLength(1);
	});
});

describe("pool", () => {
	test("changes its master", async () => {
		const [, host] = world.hosts;
		await world.call("pool.designate_new_master", host);
		expect(world.pool.masterRef()).toBe(host);
	});

	test("ejects a host with its local storage", async () => {
		const [first, second] = world.hosts;
		await startOn(second);
		expect(await world.refused("pool.eject", second)).toEqual([
			"OPERATION_NOT_ALLOWED",
			"VM resident on host",
		]);
		expect((await world.refused("pool.eject", first))[0]).toBe(
			"INTERNAL_ERROR",
		);
		await world.call("VM.hard_shutdown", world.vm);
		await world.call("pool.eject", second);
		expect(world.pool.db.refs("host")).toEqual([first]);
		expect(world.get("SR", world.shared).PBDs).toHaveLength(1);
	});

	test("turns HA on and off", async () => {
		const enable = (...srs: string[]) =>
			world.refused("pool.enable_ha", srs, {});
		expect(await enable()).toEqual(["CANNOT_CREATE_STATE_FILE"]);
		expect(await enable(world.local)).toEqual([
			"SR_OPERATION_NOT_SUPPORTED",
			world.local,
		]);
		await world.call("pool.enable_ha", [world.shared], {});
		const self = world.pool.poolRef();
		expect(world.get("pool", self)).toMatchObject({
			ha_enabled: true,
			ha_plan_exists_for: 1,
		});
		expect(await enable(world.shared)).toEqual(["HA_IS_ENABLED"]);
		expect(
			await world.refused("pool.designate_new_master", world.hosts[1]),
		).toEqual(["HA_IS_ENABLED"]);
		await world.call("pool.disable_ha");
		expect(world.get("pool", self)).toMatchObject({
			ha_enabled: false,
			ha_statefiles: [],
		});
		expect(await world.refused("pool.disable_ha")).toEqual(["HA_NOT_ENABLED"]);
	});
});

describe("messages and blobs", () => {
	test("are made for objects that exist", async () => {
		const { uuid } = world.get("VM", world.vm);
		const create = (of: unknown) => ["TEST", 3, "VM", of, "body"] as const;
		const message = await world.call("message.create", ...create(uuid));
		expect(world.get("message", message)).toMatchObject({
			name: "TEST",
			priority: 3,
			timestamp: "20260101T00:00:00Z",
		});
		expect(await world.refused("message.create", ...create("x"))).toEqual([
			"UUID_INVALID",
			"VM",
			"x",
		]);
		const since = "20250101T00:00:00Z";
		const found = await world.call("message.get", "VM", uuid, since);
		expect(Object.keys(found)).toEqual([message]);
		expect(await world.call("message.get_since", "20270101T00:00:00Z")).toEqual(
			{},
		);
		await world.call("message.destroy", message);
		expect(world.pool.db.refs("message")).toEqual([]);
	});

	test("blobs have a name on their object", async () => {
		const args = [world.vm, "icon", "image/png"];
		const blob = await world.call("VM.create_new_blob", ...args);
		expect(world.get("VM", world.vm).blobs).toEqual({ icon: blob });
		expect((await world.refused("VM.create_new_blob", ...args))[0]).toBe(
			"MAP_DUPLICATE_KEY",
		);
	});
});
