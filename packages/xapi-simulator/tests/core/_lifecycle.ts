import type { EventBatch } from "@xo/xapi-wire";
import { expect } from "vitest";
import type { Database } from "../../src/index.ts";

export interface Step {
	readonly method: string;
	readonly isMaker?: true;
	/** @param vm the VM that the script made */
	args(vm: string): unknown[];
}

/** A VM that can be cloned and started. */
export function haltedVm(db: Database): string {
	const found = db.refs("VM").find((ref) => {
		const vm = db.get("VM", ref);
		return (
			vm.power_state === "Halted" && !vm.is_a_template && !vm.is_control_domain
		);
	});
	if (found === undefined) throw new Error("the seed has no halted VM");
	return found;
}

/** Clones a VM, runs it through its states and destroys it. */
export function lifecycleOf(db: Database): Step[] {
	const template = haltedVm(db);
	return [
		{ method: "VM.clone", isMaker: true, args: () => [template, "clone"] },
		{ method: "VM.start", args: (vm) => [vm, false, false] },
		{ method: "VM.pause", args: (vm) => [vm] },
		{ method: "VM.unpause", args: (vm) => [vm] },
		{ method: "VM.suspend", args: (vm) => [vm] },
		{ method: "VM.resume", args: (vm) => [vm, false, false] },
		{ method: "VM.clean_shutdown", args: (vm) => [vm] },
		{ method: "VM.destroy", args: (vm) => [vm] },
	];
}

const ORDER = ["add", "mod", "del"];

/** Checks what a follower of the script above was told, a batch a step. */
export function checkEvents(batches: readonly EventBatch[], vm: string): void {
	const states: string[] = [];
	let last = "";
	for (const { events, token } of batches) {
		expect(token > last).toBe(true);
		last = token;
		const order = events.map(({ operation }) => ORDER.indexOf(operation));
		expect(order).toEqual(order.toSorted());
		const subjects = events.map(({ class: name, ref }) => `${name} ${ref}`);
		expect(new Set(subjects).size).toBe(subjects.length);
		for (const event of events) {
			expect("snapshot" in event).toBe(event.operation !== "del");
			if (event.ref !== vm) continue;
			const snapshot = event.snapshot as Record<string, string> | undefined;
			states.push(`${event.operation} ${snapshot?.power_state ?? "-"}`);
			if (snapshot !== undefined) expect(snapshot.name_label).toBe("clone");
		}
		const task = events.find(
			(event) => event.class === "task" && event.operation !== "del",
		);
		// Some clients destroy a task as soon as it has ended.
		if (task !== undefined) {
			expect(task.snapshot).toMatchObject({ status: "success" });
		}
	}
	expect(states).toEqual([
		"add Halted",
		"mod Running",
		"mod Paused",
		"mod Running",
		"mod Suspended",
		"mod Running",
		"mod Halted",
		"del -",
	]);
}
