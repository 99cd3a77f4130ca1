import type {
	CallContext,
	FieldValue,
	HandlerTable,
	Ref,
} from "../core/types.ts";
import { leaveDomain, moveDomain, receiveDomain } from "./domain.ts";
import { diskCopyMs, memoryTransferMs } from "./durations.ts";
import {
	assertMigration,
	type Migration,
	migrateReceive,
	resolveDestination,
	targetSr,
} from "./migration-map.ts";
import { tellOfVm } from "./notify.ts";
import { assertPossible, withOperation } from "./operations.ts";
import { recomputeAround } from "./recompute.ts";
import {
	integer,
	isNull,
	list,
	NULL_REF,
	ref,
	type StringMap,
} from "./record.ts";
import { createVdi, destroyVdi } from "./vdi-records.ts";
import { disksOf } from "./vm-clone.ts";
import { deviceFields } from "./vm-copy.ts";
import { destroyVm } from "./vm-destroy.ts";

type MigrateArguments = [
	vm: Ref,
	dest: StringMap,
	live: boolean,
	vdiMap: StringMap,
	vifMap: StringMap,
	options: StringMap,
];

function readMigration(
	...[vm, dest, _live, vdiMap, vifMap, options]: MigrateArguments
): Migration {
	return { vm, ...resolveDestination(dest), vdiMap, vifMap, options };
}

/** Where the VDIs of a VM were put. */
type Moved = ReadonlyMap<Ref, Ref>;

function plain(
	context: CallContext,
	className: string,
	row: Ref,
): Record<string, FieldValue> {
	return deviceFields(context.db.get(className, row));
}

/** Makes a VDI with the same content on an SR of the destination. */
function moveVdi(context: CallContext, migration: Migration, vdi: Ref): Ref {
	const fields = plain(context, "VDI", vdi);
	const size = integer(fields, "virtual_size");
	return createVdi(migration.pool, {
		...fields,
		SR: targetSr(context, migration, vdi),
		virtual_size: size,
		snapshot_of: NULL_REF,
		sm_config: {},
		parent: NULL_REF,
	});
}

async function mirrorDisks(
	context: CallContext,
	migration: Migration,
): Promise<Map<Ref, Ref>> {
	const { db, pool } = context;
	const moved = new Map<Ref, Ref>();
	for (const vdi of disksOf(context, migration.vm)) {
		const record = db.get("VDI", vdi);
		const isStaying =
			migration.pool === pool &&
			targetSr(context, migration, vdi) === ref(record, "SR");
		if (isStaying) continue;
		const bytes = integer(record, "physical_utilisation");
		const mirror = { className: "VDI", ref: vdi, operation: "mirror" };
		await withOperation(context, mirror, async (inner) => {
			await pool.spend(inner, diskCopyMs(bytes));
			moved.set(vdi, moveVdi(inner, migration, vdi));
		});
	}
	return moved;
}

function discard(migration: Migration, moved: Moved): void {
	for (const vdi of moved.values()) destroyVdi(migration.pool, vdi);
}

/** Within the pool the VM keeps its ref, and its VBDs point to the new VDIs. */
function finishInPool(
	context: CallContext,
	migration: Migration,
	moved: Moved,
): Ref {
	const { db, pool } = context;
	const { vm, host } = migration;
	for (const vbd of list(db.get("VM", vm), "VBDs")) {
		const target = moved.get(ref(db.get("VBD", vbd), "VDI"));
		if (target !== undefined) db.update("VBD", vbd, { VDI: target });
	}
	for (const [old, target] of moved) {
		for (const snapshot of list(db.get("VDI", old), "snapshots")) {
			db.update("VDI", snapshot, { snapshot_of: target });
		}
		destroyVdi(pool, old);
	}
	const record = db.get("VM", vm);
	if (!isNull(ref(record, "resident_on"))) moveDomain(pool, vm, host);
	else db.update("VM", vm, { affinity: host });
	return vm;
}

