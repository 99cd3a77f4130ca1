import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MEMORY_ORDER } from "../../src/domains/rules/memory-rules.ts";
import { bootGuest, createWorld, GIB, type World } from "./_world.ts";

let world: World;
beforeEach(async () => {
	world = await createWorld();
});
afterEach(() => world.pool.stop());

const vmNow = () => world.get("VM", world.vm);
const set = (message: string, ...args: unknown[]) =>
	world.call(`VM.set_${message}`, world.vm, ...args);
const refuse = (message: string, ...args: unknown[]) =>
	world.refused(`VM.set_${message}`, world.vm, ...args);

describe("memory", () => {
	test("limits keep their order", async () => {
		expect(await refuse("memory_dynamic_max", 3 * GIB)).toEqual([
			"MEMORY_CONSTRAINT_VIOLATION",
			MEMORY_ORDER,
		]);
		await set("memory_limits", GIB, 4 * GIB, 2 * GIB, 3 * GIB);
		expect(vmNow()).toMatchObject({
			memory_static_min: GIB,
			memory_static_max: 4 * GIB,
			memory_dynamic_min: 2 * GIB,
			memory_dynamic_max: 3 * GIB,
			memory_overhead: 39 * 2 ** 20,
		});
	});

	test("a running VM changes its dynamic range alone", async () => {
		await set("memory_limits", GIB, 4 * GIB, 2 * GIB, 2 * GIB);
		await world.call("VM.start", world.vm, false, false);
		bootGuest(world);
		await set("memory_dynamic_range", 2 * GIB, 3 * GIB);
		expect(vmNow().memory_target).toBe(3 * GIB);
		expect(await refuse("memory_static_max", 8 * GIB)).toEqual([
			"VM_BAD_POWER_STATE",
			world.vm,
			"halted",
			"running",
		]);
	});

	test("maximise_memory leaves room for the overhead", async () => {
		const size = await world.call("VM.maximise_memory", world.vm, GIB, true);
		expect(size).toBeLessThan(GIB);
		expect(size).toBeGreaterThan(GIB * 0.97);
	});
});

describe("VCPUs", () => {
	test("0 < at startup <= max", async () => {
		expect(await refuse("VCPUs_max", 1)).toEqual([
			"INVALID_VALUE",
			"VCPUs_max",
			"1",
		]);
		expect(await refuse("VCPUs_at_startup", 0)).toEqual([
			"INVALID_VALUE",
			"VCPUs_at_startup",
			"0",
		]);
		await set("VCPUs_max", 4);
		await set("VCPUs_at_startup", 3);
		await world.call("VM.start", world.vm, false, false);
		bootGuest(world);
		await set("VCPUs_number_live", 4);
		expect(vmNow().VCPUs_at_startup).toBe(4);
	});
});

describe("other settings", () => {
	test("templates", async () => {
		await set("is_a_template", true);
		expect(vmNow().allowed_operations).toContain("provision");
		expect(await world.refused("VM.start", world.vm, false, false)).toEqual([
			"VM_IS_TEMPLATE",
			world.vm,
			"start",
		]);
		await set("is_a_template", false);
		expect(vmNow().allowed_operations).toContain("start");
	});

	test("blocked operations", async () => {
		await world.call(
			"VM.add_to_blocked_operations",
			world.vm,
			"destroy",
			"precious",
		);
		expect(vmNow().allowed_operations).not.toContain("destroy");
		expect(await world.refused("VM.destroy", world.vm)).toEqual([
			"OPERATION_BLOCKED",
			world.vm,
			"precious",
		]);
		await world.call("VM.remove_from_blocked_operations", world.vm, "destroy");
		expect(vmNow().allowed_operations).toContain("destroy");
	});

	test("maps refuse a key twice", async () => {
		await world.call("VM.add_to_other_config", world.vm, "k", "v");
		expect(
			await world.refused("VM.add_to_other_config", world.vm, "k", "v"),
		).toEqual(["MAP_DUPLICATE_KEY", "VM", "other_config", world.vm, "k"]);
		await world.call("VM.remove_from_other_config", world.vm, "k");
		expect(vmNow().other_config).not.toHaveProperty("k");
	});

	test("HA priority", async () => {
		expect(await refuse("ha_restart_priority", "always")).toEqual([
			"INVALID_VALUE",
			"ha_restart_priority",
			"always",
		]);
		await set("ha_restart_priority", "restart");
		expect(vmNow().ha_always_run).toBe(false);
	});

	test("bios strings are given once", async () => {
		await set("bios_strings", { "bios-vendor": "x" });
		expect(await refuse("bios_strings", { "bios-vendor": "y" })).toEqual([
			"VM_BIOS_STRINGS_ALREADY_SET",
		]);
	});

	test("vApps start and stop their members", async () => {
		const fields = { name_label: "app", name_description: "" };
		const appliance = await world.call("VM_appliance.create", fields);
		await set("appliance", appliance);
		const now = () => world.get("VM_appliance", appliance);
		expect(now().allowed_operations).toEqual(["start"]);
		await world.call("VM_appliance.start", appliance, false);
		expect(vmNow().power_state).toBe("Running");
		bootGuest(world);
		await world.call("VM_appliance.clean_shutdown", appliance);
		expect(vmNow().power_state).toBe("Halted");
		expect(await refuse("is_a_template", true)).toEqual([
			"VM_IS_PART_OF_AN_APPLIANCE",
			world.vm,
			appliance,
		]);
		await world.call("VM_appliance.destroy", appliance);
		expect(vmNow().appliance).toBe("OpaqueRef:NULL");
	});
});
