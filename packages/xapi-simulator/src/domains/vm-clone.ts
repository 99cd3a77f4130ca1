import type { CallContext, HandlerTable, Ref } from "../core/types.ts";
import { DURATION_MS, diskCopyMs } from "./durations.ts";
import { tellOfVm } from "./notify.ts";
import { assertPossible, withOperation } from "./operations.ts";
import { integer, isNull, list, ref } from "./record.ts";
import { assertSrPlugged } from "./vdi.ts";
import { copyVdi, forkVdi } from "./vdi-records.ts";
import { copyVm } from "./vm-copy.ts";

/** The VDIs of a VM's disks. */
export function disksOf({ db }: Pick<CallContext, "db">, vm: Ref): Ref[] {
	return list(db.get("VM", vm), "VBDs").flatMap((vbd) => {
		const record = db.get("VBD", vbd);
		const vdi = ref(record, "VDI");
		return record.type === "Disk" && db.find("VDI", vdi) ? [vdi] : [];
	});
}

/** @throws XapiFailure when one of the disks cannot do it now */
export function assertDisksCan(
	context: CallContext,
	disks: readonly Ref[],
	operation: "snapshot" | "clone" | "copy",
): void {
	for (const vdi of disks) {
		assertSrPlugged(context, ref(context.db.get("VDI", vdi), "SR"));
		assertPossible(context.pool, { className: "VDI", ref: vdi }, operation);
	}
}

async function clone(
	outer: CallContext,
	source: Ref,
	name: string,
): Promise<Ref> {
	const target = {
		className: "VM",
		ref: source,
		operation: "clone",
		durationMs: DURATION_MS.clone,
	};
	return withOperation(outer, target, (context) => {
		const { pool } = context;
		assertDisksCan(context, disksOf(context, source), "clone");
		const created = copyVm(context, {
			source,
			name,
			kind: "clone",
			copyDisk: (vdi) => forkVdi(pool, vdi, "clone"),
		});
		tellOfVm(pool, created, { name: "VM_CLONED", event: "was cloned" });
		return created;
	});
}

async function copy(
	outer: CallContext,
	...[source, name, sr]: [Ref, string, Ref]
): Promise<Ref> {
	const { db } = outer;
	if (!isNull(sr)) db.get("SR", sr);
	const target = { className: "VM", ref: source, operation: "copy" };
	return withOperation(outer, target, async (context) => {
		const { pool } = context;
		const disks = disksOf(context, source);
		assertDisksCan(context, disks, "copy");
		if (!isNull(sr)) assertSrPlugged(context, sr);
		let bytes = 0;
		for (const vdi of disks) {
			bytes += integer(db.get("VDI", vdi), "physical_utilisation");
		}
		await pool.spend(context, diskCopyMs(bytes));
		const created = copyVm(context, {
			source,
			name,
			kind: "clone",
			copyDisk: (vdi) =>
				copyVdi(pool, vdi, isNull(sr) ? ref(db.get("VDI", vdi), "SR") : sr),
		});
		tellOfVm(pool, created, { name: "VM_CLONED", event: "was copied" });
		return created;
	});
}

export const vmCloneHandlers: HandlerTable = {
	"VM.clone": clone,
	"VM.copy": copy,
};