/** Copies the VM's rows into the other pool, where the uuid stays. */
function copyToPool(
	context: CallContext,
	migration: Migration,
	moved: Moved,
): Ref {
	const { db } = context;
	const other = migration.pool.db;
	const record = db.get("VM", migration.vm);
	const isCopy = migration.options.copy === "true";
	const copyOf = (className: string, row: Ref) =>
		db.find(className, row)
			? other.create(className, plain(context, className, row))
			: NULL_REF;
	const created = other.create("VM", {
		...plain(context, "VM", migration.vm),
		uuid: isCopy ? migration.pool.newUuid() : String(record.uuid),
		power_state: "Halted",
		domid: -1,
		resident_on: NULL_REF,
		affinity: NULL_REF,
		appliance: NULL_REF,
		snapshot_schedule: NULL_REF,
		suspend_SR: NULL_REF,
		suspend_VDI: NULL_REF,
		parent: NULL_REF,
		groups: [],
		blobs: {},
		metrics: copyOf("VM_metrics", ref(record, "metrics")),
		guest_metrics: copyOf("VM_guest_metrics", ref(record, "guest_metrics")),
	});
	for (const vbd of list(record, "VBDs")) {
		const fields = plain(context, "VBD", vbd);
		const isCd = fields.type === "CD";
		other.create("VBD", {
			...fields,
			VM: created,
			VDI: moved.get(ref(fields, "VDI")) ?? NULL_REF,
			...(isCd ? { empty: true } : {}),
			metrics: other.create("VBD_metrics", {}),
		});
	}
	for (const vif of list(record, "VIFs")) {
		other.create("VIF", {
			...plain(context, "VIF", vif),
			VM: created,
			network: migration.vifMap[vif] ?? NULL_REF,
			metrics: other.create("VIF_metrics", {}),
		});
	}
	return created;
}

function finishAcrossPools(
	context: CallContext,
	migration: Migration,
	moved: Moved,
): Ref {
	const { db, pool } = context;
	const { vm, host, options } = migration;
	const record = db.get("VM", vm);
	const state = record.power_state;
	const created = copyToPool(context, migration, moved);
	if (state === "Running") {
		receiveDomain(migration.pool, created, host);
	}
	tellOfVm(migration.pool, created, {
		name: "VM_MIGRATED",
		event: "migrated from another pool",
	});
	recomputeAround(migration.pool, "VM", created);
	if (options.copy === "true") return created;
	for (const snapshot of list(record, "snapshots")) {
		const disks = disksOf(context, snapshot);
		destroyVm(pool, snapshot);
		for (const vdi of disks) destroyVdi(pool, vdi);
	}
	if (state === "Running") leaveDomain(pool, vm, "Halted");
	destroyVm(pool, vm);
	for (const vdi of moved.keys()) destroyVdi(pool, vdi);
	return created;
}

async function migrateSend(
	outer: CallContext,
	...args: MigrateArguments
): Promise<Ref> {
	const migration = readMigration(...args);
	const target = {
		className: "VM",
		ref: migration.vm,
		operation: "migrate_send",
	};
	return withOperation(outer, target, async (context) => {
		assertMigration(context, migration);
		const moved = await mirrorDisks(context, migration);
		const vm = context.db.get("VM", migration.vm);
		if (vm.power_state === "Running") {
			try {
				const bytes = integer(vm, "memory_dynamic_max");
				await context.pool.spend(context, memoryTransferMs(bytes));
			} catch (error) {
				discard(migration, moved);
				throw error;
			}
		}
		return migration.pool === context.pool
			? finishInPool(context, migration, moved)
			: finishAcrossPools(context, migration, moved);
	});
}

function assertCanMigrate(
	context: CallContext,
	...args: MigrateArguments
): undefined {
	const migration = readMigration(...args);
	assertPossible(
		context.pool,
		{ className: "VM", ref: migration.vm },
		"migrate_send",
	);
	assertMigration(context, migration);
}

export const vmMigrateSendHandlers: HandlerTable = {
	"host.migrate_receive": migrateReceive,
	"VM.migrate_send": migrateSend,
	"VM.assert_can_migrate": assertCanMigrate,
};
