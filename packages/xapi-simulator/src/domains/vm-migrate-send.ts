import type { CallContext, HandlerTable, Ref } from "../core/types.ts";
import {
	dropSuspendImage,
	leaveDomain,
	moveDomain,
	receiveDomain,
} from "./domain.ts";
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
import { integer, isNull, list, ref, type StringMap } from "./record.ts";
import { destroyVdi } from "./vdi-records.ts";
import { disksOf } from "./vm-clone.ts";
import { destroyVm } from "./vm-destroy.ts";
import { transferVdi, transferVm } from "./vm-transfer.ts";

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

type Moved = ReadonlyMap<Ref, Ref>;

async function mirrorDisks(
	context: CallContext,
	migration: Migration,
	moved: Map<Ref, Ref>,
): Promise<void> {
	const { db, pool } = context;
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
			const sr = targetSr(inner, migration, vdi);
			moved.set(vdi, transferVdi(inner, migration, { vdi, sr }));
		});
	}
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

/** The VM goes on in the other pool; unless this is a copy, nothing of it
 *  stays. */
function finishAcrossPools(
	context: CallContext,
	migration: Migration,
	moved: Moved,
): Ref {
	const { db, pool } = context;
	const { vm, host, options } = migration;
	const record = db.get("VM", vm);
	const isRunning = record.power_state === "Running";
	const created = transferVm(context, migration, moved);
	if (isRunning) receiveDomain(migration.pool, created, host);
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
	if (isRunning) leaveDomain(pool, vm, "Halted");
	else dropSuspendImage(pool, vm);
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
		const moved = new Map<Ref, Ref>();
		try {
			await mirrorDisks(context, migration, moved);
			const vm = context.db.get("VM", migration.vm);
			if (vm.power_state === "Running") {
				const bytes = integer(vm, "memory_dynamic_max");
				await context.pool.spend(context, memoryTransferMs(bytes));
			}
		} catch (error) {
			for (const vdi of moved.values()) destroyVdi(migration.pool, vdi);
			throw error;
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
