import { ApiError, type XoObject } from "@xo/contract";
import { XapiError } from "@xo/xapi/common";
import type { Ref } from "@xo/xapi-wire";
import { runAsync, xapiRefOf } from "../pools/refs.ts";
import { withUnblocked } from "./blocked-operation.ts";
import type { VmCall } from "./vm-call.ts";
import { hardShutdown, type ObjectLookup } from "./vm-power.ts";

const NULL_REF = "OpaqueRef:NULL";
/** Disks with this mark in the name are left out of snapshots. */
const NO_SNAPSHOT_MARK = "[NOSNAP]";

/** Uuid of a VM that has just been made. */
async function uuidOf(call: VmCall, ref: string): Promise<string> {
	return await call.xapi.call("VM.get_uuid", ref as Ref<"VM">);
}

function disksOf(vm: VmCall["vm"], objects: ObjectLookup): XoObject[] {
	const disks: XoObject[] = [];
	for (const id of vm.$VBDs) {
		const vbd = id === null ? undefined : objects.find(id);
		if (vbd?.type !== "VBD" || vbd.is_cd_drive || vbd.VDI === undefined)
			continue;
		const vdi = objects.find(vbd.VDI);
		if (vdi !== undefined) disks.push(vdi);
	}
	return disks;
}

export async function snapshotVm(
	call: VmCall,
	objects: ObjectLookup,
	options: {
		readonly name?: string | undefined;
		readonly description?: string | undefined;
		readonly saveMemory?: boolean | undefined;
		readonly now: number;
	},
): Promise<string> {
	const { vm, xapi } = call;
	const name =
		options.name ?? `${vm.name_label}_${new Date(options.now).toISOString()}`;
	const ignored = disksOf(vm, objects)
		.filter((disk) => "name_label" in disk)
		.filter((disk) => String(disk.name_label).includes(NO_SNAPSHOT_MARK))
		.map((disk) => disk._xapiRef);
	const ref = options.saveMemory
		? await runAsync(call, "VM.checkpoint", [vm._xapiRef, name])
		: await runAsync(call, "VM.snapshot", [
				vm._xapiRef,
				name,
				...(ignored.length === 0 ? [] : [ignored]),
			]);
	if (options.description !== undefined) {
		await xapi.call(
			"VM.set_name_description",
			ref as Ref<"VM">,
			options.description,
		);
	}
	return await uuidOf(call, ref);
}

export async function cloneVm(
	call: VmCall,
	options: { readonly name: string; readonly full_copy: boolean },
): Promise<string> {
	const { _xapiRef: source } = call.vm;
	const ref = options.full_copy
		? await runAsync(call, "VM.copy", [source, options.name, NULL_REF])
		: await runAsync(call, "VM.clone", [source, options.name]);
	return await uuidOf(call, ref);
}

export interface DeleteOptions {
	readonly deleteDisks?: boolean | undefined;
	readonly force?: boolean | undefined;
	readonly forceDeleteDefaultTemplate?: boolean | undefined;
	readonly forceBlockedOperation?: boolean | undefined;
}

/** Deletes a VM with its snapshots, and their disks unless told otherwise. */
export async function deleteVm(
	call: VmCall,
	objects: ObjectLookup,
	options: DeleteOptions,
): Promise<void> {
	const { vm } = call;
	await unprotectTemplate(call, options);
	if (options.force && vm.power_state !== "Halted") {
		await hardShutdown(call, options.forceBlockedOperation);
	}
	const snapshots = vm.type === "VM" ? vm.snapshots : [];
	await withUnblocked(
		call,
		{ operation: "destroy", isBypassed: options.forceBlockedOperation },
		() => destroyWithDisks(call, objects, options),
	);
	for (const id of snapshots) {
		const snapshot = id === null ? undefined : objects.find(id);
		if (snapshot?.type !== "VM-snapshot") continue;
		try {
			await destroyWithDisks(
				{ ...call, vm: snapshot, ref: xapiRefOf(snapshot, "VM") },
				objects,
				options,
			);
		} catch (error) {
			call.task?.warn(`cannot delete the snapshot ${snapshot.name_label}`, {
				error: String(error),
			});
		}
	}
}

async function unprotectTemplate(
	{ vm, ref, xapi }: VmCall,
	options: DeleteOptions,
): Promise<void> {
	if (vm.type !== "VM-template" || !vm.isDefaultTemplate) return;
	if (!options.forceDeleteDefaultTemplate) {
		throw new ApiError("forbiddenOperation", {
			message:
				"this is a template that comes with the pool: delete it with forceDeleteDefaultTemplate",
			data: { operation: "delete", reason: "default template" },
		});
	}
	await xapi.call("VM.set_is_default_template", ref, false);
	// Pools of before that field mark them here, and still look here.
	await xapi.call("VM.remove_from_other_config", ref, "default_template");
}

async function destroyWithDisks(
	call: VmCall,
	objects: ObjectLookup,
	{ deleteDisks = true }: DeleteOptions,
): Promise<void> {
	const { vm, xapi } = call;
	const disks = deleteDisks ? disksOf(vm, objects) : [];
	const shared = disks.filter((disk) => isUsedElsewhere(disk, vm.id, objects));
	await runAsync(call, "VM.destroy", [vm._xapiRef]);
	for (const disk of disks) {
		if (shared.includes(disk)) {
			call.task?.warn(`the disk ${disk.id} is kept: another VM uses it`);
			continue;
		}
		try {
			await xapi.callAsync("VDI.destroy", [xapiRefOf(disk, "VDI")], {
				signal: call.signal,
			});
		} catch (error) {
			const isGone =
				error instanceof XapiError && error.code === "HANDLE_INVALID";
			if (isGone) continue;
			call.task?.warn(`cannot delete the disk ${disk.id}`, {
				error: String(error),
			});
		}
	}
}

function isUsedElsewhere(
	disk: XoObject,
	vmId: string,
	objects: ObjectLookup,
): boolean {
	const vbds = "$VBDs" in disk ? disk.$VBDs : [];
	return vbds.some((id) => {
		const vbd = id === null ? undefined : objects.find(id);
		return vbd?.type === "VBD" && vbd.VM !== vmId;
	});
}
