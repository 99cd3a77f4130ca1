import type { CallContext, HandlerTable, Ref } from "../core/types.ts";
import { memoryOverhead, refreshFreeMemory } from "./host-memory.ts";
import { withOperation } from "./operations.ts";
import { flag, integer, ref } from "./record.ts";
import {
	type MemoryLimits,
	memoryLimits,
	refuseMemory,
	refuseVcpus,
} from "./rules/memory-rules.ts";
import { raise } from "./rules/refusal.ts";

/** The operation that a change of memory limits is, by what it touches. */
type Change =
	| "changing_dynamic_range"
	| "changing_static_range"
	| "changing_memory_limits";

async function setLimits(
	outer: CallContext,
	vm: Ref,
	change: { readonly operation: Change; readonly to: Partial<MemoryLimits> },
): Promise<undefined> {
	const limits = { ...memoryLimits(outer.db.get("VM", vm)), ...change.to };
	const target = { className: "VM", ref: vm, operation: change.operation };
	await withOperation(outer, target, ({ db, pool }) => {
		raise(refuseMemory(limits));
		const before = db.get("VM", vm);
		const isRunning = before.power_state === "Running";
		db.update("VM", vm, {
			memory_static_min: limits.staticMin,
			memory_static_max: limits.staticMax,
			memory_dynamic_min: limits.dynamicMin,
			memory_dynamic_max: limits.dynamicMax,
			...(isRunning ? { memory_target: limits.dynamicMax } : {}),
		});
		const record = db.get("VM", vm);
		db.update("VM", vm, { memory_overhead: memoryOverhead(pool, record) });
		if (!isRunning) return;
		const metrics = ref(record, "metrics");
		if (db.find("VM_metrics", metrics)) {
			db.update("VM_metrics", metrics, { memory_actual: limits.dynamicMax });
		}
		refreshFreeMemory(pool, ref(record, "resident_on"));
	});
}

function setDynamic(context: CallContext, vm: Ref, to: Partial<MemoryLimits>) {
	return setLimits(context, vm, { operation: "changing_dynamic_range", to });
}

function setStatic(context: CallContext, vm: Ref, to: Partial<MemoryLimits>) {
	return setLimits(context, vm, { operation: "changing_static_range", to });
}

async function setVcpus(
	outer: CallContext,
	vm: Ref,
	change: { readonly VCPUs_max?: number; readonly VCPUs_at_startup?: number },
): Promise<undefined> {
	const target = { className: "VM", ref: vm, operation: "changing_VCPUs" };
	await withOperation(outer, target, ({ db }) => {
		const record = { ...db.get("VM", vm), ...change };
		const [field = "", value = 0] = Object.entries(change)[0] ?? [];
		const max = integer(record, "VCPUs_max");
		const atStartup = integer(record, "VCPUs_at_startup");
		raise(refuseVcpus(atStartup, max, { field, value }));
		db.update("VM", vm, change);
	});
}

async function setVcpusLive(
	outer: CallContext,
	vm: Ref,
	count: number,
): Promise<undefined> {
	const target = { className: "VM", ref: vm, operation: "changing_VCPUs_live" };
	await withOperation(outer, target, ({ db }) => {
		const record = db.get("VM", vm);
		const max = integer(record, "VCPUs_max");
		raise(refuseVcpus(count, max, { field: "VCPU values", value: count }));
		db.update("VM", vm, { VCPUs_at_startup: count });
		const metrics = ref(record, "metrics");
		if (db.find("VM_metrics", metrics)) {
			db.update("VM_metrics", metrics, { VCPUs_number: count });
		}
	});
}

async function setTarget(
	outer: CallContext,
	vm: Ref,
	target: number,
): Promise<undefined> {
	const operation = "changing_memory_live";
	await withOperation(
		outer,
		{ className: "VM", ref: vm, operation },
		({ db }) => db.update("VM", vm, { memory_target: target }),
	);
}

