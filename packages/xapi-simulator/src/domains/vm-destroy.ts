import type { CallContext, HandlerTable, Pool, Ref } from "../core/types.ts";
import { DURATION_MS } from "./durations.ts";
import { dropGuestMemory } from "./guest-agent.ts";
import { withOperation } from "./operations.ts";
import { recomputeAround } from "./recompute.ts";
import { list, map, ref } from "./record.ts";
import { raise } from "./rules/refusal.ts";
import { destroyVbd } from "./vdi-records.ts";
import { destroyVif } from "./vif.ts";

/** Removes a VM and all that belongs to it but its VDIs and snapshots. */
export function destroyVm(pool: Pool, vmRef: Ref): void {
	const { db } = pool;
	const vm = db.get("VM", vmRef);
	for (const child of list(vm, "children")) {
		db.update("VM", child, { parent: ref(vm, "parent") });
	}
	for (const vbd of list(vm, "VBDs")) destroyVbd(pool, vbd);
	for (const vif of list(vm, "VIFs")) destroyVif({ db }, vif);
	for (const [className, field] of [
		["VTPM", "VTPMs"],
		["VGPU", "VGPUs"],
		["VUSB", "VUSBs"],
		["console", "consoles"],
	] as const) {
		for (const owned of list(vm, field)) db.destroy(className, owned);
	}
	for (const blob of Object.values(map(vm, "blobs"))) {
		if (db.find("blob", blob)) db.destroy("blob", blob);
	}
	for (const [className, field] of [
		["VM_metrics", "metrics"],
		["VM_guest_metrics", "guest_metrics"],
	] as const) {
		const owned = ref(vm, field);
		if (db.find(className, owned)) db.destroy(className, owned);
	}
	db.destroy("VM", vmRef);
	dropGuestMemory(pool, vmRef);
	recomputeAround(pool, "VM_appliance", ref(vm, "appliance"));
}

async function destroy(outer: CallContext, vm: Ref): Promise<undefined> {
	const record = outer.db.get("VM", vm);
	if (map(record, "other_config").default_template === "true") {
		raise(["VM_CANNOT_DELETE_DEFAULT_TEMPLATE"]);
	}
	const target = {
		className: "VM",
		ref: vm,
		operation: "destroy",
		durationMs: DURATION_MS.destroy,
	};
	await withOperation(outer, target, ({ pool }) => destroyVm(pool, vm));
}

export const vmDestroyHandlers: HandlerTable = { "VM.destroy": destroy };
