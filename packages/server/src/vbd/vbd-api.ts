import { invalidParameters } from "@xo/contract";
import type { Ref, VbdRecord } from "@xo/xapi-wire";
import type { Call, HandlersOf } from "../api/handlers.ts";
import type { LiveObjects } from "../objects/live-objects.ts";
import { objectOf } from "../objects/object-of.ts";
import { untilSeen } from "../objects/until-seen.ts";
import { createVbd } from "../pools/devices.ts";
import type { PoolConnectionService } from "../pools/pool-connection-service.ts";
import { xapiRefOf } from "../pools/refs.ts";

export function createVbdHandlers(dependencies: {
	readonly pools: PoolConnectionService;
	readonly objects: LiveObjects;
}): HandlersOf<"vbd"> {
	const { pools, objects: live } = dependencies;

	function target({ objects }: Pick<Call, "objects">) {
		const vbd = objectOf(objects.vbd, "VBD");
		return { vbd, ref: xapiRefOf(vbd, "VBD"), xapi: pools.xapiForWrite(vbd) };
	}

	return {
		"vbd.connect": async (call) => {
			const { xapi, ref } = target(call);
			await xapi.callAsync("VBD.plug", [ref], { signal: call.signal });
		},
		"vbd.disconnect": async (call) => {
			const { xapi, ref } = target(call);
			await xapi.callAsync("VBD.unplug", [ref], { signal: call.signal });
		},
		"vbd.delete": async (call) => {
			const { vbd, xapi, ref } = target(call);
			if (vbd.attached) {
				await xapi.callAsync("VBD.unplug", [ref], { signal: call.signal });
			}
			await xapi.call("VBD.destroy", ref);
		},
		"vbd.set": async (call) => {
			const { xapi, ref } = target(call);
			const { position } = call.params;
			if (position === undefined) return;
			await xapi.call("VBD.set_userdevice", ref, String(position));
		},
		"vbd.setBootable": async (call) => {
			const { xapi, ref } = target(call);
			await xapi.call("VBD.set_bootable", ref, call.params.bootable);
		},
		"vbd.create": async ({ params, objects, signal }) => {
			const vm = objectOf(objects.vm, "VM", "VM-template", "VM-snapshot");
			const vdi = objectOf(objects.vdi, "VDI");
			if (vm.$pool !== vdi.$pool) {
				throw invalidParameters("the VDI and the VM are not in one pool");
			}
			const xapi = pools.xapiForWrite(vm);
			const { VM, VDI, type, mode, bootable, userdevice, ...rest } = params;
			const more = Object.fromEntries(
				Object.entries(rest).filter(([, value]) => value !== undefined),
			) as Partial<VbdRecord>;
			const isEmpty = rest.empty === true;
			const ref = await createVbd(
				{ xapi, vm: xapiRefOf(vm, "VM") },
				{
					vdi: isEmpty
						? ("OpaqueRef:NULL" as Ref<"VDI">)
						: xapiRefOf(vdi, "VDI"),
					type,
					mode,
					bootable,
					position: userdevice === "autodetect" ? undefined : userdevice,
					more,
				},
			);
			return await untilSeen(
				live,
				await xapi.call("VBD.get_uuid", ref),
				signal,
			);
		},
	};
}
