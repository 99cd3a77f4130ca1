import { afterEach, expect, test } from "vitest";
import { bootGuest, createWorld, type World } from "./_world.ts";

const worlds: World[] = [];
afterEach(() => {
	for (const world of worlds.splice(0)) world.pool.stop();
});

async function twoPools() {
	const [from, to] = [await createWorld(), await createWorld()];
	worlds.push(from, to);
	const [host] = to.hosts;
	const dest = await to.call("host.migrate_receive", host, to.network, {});
	return { from, to, dest };
}

test("a running VM moves to another pool with its uuid", async () => {
	const { from, to, dest } = await twoPools();
	await from.call("VM.start", from.vm, false, false);
	bootGuest(from);
	const { uuid } = from.get("VM", from.vm);
	const snapshot = await from.call("VM.snapshot", from.vm, "old");
	to.pool.db.destroy("VM", to.vm);
	const vdiMap = { [from.disk]: to.shared };
	const args = (vifMap: object) =>
		[from.vm, dest, true, vdiMap, vifMap, {}] as const;
	expect(await from.refused("VM.assert_can_migrate", ...args({}))).toEqual([
		"VIF_NOT_IN_MAP",
		from.vif,
	]);
	const vifMap = { [from.vif]: to.network };
	const moved = await from.call("VM.migrate_send", ...args(vifMap));
	expect(to.get("VM", moved)).toMatchObject({
		uuid,
		power_state: "Running",
		resident_on: to.hosts[0],
		snapshots: [expect.any(String)],
	});
	expect(to.get("VM", String(to.get("VM", moved).parent))).toMatchObject({
		name_label: "old",
		snapshot_of: moved,
	});
	expect(from.pool.db.find("VM", snapshot)).toBeUndefined();
	expect(from.pool.db.find("VM", from.vm)).toBeUndefined();
	expect(from.pool.db.find("VDI", from.disk)).toBeUndefined();
});

test("every disk needs a place, without CBT", async () => {
	const { from, to, dest } = await twoPools();
	const vifMap = { [from.vif]: to.network };
	const send = (vdiMap: object, options = {}) =>
		from.refused(
			"VM.assert_can_migrate",
			...[from.vm, dest, true, vdiMap, vifMap, options],
		);
	expect(await send({})).toEqual(["VDI_NOT_IN_MAP", from.disk]);
	await from.call("VDI.enable_cbt", from.disk);
	expect(await send({ [from.disk]: to.shared })).toEqual([
		"VDI_CBT_ENABLED",
		from.disk,
	]);
});

test("a halted VM is copied on demand", async () => {
	const { from, to, dest } = await twoPools();
	const copy = await from.call(
		"VM.migrate_send",
		from.vm,
		dest,
		true,
		{ [from.disk]: to.shared },
		{ [from.vif]: to.network },
		{ copy: "true" },
	);
	expect(to.get("VM", copy).uuid).not.toBe(from.get("VM", from.vm).uuid);
	expect(from.get("VM", from.vm).power_state).toBe("Halted");
});

test("a suspended VM takes its memory along", async () => {
	const { from, to, dest } = await twoPools();
	to.pool.db.destroy("VM", to.vm);
	await from.call("VM.start", from.vm, false, false);
	bootGuest(from);
	await from.call("VM.suspend", from.vm);
	const moved = await from.call(
		"VM.migrate_send",
		from.vm,
		dest,
		true,
		{ [from.disk]: to.shared },
		{ [from.vif]: to.network },
		{},
	);
	expect(to.get("VM", moved).power_state).toBe("Suspended");
	await to.call("VM.resume", moved, false, false);
	expect(to.get("VM", moved).power_state).toBe("Running");
});
