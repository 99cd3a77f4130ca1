import { afterEach, beforeEach, expect, test } from "vitest";
import { createWorld, type World } from "./_world.ts";

let world: World;
beforeEach(async () => {
	world = await createWorld();
});
afterEach(() => world.pool.stop());

test("a vGPU keeps its VM where it is", async () => {
	const group = await world.call("GPU_group.create", "gpus");
	const vgpu = await world.call("VGPU.create", world.vm, group);
	expect(world.get("VM", world.vm).allowed_operations).not.toContain(
		"migrate_send",
	);
	expect(await world.refused("GPU_group.destroy", group)).toEqual([
		"GPU_GROUP_CONTAINS_VGPU",
		vgpu,
	]);
	await world.call("VGPU.destroy", vgpu);
	await world.call("GPU_group.destroy", group);
	expect(world.get("VM", world.vm).allowed_operations).toContain(
		"migrate_send",
	);
});

test("a USB device is passed through by its group", async () => {
	const [host] = world.hosts;
	const pusb = world.pool.db.create("PUSB", { host, path: "1-1" });
	await world.call("PUSB.set_passthrough_enabled", pusb, true);
	const group = world.get("PUSB", pusb).USB_group;
	const vusb = await world.call("VUSB.create", world.vm, group);
	expect(await world.refused("VM.snapshot", world.vm, "x")).toEqual([
		"VM_HAS_VUSBS",
		world.vm,
	]);
	expect(
		await world.refused("PUSB.set_passthrough_enabled", pusb, false),
	).toEqual(["USB_GROUP_CONTAINS_VUSB", vusb]);
	await world.call("VUSB.destroy", vusb);
	await world.call("PUSB.set_passthrough_enabled", pusb, false);
	expect(world.pool.db.refs("USB_group")).toEqual([]);
});
