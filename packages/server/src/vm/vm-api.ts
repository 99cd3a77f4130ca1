import { noSuchObject, type XoObject } from "@xo/contract";
import type { Clock } from "@xo/std";
import type { Store } from "@xo/store";
import type { Call, HandlersOf } from "../api/handlers.ts";
import type { LiveObjects } from "../objects/live-objects.ts";
import { untilSeen } from "../objects/until-seen.ts";
import type { PermissionEngine } from "../permissions/permission-engine.ts";
import type { PoolConnectionService } from "../pools/pool-connection-service.ts";
import { runAsync } from "../pools/refs.ts";
import { vmCallOf } from "./vm-call.ts";
import { cloneVm, deleteVm, snapshotVm } from "./vm-copy.ts";
import { createVmCreateHandlers } from "./vm-create-api.ts";
import { createVmDeviceHandlers } from "./vm-device-api.ts";
import { createVmMoveHandlers } from "./vm-move-api.ts";
import { restartVm, startVm, stopVm } from "./vm-power.ts";
import { setVm } from "./vm-settings.ts";

export function createVmHandlers(dependencies: {
	readonly pools: PoolConnectionService;
	readonly objects: LiveObjects;
	readonly clock: Clock;
	readonly store: Store;
	readonly permissions: PermissionEngine;
	readonly onRightsChanged: () => void;
}): HandlersOf<"vm"> {
	const { pools, objects, clock } = dependencies;
	const of = (
		call: Pick<Call, "signal" | "task" | "objects">,
		object: XoObject | undefined = call.objects.vm,
	) => vmCallOf(pools, object, call);

	function find(id: string): XoObject {
		const object = objects.find(id);
		if (object === undefined) throw noSuchObject(id, "object");
		return object;
	}

	async function simply(
		call: Pick<Call, "signal" | "task" | "objects">,
		verb: string,
		params: readonly unknown[] = [],
	): Promise<void> {
		const vmCall = of(call);
		await runAsync(vmCall, `VM.${verb}`, [vmCall.vm._xapiRef, ...params]);
	}

	return {
		...createVmCreateHandlers(dependencies),
		...createVmDeviceHandlers(dependencies),
		...createVmMoveHandlers(dependencies),
		"vm.start": (call) =>
			startVm(of(call), objects, { ...call.params, host: call.objects.host }),
		"vm.stop": (call) => stopVm(of(call), call.params),
		"vm.restart": (call) => restartVm(of(call), call.params),
		"vm.suspend": (call) => simply(call, "suspend"),
		"vm.resume": (call) => simply(call, "resume", [false, false]),
		"vm.pause": (call) => simply(call, "pause"),
		"vm.unpause": (call) => simply(call, "unpause"),
		"vm.set": (call) => {
			const { id, ...settings } = call.params;
			return setVm(of(call), settings, find);
		},
		"vm.snapshot": async (call) => {
			const options = { ...call.params, now: clock.now() };
			const uuid = await snapshotVm(of(call), objects, options);
			return await untilSeen(objects, uuid, call.signal);
		},
		"vm.revert": async (call) => {
			const vmCall = of(call, call.objects.snapshot);
			await runAsync(vmCall, "VM.revert", [vmCall.vm._xapiRef]);
		},
		"vm.revertTo": async (call) => {
			const { id, snapshot: snapshotId, snapshotBefore } = call.params;
			const { snapshot } = call.objects;
			if (snapshot?.type !== "VM-snapshot" || snapshot.$snapshot_of !== id) {
				throw noSuchObject(snapshotId, "VM-snapshot");
			}
			if (snapshotBefore) {
				await snapshotVm(of(call), objects, { now: clock.now() });
			}
			const vmCall = of(call, snapshot);
			await runAsync(vmCall, "VM.revert", [vmCall.vm._xapiRef]);
		},
		"vm.clone": async (call) => {
			const uuid = await cloneVm(of(call), call.params);
			return await untilSeen(objects, uuid, call.signal);
		},
		"vm.delete": (call) => deleteVm(of(call), objects, call.params),
	};
}
