import type { CallContext, HandlerTable, Ref } from "../core/types.ts";
import { dropSuspendImage, enterDomain, leaveDomain } from "./domain.ts";
import { DURATION_MS, memoryTransferMs } from "./durations.ts";
import { tellOfVm } from "./notify.ts";
import { withOperation } from "./operations.ts";
import { integer, ref } from "./record.ts";
import { forkVdi } from "./vdi-records.ts";
import { assertDisksCan, disksOf } from "./vm-clone.ts";
import { copyVm } from "./vm-copy.ts";
import { saveMemory } from "./vm-suspend.ts";

async function snapshot(
	outer: CallContext,
	...[source, name, ignored = []]: [Ref, string, Ref[]?]
): Promise<Ref> {
	const target = {
		className: "VM",
		ref: source,
		operation: "snapshot",
		durationMs: DURATION_MS.snapshot,
	};
	return withOperation(outer, target, (context) => {
		const { pool } = context;
		const disks = disksOf(context, source);
		assertDisksCan(
			context,
			disks.filter((vdi) => !ignored.includes(vdi)),
			"snapshot",
		);
		const created = copyVm(context, {
			source,
			name,
			kind: "snapshot",
			copyDisk: (vdi) =>
				ignored.includes(vdi) ? undefined : forkVdi(pool, vdi, "snapshot"),
		});
		tellOfVm(pool, source, {
			name: "VM_SNAPSHOTTED",
			event: "was snapshotted",
		});
		return created;
	});
}

/** A snapshot with memory: a running VM is suspended, copied and resumed, and
 *  keeps its host meanwhile. */
async function checkpoint(
	outer: CallContext,
	source: Ref,
	name: string,
): Promise<Ref> {
	const target = { className: "VM", ref: source, operation: "checkpoint" };
	return withOperation(outer, target, async (context) => {
		const { pool, db } = context;
		assertDisksCan(context, disksOf(context, source), "snapshot");
		const before = db.get("VM", source);
		const host = ref(before, "resident_on");
		const isLive = before.power_state !== "Suspended";
		if (isLive) {
			saveMemory(context, source);
			await pool.spend(
				context,
				memoryTransferMs(integer(before, "memory_dynamic_max")),
			);
			leaveDomain(pool, source, "Suspended");
			db.update("VM", source, { resident_on: host });
		}
		try {
			return copyVm(context, {
				source,
				name,
				kind: "checkpoint",
				copyDisk: (vdi) => forkVdi(pool, vdi, "snapshot"),
			});
		} finally {
			if (isLive) {
				const isPaused = before.power_state === "Paused";
				enterDomain(context, source, { host, isPaused, isBoot: false });
				dropSuspendImage(pool, source);
			}
			tellOfVm(pool, source, {
				name: "VM_CHECKPOINTED",
				event: "was checkpointed",
			});
		}
	});
}

export const vmSnapshotHandlers: HandlerTable = {
	"VM.snapshot": snapshot,
	"VM.checkpoint": checkpoint,
};
