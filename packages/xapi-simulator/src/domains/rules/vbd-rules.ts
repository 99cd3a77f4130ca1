import type { Ref } from "../../core/types.ts";
import type { StringMap } from "../record.ts";
import { busy, isIdle, type Refusal } from "./refusal.ts";

/** Another VBD of the same VDI, as far as it can be in the way. */
export interface VbdRival {
	readonly isWriter: boolean;
}

export interface VbdFacts {
	readonly ref: Ref;
	readonly vm: Ref;
	readonly currentOperations: StringMap;
	readonly isUnpluggable: boolean;
	readonly isCd: boolean;
	readonly isEmpty: boolean;
	readonly isWriter: boolean;
	readonly isAttached: boolean;
	readonly powerState: string;
	readonly vmOperations: StringMap;
	readonly isHvm: boolean;
	readonly isControlDomain: boolean;
	/** `VM_guest_metrics.can_use_hotplug_vbd`. */
	readonly canHotplug: string;
	readonly hasDetectedDrivers: boolean;
	/** Absent when the VBD is empty or its VDI is gone. */
	readonly vdi:
		| {
				readonly ref: Ref;
				readonly sr: Ref;
				readonly currentOperations: StringMap;
				readonly isReadOnly: boolean;
				readonly isSharable: boolean;
		  }
		| undefined;
	/** Those that are attached or about to be, to VMs that are not suspended. */
	readonly rivals: readonly VbdRival[];
}

const OPERATIONS = [
	"attach",
	"eject",
	"insert",
	"plug",
	"unplug",
	"unplug_force",
	"pause",
	"unpause",
] as const;

const HOTPLUG = new Set(["plug", "unplug", "unplug_force"]);
const MEDIA = new Set(["insert", "eject"]);
const CONNECTS = new Set(["attach", "plug", "insert"]);
const BLOCKING_VM_OPERATIONS = new Set([
	"clean_shutdown",
	"hard_shutdown",
	"suspend",
	"pause",
]);

type Check = (vbd: VbdFacts, operation: string) => Refusal | undefined;

function checkBusy(vbd: VbdFacts): Refusal | undefined {
	if (isIdle(vbd.currentOperations)) return undefined;
	return busy("VBD", vbd.ref, vbd.currentOperations);
}

function checkMedia(vbd: VbdFacts, operation: string): Refusal | undefined {
	if (!vbd.isUnpluggable && operation.startsWith("unplug")) {
		return ["VBD_NOT_UNPLUGGABLE", vbd.ref];
	}
	if (!MEDIA.has(operation)) return undefined;
	if (!vbd.isCd) return ["VBD_NOT_REMOVABLE_MEDIA", vbd.ref];
	if (operation === "eject" && vbd.isEmpty) return ["VBD_IS_EMPTY", vbd.ref];
	if (operation === "insert" && !vbd.isEmpty) {
		return ["VBD_NOT_EMPTY", vbd.ref];
	}
	return undefined;
}

/** The rules of hot plugging that a VBD and a VIF share. */
export function refuseHotplug(
	device: {
		readonly ref: Ref;
		readonly vm: Ref;
		readonly isAttached: boolean;
		readonly powerState: string;
		readonly vmOperations: StringMap;
	},
	operation: string,
): Refusal | undefined {
	if (device.powerState !== "Running") {
		return [
			"VM_BAD_POWER_STATE",
			device.vm,
			"running",
			device.powerState.toLowerCase(),
		];
	}
	if (operation === "plug" && device.isAttached) {
		return ["DEVICE_ALREADY_ATTACHED", device.ref];
	}
	if (operation !== "plug" && !device.isAttached) {
		return ["DEVICE_ALREADY_DETACHED", device.ref];
	}
	for (const current of Object.values(device.vmOperations)) {
		if (!BLOCKING_VM_OPERATIONS.has(current)) continue;
		return [
			"OPERATION_NOT_ALLOWED",
			`Current operation on VM:${device.vm} is ${current}`,
		];
	}
	return undefined;
}

function checkState(vbd: VbdFacts, operation: string): Refusal | undefined {
	if (HOTPLUG.has(operation)) return refuseHotplug(vbd, operation);
	return undefined;
}

function checkDrivers(vbd: VbdFacts, operation: string): Refusal | undefined {
	const isSuspended = vbd.powerState === "Suspended";
	if (vbd.isHvm && !vbd.isControlDomain && HOTPLUG.has(operation)) {
		if (vbd.canHotplug === "no") {
			return [
				"OPERATION_NOT_ALLOWED",
				"VM states it does not support VBD hotplug.",
			];
		}
		if (vbd.canHotplug !== "yes" && !vbd.hasDetectedDrivers) {
			return ["VM_MISSING_PV_DRIVERS", vbd.vm];
		}
		if (vbd.isCd) {
			return [
				"OPERATION_NOT_ALLOWED",
				"HVM CDROMs cannot be hotplugged/unplugged, only inserted or ejected",
			];
		}
	}
	if (vbd.isCd && isSuspended && MEDIA.has(operation)) {
		return ["VM_BAD_POWER_STATE", vbd.vm, "halted, running", "suspended"];
	}
	return undefined;
}

function checkVdi(vbd: VbdFacts, operation: string): Refusal | undefined {
	const { vdi } = vbd;
	if (vdi === undefined || !CONNECTS.has(operation)) return undefined;
	const blocking = Object.entries(vdi.currentOperations).filter(
		([, current]) => current !== "mirror" && current !== "copy",
	);
	if (blocking.length > 0) {
		return busy("VDI", vdi.ref, Object.fromEntries(blocking));
	}
	const isShared = vbd.isWriter
		? vbd.rivals.length > 0
		: vbd.rivals.some((rival) => rival.isWriter);
	if (isShared && !vdi.isSharable) return ["VDI_IN_USE", vdi.ref];
	if (vbd.isWriter && vdi.isReadOnly) return ["VDI_READONLY", vdi.ref];
	return undefined;
}

function checkRetired(vbd: VbdFacts, operation: string): Refusal | undefined {
	if (operation !== "pause" && operation !== "unpause") return undefined;
	return ["SR_OPERATION_NOT_SUPPORTED", vbd.vdi?.sr ?? "OpaqueRef:NULL"];
}

const CHECKS: readonly Check[] = [
	checkBusy,
	checkMedia,
	checkState,
	checkDrivers,
	checkVdi,
	checkRetired,
];

export function refuseVbd(
	vbd: VbdFacts,
	operation: string,
): Refusal | undefined {
	for (const check of CHECKS) {
		const refusal = check(vbd, operation);
		if (refusal !== undefined) return refusal;
	}
	return undefined;
}

export function allowedVbdOperations(vbd: VbdFacts): string[] {
	return OPERATIONS.filter(
		(operation) => refuseVbd(vbd, operation) === undefined,
	);
}
