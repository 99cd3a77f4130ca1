import type {
	CallContext,
	FieldValue,
	HandlerTable,
	Ref,
} from "../core/types.ts";
import { dropSuspendImage, leaveDomain } from "./domain.ts";
import { DURATION_MS } from "./durations.ts";
import { tellOfVm } from "./notify.ts";
import { assertPossible, withOperation } from "./operations.ts";
import { recomputeAround } from "./recompute.ts";
import { isNull, list, ref, text } from "./record.ts";
import { parseRow } from "./row-metadata.ts";
import { destroyVbd, destroyVdi, forkVdi } from "./vdi-records.ts";
import { destroyVif } from "./vif.ts";
import { copyVbd, copyVif } from "./vm-copy.ts";

/** What a VM keeps of today when it goes back to a snapshot. */
const KEPT_FIELDS = new Set([
	"uuid",
	"power_state",
	"parent",
	"allowed_operations",
	"current_operations",
	"metrics",
	"guest_metrics",
	"resident_on",
	"domid",
	"suspend_VDI",
	"protection_policy",
	"snapshot_schedule",
	"scheduled_to_be_resident_on",
	"snapshots",
	"children",
	"tags",
	"affinity",
	"groups",
	"consoles",
	"crash_dumps",
	"VBDs",
	"VIFs",
	"VGPUs",
	"VUSBs",
	"VTPMs",
	"attached_PCIs",
	"snapshot_of",
	"is_a_snapshot",
	"snapshot_metadata",
]);

function restoredFields(
	{ db }: CallContext,
	snapshot: Ref,
): Record<string, FieldValue> {
	const metadata = text(db.get("VM", snapshot), "snapshot_metadata");
	if (metadata === "") return {};
	const row = parseRow("VM", metadata);
	return {
		...Object.fromEntries(
			Object.entries(row).filter(([field]) => !KEPT_FIELDS.has(field)),
		),
		ha_always_run: false,
	};
}

/** The VM to revert: the one the snapshot is of, or a new one in its place. */
function findTarget(context: CallContext, snapshot: Ref): Ref {
	const { db } = context;
	const record = db.get("VM", snapshot);
	const vm = ref(record, "snapshot_of");
	if (db.find("VM", vm)) return vm;
	const metadata = text(record, "snapshot_metadata");
	const row = metadata === "" ? {} : parseRow("VM", metadata);
	const created = db.create("VM", {
		...restoredFields(context, snapshot),
		uuid: text(row, "uuid") || context.pool.newUuid(),
		power_state: "Halted",
		is_a_template: false,
		is_a_snapshot: false,
		domid: -1,
		metrics: db.create("VM_metrics", {}),
	});
	for (const other of db.refs("VM")) {
		const sibling = db.get("VM", other);
		if (other !== snapshot && sibling.snapshot_of !== vm) continue;
		db.update("VM", other, { snapshot_of: created });
	}
	return created;
}

/** Replaces a disk by a clone of its snapshot; every snapshot of the old disk
 *  becomes one of the clone. */
function revertDisk(context: CallContext, snapshotVdi: Ref): Ref {
	const { db, pool } = context;
	const old = ref(db.get("VDI", snapshotVdi), "snapshot_of");
	const clone = forkVdi(pool, snapshotVdi, "clone");
	const replaced = db.find("VDI", old);
	if (replaced === undefined) return clone;
	for (const sibling of list(replaced, "snapshots")) {
		db.update("VDI", sibling, { snapshot_of: clone });
	}
	destroyVdi(pool, old);
	return clone;
}

function replaceDevices(context: CallContext, snapshot: Ref, vm: Ref): void {
	const { db, pool } = context;
	for (const vbd of list(db.get("VM", vm), "VBDs")) destroyVbd(pool, vbd);
	for (const vif of list(db.get("VM", vm), "VIFs")) destroyVif(context, vif);
	const record = db.get("VM", snapshot);
	for (const vbdRef of list(record, "VBDs")) {
		const vbd = db.get("VBD", vbdRef);
		const vdi = ref(vbd, "VDI");
		const isDisk = vbd.type === "Disk" && !isNull(vdi);
		copyVbd(
			pool,
			{ ...vbd, currently_attached: false },
			{ vm, vdi: isDisk ? revertDisk(context, vdi) : vdi },
		);
	}
	for (const vif of list(record, "VIFs")) {
		copyVif(pool, { ...db.get("VIF", vif), currently_attached: false }, { vm });
	}
}

function restoreMemory(context: CallContext, snapshot: Ref, vm: Ref): void {
	const { db, pool } = context;
	const image = ref(db.get("VM", snapshot), "suspend_VDI");
	if (db.find("VDI", image) === undefined) return;
	db.update("VM", vm, {
		power_state: "Suspended",
		suspend_VDI: forkVdi(pool, image, "clone"),
	});
	for (const vbd of list(db.get("VM", vm), "VBDs")) {
		db.update("VBD", vbd, { currently_attached: true });
	}
}

async function revert(outer: CallContext, snapshot: Ref): Promise<undefined> {
	assertPossible(outer.pool, { className: "VM", ref: snapshot }, "revert");
	const vm = findTarget(outer, snapshot);
	const onSnapshot = {
		className: "VM",
		ref: snapshot,
		operation: "revert",
		durationMs: DURATION_MS.revert,
	};
	const onVm = { className: "VM", ref: vm, operation: "reverting" };
	await withOperation(outer, onSnapshot, (inner) =>
		withOperation(inner, onVm, (context) => {
			const { db, pool } = context;
			if (db.get("VM", vm).power_state !== "Halted") {
				dropSuspendImage(pool, vm);
				leaveDomain(pool, vm, "Halted");
			}
			db.update("VM", vm, restoredFields(context, snapshot));
			replaceDevices(context, snapshot, vm);
			restoreMemory(context, snapshot, vm);
			db.update("VM", vm, { parent: snapshot });
			tellOfVm(pool, vm, {
				name: "VM_SNAPSHOT_REVERTED",
				event: "was reverted",
			});
		}),
	);
	recomputeAround(outer.pool, "VM", vm);
}

export const vmRevertHandlers: HandlerTable = { "VM.revert": revert };
