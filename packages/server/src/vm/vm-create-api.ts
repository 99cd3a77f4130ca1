import { invalidParameters, operations, unauthorized } from "@xo/contract";
import type { Clock } from "@xo/std";
import type { Store } from "@xo/store";
import type { Call, Handlers } from "../api/handlers.ts";
import type { LiveObjects } from "../objects/live-objects.ts";
import { objectOf } from "../objects/object-of.ts";
import { untilSeen } from "../objects/until-seen.ts";
import type { PoolConnectionService } from "../pools/pool-connection-service.ts";
import { fromRest, fromRpc, type NewVm } from "./new-vm.ts";
import { vmCallOf } from "./vm-call.ts";
import { createVm } from "./vm-create.ts";

function settingNames(): ReadonlySet<string> {
	return new Set(Object.keys(operations["vm.set"].params().shape));
}

export function createVmCreateHandlers(dependencies: {
	readonly pools: PoolConnectionService;
	readonly objects: LiveObjects;
	readonly clock: Clock;
	readonly store: Store;
	readonly onRightsChanged: () => void;
}): Pick<Handlers, "vm.create" | "vm.createInPool"> {
	const { pools, objects, clock, store, onRightsChanged } = dependencies;

	async function create(
		call: Pick<Call, "signal" | "task" | "objects" | "caller">,
		wanted: NewVm,
	): Promise<string> {
		const template = objectOf(call.objects.template, "VM-template");
		const { gpuGroup, vgpuType } = call.objects;
		if (wanted.acls.length > 0 && !call.caller.isAdmin) {
			throw unauthorized("admin");
		}
		const uuid = await createVm({
			call: vmCallOf(pools, template, call),
			template,
			wanted,
			objects,
			userId: call.caller.user?.id,
			now: clock.now(),
			vgpu:
				gpuGroup === undefined
					? undefined
					: { group: gpuGroup, type: vgpuType },
		});
		for (const { subject, action } of wanted.acls) {
			await store.acls.add({ subject, object: uuid, action });
		}
		if (wanted.acls.length > 0) onRightsChanged();
		return await untilSeen(objects, uuid, call.signal);
	}

	return {
		"vm.create": (call) => {
			const wanted = fromRpc(call.params, settingNames());
			const ignored = Object.keys(call.params).filter(
				(name) => !Object.hasOwn(operations["vm.create"].params().shape, name),
			);
			if (ignored.length > 0) {
				call.task?.warn(`not known, and ignored: ${ignored.join(", ")}`);
			}
			return create(call, wanted);
		},
		"vm.createInPool": (call) => {
			const { template, pool } = call.objects;
			if (template?.$pool !== pool?.id) {
				throw invalidParameters("the template is not in this pool");
			}
			return create(call, fromRest(call.params));
		},
	};
}
