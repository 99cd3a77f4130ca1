import type { CallContext, HandlerTable, Ref } from "../core/types.ts";
import { withOperation } from "./operations.ts";
import { recomputeAround } from "./recompute.ts";
import { integer, list, map, ref, text } from "./record.ts";
import { raise } from "./rules/refusal.ts";
import { mapSetters, plainSetters } from "./setters.ts";

/** Members in groups of equal `order`, ascending. */
function waves({ db }: CallContext, appliance: Ref): Ref[][] {
	const byOrder = new Map<number, Ref[]>();
	for (const vm of list(db.get("VM_appliance", appliance), "VMs")) {
		const order = integer(db.get("VM", vm), "order");
		byOrder.set(order, [...(byOrder.get(order) ?? []), vm]);
	}
	return [...byOrder].toSorted(([a], [b]) => a - b).map(([, vms]) => vms);
}

async function runAll(
	outer: CallContext,
	appliance: Ref,
	request: {
		readonly operation: string;
		readonly isReversed: boolean;
		call(context: CallContext, vm: Ref): Promise<unknown> | undefined;
	},
): Promise<undefined> {
	const { operation, isReversed } = request;
	const target = { className: "VM_appliance", ref: appliance, operation };
	await withOperation(outer, target, async (context) => {
		const groups = waves(context, appliance);
		for (const group of isReversed ? groups.toReversed() : groups) {
			await Promise.all(group.map((vm) => request.call(context, vm)));
		}
	});
}

function stateOf({ db }: CallContext, vm: Ref): string {
	return text(db.get("VM", vm), "power_state");
}

function stop(operation: "clean_shutdown" | "hard_shutdown" | "shutdown") {
	return (outer: CallContext, appliance: Ref) =>
		runAll(outer, appliance, {
			operation,
			isReversed: true,
			call: (context, vm) =>
				stateOf(context, vm) === "Halted"
					? undefined
					: context.pool.invoke(context, `VM.${operation}`, [vm]),
		});
}

function destroy({ db, pool }: CallContext, appliance: Ref): undefined {
	const members = list(db.get("VM_appliance", appliance), "VMs");
	for (const vm of members)
		db.update("VM", vm, { appliance: "OpaqueRef:NULL" });
	db.destroy("VM_appliance", appliance);
	for (const vm of members) recomputeAround(pool, "VM", vm);
}

async function snapshotNow(
	context: CallContext,
	schedule: Ref,
): Promise<string> {
	const record = context.db.get("VMSS", schedule);
	const kind = record.type === "checkpoint" ? "checkpoint" : "snapshot";
	for (const vm of list(record, "VMs")) {
		const label = `[${text(record, "name_label")}] [${text(record, "uuid")}] ${text(context.db.get("VM", vm), "name_label")}`;
		const snapshot = await context.pool.invoke(context, `VM.${kind}`, [
			vm,
			label,
		]);
		context.db.update("VM", String(snapshot), { is_vmss_snapshot: true });
	}
	context.db.update("VMSS", schedule, { last_run_time: context.pool.nowIso() });
	return "";
}

function createVtpm(
	{ db, pool }: CallContext,
	vm: Ref,
	is_unique: boolean,
): Ref {
	const vtpm = db.create("VTPM", { VM: vm, is_unique });
	recomputeAround(pool, "VM", vm);
	return vtpm;
}

export const applianceHandlers: HandlerTable = {
	"VM_appliance.start": (outer, appliance: Ref, isPaused: boolean) =>
		runAll(outer, appliance, {
			operation: "start",
			isReversed: false,
			call: (context, vm) =>
				stateOf(context, vm) === "Halted"
					? context.pool.invoke(context, "VM.start", [vm, isPaused, false])
					: undefined,
		}),
	"VM_appliance.clean_shutdown": stop("clean_shutdown"),
	"VM_appliance.hard_shutdown": stop("hard_shutdown"),
	"VM_appliance.shutdown": stop("shutdown"),
	"VM_appliance.destroy": destroy,
	...plainSetters("VMSS", [
		"retained_snapshots",
		"frequency",
		"last_run_time",
		"type",
	]),
	...mapSetters("VMSS", "schedule"),
	"VMSS.snapshot_now": snapshotNow,
	"VTPM.create": async (outer, vm: Ref, isUnique: boolean) => {
		const record = outer.db.get("VM", vm);
		const isUefi = map(record, "HVM_boot_params").firmware === "uefi";
		if (!isUefi) {
			raise(["OPERATION_NOT_ALLOWED", "VM must boot by UEFI to have a vTPM"]);
		}
		const target = { className: "VM", ref: vm, operation: "create_vtpm" };
		return withOperation(outer, target, (context) =>
			createVtpm(context, vm, isUnique),
		);
	},
	"VTPM.destroy": ({ db, pool }, vtpm: Ref) => {
		const vm = ref(db.get("VTPM", vtpm), "VM");
		const state = db.find("VM", vm)?.power_state;
		if (state !== "Halted" && state !== undefined) {
			raise(["VM_BAD_POWER_STATE", vm, "halted", String(state).toLowerCase()]);
		}
		db.destroy("VTPM", vtpm);
		recomputeAround(pool, "VM", vm);
		return undefined;
	},
};