async function setShadow(
	outer: CallContext,
	vm: Ref,
	change: { readonly operation: string; readonly multiplier: number },
): Promise<undefined> {
	const { operation, multiplier } = change;
	const target = { className: "VM", ref: vm, operation };
	await withOperation(outer, target, ({ db, pool }) => {
		if (multiplier < 1) {
			raise(["INVALID_VALUE", "multiplier", String(multiplier)]);
		}
		db.update("VM", vm, { HVM_shadow_multiplier: multiplier });
		const overhead = memoryOverhead(pool, db.get("VM", vm));
		db.update("VM", vm, { memory_overhead: overhead });
	});
}

/** The largest static maximum whose need stays within `total`. */
function maximiseMemory(
	{ db, pool }: CallContext,
	...[vm, total]: [Ref, number]
): number {
	const record = db.get("VM", vm);
	const mib = 2 ** 20;
	let low = 0;
	let high = Math.floor(total / mib);
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		const size = middle * mib;
		const trial = { ...record, memory_static_max: size };
		if (size + memoryOverhead(pool, trial) <= total) low = middle;
		else high = middle - 1;
	}
	return low * mib;
}

export const vmMemoryHandlers: HandlerTable = {
	"VM.set_memory_dynamic_max": (context, vm: Ref, dynamicMax: number) =>
		setDynamic(context, vm, { dynamicMax }),
	"VM.set_memory_dynamic_min": (context, vm: Ref, dynamicMin: number) =>
		setDynamic(context, vm, { dynamicMin }),
	"VM.set_memory_dynamic_range": (
		context,
		...[vm, dynamicMin, dynamicMax]: [Ref, number, number]
	) => setDynamic(context, vm, { dynamicMin, dynamicMax }),
	"VM.set_memory_static_max": (context, vm: Ref, staticMax: number) =>
		setStatic(context, vm, { staticMax }),
	"VM.set_memory_static_min": (context, vm: Ref, staticMin: number) =>
		setStatic(context, vm, { staticMin }),
	"VM.set_memory_static_range": (
		context,
		...[vm, staticMin, staticMax]: [Ref, number, number]
	) => setStatic(context, vm, { staticMin, staticMax }),
	"VM.set_memory_limits": (
		context,
		...[vm, staticMin, staticMax, dynamicMin, dynamicMax]: [
			Ref,
			number,
			number,
			number,
			number,
		]
	) =>
		setLimits(context, vm, {
			operation: "changing_memory_limits",
			to: { staticMin, staticMax, dynamicMin, dynamicMax },
		}),
	"VM.set_memory": (context, vm: Ref, value: number) =>
		setLimits(context, vm, {
			operation: "changing_memory_limits",
			to: { staticMax: value, dynamicMin: value, dynamicMax: value },
		}),
	"VM.set_memory_target_live": setTarget,
	"VM.wait_memory_target_live": async (context, vm: Ref) => {
		const operation = "awaiting_memory_live";
		const target = { className: "VM", ref: vm, operation };
		await withOperation(context, target, () => undefined);
		return undefined;
	},
	"VM.set_VCPUs_max": (context, vm: Ref, value: number) =>
		setVcpus(context, vm, { VCPUs_max: value }),
	"VM.set_VCPUs_at_startup": (context, vm: Ref, value: number) =>
		setVcpus(context, vm, { VCPUs_at_startup: value }),
	"VM.set_VCPUs_number_live": setVcpusLive,
	"VM.set_HVM_shadow_multiplier": (context, vm: Ref, multiplier: number) =>
		setShadow(context, vm, { operation: "changing_shadow_memory", multiplier }),
	"VM.set_shadow_multiplier_live": (context, vm: Ref, multiplier: number) =>
		setShadow(context, vm, {
			operation: "changing_shadow_memory_live",
			multiplier,
		}),
	"VM.compute_memory_overhead": ({ db, pool }, vm: Ref) =>
		memoryOverhead(pool, db.get("VM", vm)),
	"VM.maximise_memory": maximiseMemory,
	"VM.get_cooperative": ({ db }, vm: Ref) =>
		!flag(db.get("VM", vm), "is_control_domain"),
};
