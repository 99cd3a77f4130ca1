import { invalidParameters, type XoObjectOf } from "@xo/contract";
import { messageOf } from "@xo/std";
import type { Xapi } from "@xo/xapi";
import { XapiError } from "@xo/xapi/common";
import type { Ref, VbdRecord } from "@xo/xapi-wire";
import type { Call } from "../api/handlers.ts";
import type { LiveObjects } from "../objects/live-objects.ts";
import { runAsync, xapiRefOf } from "../pools/refs.ts";

export interface VdiMove {
	readonly xapi: Xapi;
	readonly vdi: XoObjectOf<"VDI" | "VDI-snapshot">;
	readonly sr: XoObjectOf<"SR">;
	readonly signal: AbortSignal;
	readonly task: Call["task"];
}

/** Pools move disks of running VMs only; others are copied, and take the
 *  place of the old one. */
const NEEDS_COPY: ReadonlySet<string> = new Set([
	"VDI_NEEDS_VM_FOR_MIGRATE",
	"VM_BAD_POWER_STATE",
]);

/** Moves a disk to another SR.
 *  @returns uuid of the VDI there */
export async function migrateVdi(
	move: VdiMove,
	objects: Pick<LiveObjects, "find">,
): Promise<string> {
	const { xapi, vdi, sr } = move;
	if (sr.$pool !== vdi.$pool) {
		throw invalidParameters("sr_id: the SR is not in the pool of the VDI");
	}
	if (vdi.$SR === sr.id) return vdi.id;
	if (vdi.cbt_enabled) {
		await xapi.call("VDI.disable_cbt", xapiRefOf(vdi, "VDI"));
		move.task?.warn(
			"changed block tracking is off: the disk cannot be moved with it",
		);
	}
	let moved: string;
	try {
		moved = await runAsync(move, "VDI.pool_migrate", [
			vdi._xapiRef,
			sr._xapiRef,
			{},
		]);
	} catch (error) {
		const isUnused = error instanceof XapiError && NEEDS_COPY.has(error.code);
		if (!isUnused) throw error;
		moved = await replace(move, objects);
	}
	return await xapi.call("VDI.get_uuid", moved as Ref<"VDI">);
}

/** Copies the disk and puts the copy on every VM that has the old one; if
 *  that fails, every VM has the old one again. */
async function replace(
	move: VdiMove,
	objects: Pick<LiveObjects, "find">,
): Promise<string> {
	const { xapi, vdi, sr, signal } = move;
	const old = xapiRefOf(vdi, "VDI");
	const copy = (await runAsync(move, "VDI.copy", [
		old,
		sr._xapiRef,
	])) as Ref<"VDI">;
	const undo: (() => Promise<unknown>)[] = [];
	try {
		for (const id of vdi.$VBDs) {
			const vbd = id === null ? undefined : objects.find(id);
			if (vbd?.type !== "VBD") continue;
			const ref = xapiRefOf(vbd, "VBD");
			const record = settingsOf(await xapi.call("VBD.get_record", ref));
			await xapi.call("VBD.destroy", ref);
			undo.push(() => xapi.call("VBD.create", { ...record, VDI: old }));
			const created = await xapi.call("VBD.create", { ...record, VDI: copy });
			undo.push(() => xapi.call("VBD.destroy", created));
		}
	} catch (error) {
		undo.unshift(() => xapi.call("VDI.destroy", copy));
		for (const step of undo.toReversed()) {
			await step().catch((cause: unknown) =>
				move.task?.warn(`cannot put things back: ${messageOf(cause)}`),
			);
		}
		throw error;
	}
	await xapi.callAsync("VDI.destroy", [old], { signal });
	return copy;
}

/** What a VBD was made with. */
function settingsOf(record: VbdRecord) {
	return {
		VM: record.VM,
		userdevice: record.userdevice,
		bootable: record.bootable,
		mode: record.mode,
		type: record.type,
		unpluggable: record.unpluggable,
		empty: false,
		other_config: record.other_config,
		qos_algorithm_type: record.qos_algorithm_type,
		qos_algorithm_params: record.qos_algorithm_params,
	};
}
