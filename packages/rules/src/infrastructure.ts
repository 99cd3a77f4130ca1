import type { XoHost, XoPbd, XoSr } from "@xo/contract";
import { type Refusal, refuse, runningOperation } from "./refusal.ts";

export type HostAction =
	| "edit"
	| "enable"
	| "disable"
	| "evacuate"
	| "restart"
	| "shutdown"
	| "start"
	| "forget"
	| "detach"
	| "restartToolstack";

type HostFacts = Pick<XoHost, "power_state" | "enabled"> &
	Partial<Pick<XoHost, "current_operations">>;

const NEEDS_NO_AGENT: ReadonlySet<HostAction> = new Set(["start", "forget"]);
const REFUSED_WHEN_BUSY: ReadonlySet<HostAction> = new Set([
	"evacuate",
	"restart",
	"shutdown",
]);

/** Why this cannot be done with a host now. `facts` are about its pool. */
export function whyNotHost(
	host: HostFacts,
	action: HostAction,
	facts: { readonly isMaster: boolean; readonly vmCount: number },
): Refusal | undefined {
	const isRunning = host.power_state === "Running";
	if (isRunning === NEEDS_NO_AGENT.has(action)) {
		return refuse("hostState", {
			states: isRunning ? "Halted" : "Running",
			actual: host.power_state,
		});
	}
	if (action === "enable" && host.enabled) return refuse("hostEnabled");
	if (action === "disable" && !host.enabled) return refuse("hostDisabled");
	const running = runningOperation(host.current_operations);
	if (running !== undefined && REFUSED_WHEN_BUSY.has(action)) {
		return refuse("hostBusy", { operation: running });
	}
	if (action === "detach" || action === "forget") {
		if (facts.isMaster) return refuse("hostIsMaster");
		if (facts.vmCount > 0) {
			return refuse("hostHasVms", { count: facts.vmCount });
		}
	}
	return undefined;
}

export type SrAction = "edit" | "scan" | "createDisk" | "forget" | "destroy";

type SrFacts = Pick<XoSr, "content_type" | "inMaintenanceMode"> &
	Partial<Pick<XoSr, "current_operations" | "size" | "physical_usage">>;

/** Why this cannot be done with an SR now. `pbds` are all of the SR's;
 *  `sizeBytes` is that of the disk to be made. */
export function whyNotSr(
	sr: SrFacts,
	action: SrAction,
	facts: {
		readonly pbds: readonly Pick<XoPbd, "attached">[];
		readonly sizeBytes?: number;
	},
): Refusal | undefined {
	if (action === "edit") return undefined;
	const isPlugged = facts.pbds.some(({ attached }) => attached);
	if (action === "forget") return isPlugged ? refuse("attached") : undefined;
	if (!isPlugged) return refuse("srUnplugged");
	const running = runningOperation(sr.current_operations);
	if (action === "destroy") {
		return running === undefined
			? undefined
			: refuse("srBusy", { operation: running });
	}
	if (action !== "createDisk") return undefined;
	if (sr.content_type === "iso") return refuse("srReadOnly");
	if (sr.inMaintenanceMode) return refuse("srMaintenance");
	return whyNoRoom(sr, facts.sizeBytes);
}

/** Thin SRs may promise more than they have, but not a single disk. */
function whyNoRoom(
	{ size }: SrFacts,
	sizeBytes: number | undefined,
): Refusal | undefined {
	if (size === undefined || sizeBytes === undefined) return undefined;
	return sizeBytes > size ? refuse("srFull", { size }) : undefined;
}
