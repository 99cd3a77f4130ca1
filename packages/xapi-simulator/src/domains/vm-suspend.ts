import type { CallContext, HandlerTable, Ref } from "../core/types.ts";
import { dropSuspendImage, enterDomain, leaveDomain } from "./domain.ts";
import { memoryTransferMs } from "./durations.ts";
import { reserveMemory } from "./host-memory.ts";
import { nameWithUuid, tellOfVm } from "./notify.ts";
import { withOperation } from "./operations.ts";
import { seesSr } from "./placement.ts";
import { integer, NULL_REF, ref, text } from "./record.ts";
import { raise } from "./rules/refusal.ts";
import { createVdi } from "./vdi-records.ts";
import { resolveHost } from "./vm-lifecycle.ts";

const MIB = 2 ** 20;

/** Where the memory image goes: the first of the VM's, the pool's and the
 *  host's SR that the host sees. */
function suspendSr({ pool, db }: CallContext, vmRef: Ref): Ref {
	const vm = db.get("VM", vmRef);
	const host = ref(vm, "resident_on");
	const candidates = [
		ref(vm, "suspend_SR"),
		ref(db.get("pool", pool.poolRef()), "suspend_image_SR"),
		ref(db.get("host", host), "suspend_image_sr"),
	];
	const found = candidates.find((sr) => seesSr(pool, host, sr));
	if (found === undefined) raise(["VM_NO_SUSPEND_SR", vmRef]);
	return found ?? NULL_REF;
}

/** Saves memory to a new VDI.
 *  @throws XapiFailure `SR_SUSPEND_SPACE_INSUFFICIENT`, `VM_NO_SUSPEND_SR` */
export function saveMemory(context: CallContext, vmRef: Ref): void {
	const { db, pool } = context;
	const vm = db.get("VM", vmRef);
	const sr = suspendSr(context, vmRef);
	const size = Math.ceil(
		integer(vm, "memory_static_max") * 1.2 * 1.05 + 100 * MIB,
	);
	const record = db.get("SR", sr);
	const capacity = integer(record, "physical_size");
	const free = capacity - integer(record, "physical_utilisation");
	if (capacity > 0 && free < size) raise(["SR_SUSPEND_SPACE_INSUFFICIENT", sr]);
	const image = createVdi(pool, {
		name_label: "Suspend image",
		name_description: "",
		SR: sr,
		type: "suspend",
		virtual_size: size,
		physical_utilisation: size,
		sm_config: { vmhint: text(vm, "uuid") },
	});
	db.update("VM", vmRef, { suspend_VDI: image });
}

async function suspend(outer: CallContext, vm: Ref): Promise<undefined> {
	const target = { className: "VM", ref: vm, operation: "suspend" };
	await withOperation(outer, target, async (context) => {
		const { pool, db } = context;
		saveMemory(context, vm);
		const memory = integer(db.get("VM", vm), "memory_dynamic_max");
		try {
			await pool.spend(context, memoryTransferMs(memory));
		} catch (error) {
			dropSuspendImage(pool, vm);
			throw error;
		}
		leaveDomain(pool, vm, "Suspended");
		tellOfVm(pool, vm, { name: "VM_SUSPENDED", event: "was suspended" });
	});
}

async function resume(
	outer: CallContext,
	request: {
		readonly vm: Ref;
		readonly operation: "resume" | "resume_on";
		readonly host: Ref | undefined;
		readonly isPaused: boolean;
	},
): Promise<undefined> {
	const { vm, operation } = request;
	const target = { className: "VM", ref: vm, operation };
	await withOperation(outer, target, async (context) => {
		const { pool, db } = context;
		const host = resolveHost(context, vm, request.host);
		const memory = integer(db.get("VM", vm), "memory_dynamic_max");
		{
			using _reserved = reserveMemory(pool, host, vm);
			await pool.spend(context, memoryTransferMs(memory));
		}
		enterDomain(context, vm, {
			host,
			isPaused: request.isPaused,
			isBoot: false,
		});
		dropSuspendImage(pool, vm);
		const where = nameWithUuid(db.get("host", host));
		tellOfVm(pool, vm, {
			name: "VM_RESUMED",
			event: `was resumed on host: ${where}`,
		});
	});
}

export const vmSuspendHandlers: HandlerTable = {
	"VM.suspend": (context, vm: Ref) => suspend(context, vm),
	"VM.resume": (context, vm: Ref, isPaused: boolean) =>
		resume(context, { vm, operation: "resume", host: undefined, isPaused }),
	"VM.resume_on": (context, ...[vm, host, isPaused]: [Ref, Ref, boolean]) =>
		resume(context, { vm, operation: "resume_on", host, isPaused }),
};
