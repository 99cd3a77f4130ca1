import type { Call, Handlers } from "../api/handlers.ts";
import type { LiveObjects } from "../objects/live-objects.ts";
import { objectOf } from "../objects/object-of.ts";
import { untilSeen } from "../objects/until-seen.ts";
import type { PoolConnectionService } from "../pools/pool-connection-service.ts";
import { vmCallOf } from "./vm-call.ts";
import {
	attachDisk,
	convertToTemplate,
	createInterface,
	ejectCd,
	insertCd,
	setBootOrder,
} from "./vm-devices.ts";

type DeviceHandlers = Pick<
	Handlers,
	| "vm.attachDisk"
	| "vm.createInterface"
	| "vm.insertCd"
	| "vm.ejectCd"
	| "vm.setBootOrder"
	| "vm.convertToTemplate"
	| "vm.convert"
>;

export function createVmDeviceHandlers(dependencies: {
	readonly pools: PoolConnectionService;
	readonly objects: LiveObjects;
}): DeviceHandlers {
	const { pools, objects } = dependencies;
	const of = (call: Pick<Call, "signal" | "task" | "objects">) =>
		vmCallOf(pools, call.objects.vm, call);
	return {
		"vm.attachDisk": (call) =>
			attachDisk(of(call), objectOf(call.objects.vdi, "VDI"), call.params),
		"vm.createInterface": async (call) => {
			const network = objectOf(call.objects.network, "network");
			const uuid = await createInterface(of(call), network, call.params);
			return await untilSeen(objects, uuid, call.signal);
		},
		"vm.insertCd": (call) =>
			insertCd(of(call), objectOf(call.objects.vdi, "VDI"), {
				objects,
				isForced: call.params.force ?? false,
			}),
		"vm.ejectCd": (call) => ejectCd(of(call), objects),
		"vm.setBootOrder": (call) => setBootOrder(of(call), call.params.order),
		"vm.convertToTemplate": (call) => convertToTemplate(of(call)),
		"vm.convert": (call) => convertToTemplate(of(call)),
	};
}
