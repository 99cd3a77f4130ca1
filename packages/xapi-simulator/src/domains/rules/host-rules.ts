import type { Ref } from "../../core/types.ts";
import type { StringMap } from "../record.ts";
import { busy, type Refusal } from "./refusal.ts";

export interface HostFacts {
	readonly ref: Ref;
	readonly currentOperations: StringMap;
	readonly isLive: boolean;
	readonly powerOnMode: string;
}

const OPERATIONS = [
	"provision",
	"evacuate",
	"shutdown",
	"reboot",
	"power_on",
	"vm_start",
	"vm_resume",
	"vm_migrate",
	"apply_updates",
	"enable",
] as const;

const CREATING = new Set(["provision", "vm_resume", "vm_migrate"]);
const REMOVING = new Set(["evacuate", "reboot", "shutdown"]);
const EXCLUSIVE = new Set(["reboot", "shutdown", "apply_updates"]);

function excludes(operation: string, current: string): boolean {
	return (
		(CREATING.has(operation) && REMOVING.has(current)) ||
		(REMOVING.has(operation) && CREATING.has(current)) ||
		(EXCLUSIVE.has(operation) && EXCLUSIVE.has(current))
	);
}

export function refuseHost(
	host: HostFacts,
	operation: string,
): Refusal | undefined {
	const blocking = Object.entries(host.currentOperations).filter(
		([, current]) => excludes(operation, current),
	);
	if (blocking.length > 0) {
		return busy("host", host.ref, Object.fromEntries(blocking));
	}
	if (operation !== "power_on") return undefined;
	if (host.isLive) return ["HOST_IS_LIVE", host.ref];
	return host.powerOnMode === "" ? ["HOST_POWER_ON_MODE_DISABLED"] : undefined;
}

export function allowedHostOperations(host: HostFacts): string[] {
	return OPERATIONS.filter(
		(operation) => refuseHost(host, operation) === undefined,
	);
}
