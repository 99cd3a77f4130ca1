import type { Ref } from "../../core/types.ts";
import type { StringMap } from "../record.ts";
import type { Refusal } from "./refusal.ts";
import { refuseHotplug } from "./vbd-rules.ts";

export interface VifFacts {
	readonly ref: Ref;
	readonly vm: Ref;
	readonly currentOperations: StringMap;
	readonly isAttached: boolean;
	readonly powerState: string;
	readonly vmOperations: StringMap;
	readonly isHvm: boolean;
	readonly isControlDomain: boolean;
	readonly isSriov: boolean;
	/** `VM_guest_metrics.can_use_hotplug_vif`. */
	readonly canHotplug: string;
	readonly hasDetectedDrivers: boolean;
}

const OPERATIONS = ["attach", "plug", "unplug"] as const;

export function refuseVif(
	vif: VifFacts,
	operation: string,
): Refusal | undefined {
	const [current] = Object.entries(vif.currentOperations);
	if (current !== undefined) {
		const [task, running] = current;
		return [
			"OTHER_OPERATION_IN_PROGRESS",
			"VIF",
			vif.ref,
			`{${running}}`,
			`{${task}}`,
		];
	}
	if (operation === "attach") return undefined;
	const refusal = refuseHotplug(vif, operation);
	if (refusal !== undefined) return refusal;
	if (vif.isControlDomain) {
		return ["OPERATION_NOT_ALLOWED", "Control domain does not support hotplug"];
	}
	if (vif.isSriov) {
		return [
			"OPERATION_NOT_ALLOWED",
			"Network SR-IOV VIF plug/unplug not allowed",
		];
	}
	if (!vif.isHvm || vif.canHotplug === "yes" || vif.hasDetectedDrivers) {
		return undefined;
	}
	if (vif.canHotplug === "no") {
		return [
			"OPERATION_NOT_ALLOWED",
			"VM states it does not support VIF hotplug.",
		];
	}
	return ["VM_MISSING_PV_DRIVERS", vif.vm];
}

export function allowedVifOperations(vif: VifFacts): string[] {
	return OPERATIONS.filter(
		(operation) => refuseVif(vif, operation) === undefined,
	);
}
