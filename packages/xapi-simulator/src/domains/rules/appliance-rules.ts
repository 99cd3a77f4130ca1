import type { FieldValue } from "../../core/types.ts";

export interface ApplianceFacts {
	readonly isIdle: boolean;
	readonly powerStates: readonly (FieldValue | undefined)[];
}

/** A vApp starts while a member is down, and stops while one is not. */
export function allowedApplianceOperations(
	appliance: ApplianceFacts,
): string[] {
	if (!appliance.isIdle) return [];
	const isDown = (state: unknown) => state === "Halted";
	const allowed: string[] = [];
	if (appliance.powerStates.some(isDown)) allowed.push("start");
	if (!appliance.powerStates.every(isDown)) {
		allowed.push("clean_shutdown", "hard_shutdown", "shutdown");
	}
	return allowed;
}
