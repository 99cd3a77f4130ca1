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
	| "restartToolstack"
	| "makeMaster";

type HostFacts = Pick<XoHost, "power_state" | "enabled"> &
	Partial<Pick<XoHost, "current_operations">>;

const NEEDS_NO_AGENT: ReadonlySet<HostAction> = new Set(["start", "forget"]);
const REFUSED_WHEN_BUSY: ReadonlySet<HostAction> = new Set([
	"evacuate",
	"restart",
	"shutdown",
]);

const MEMBERS_ONLY: ReadonlySet<HostAction> = new Set([
	"detach",
	"forget",
	"makeMaster",
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
	const isMember = MEMBERS_ONLY.has(action);
	if (isMember && facts.isMaster) return refuse("hostIsMaster");
	if (action === "detach" || action === "forget") {
		if (facts.vmCount > 0) {
			return refuse("hostHasVms", { count: facts.vmCount });
		}
	}
	return undefined;
}

export type PbdAction = "connect" | "disconnect" | "delete";

/** Why this cannot be done with a PBD now. */
export function whyNotPbd(
	{ attached }: Pick<XoPbd, "attached">,
	action: PbdAction,
): Refusal | undefined {
	if (action === "disconnect") {
		return attached ? undefined : refuse("notAttached");
	}
	return attached ? refuse("attached") : undefined;
}

export type SrAction =
	| "edit"
	| "scan"
	| "createDisk"
	| "makeDefault"
	| "connectAll"
	| "disconnectAll"
	| "forget"
	| "destroy";

type SrFacts = Pick<XoSr, "content_type" | "inMaintenanceMode"> &
	Partial<Pick<XoSr, "current_operations" | "size" | "physical_usage">>;

const NEEDS_CONNECTION: ReadonlySet<SrAction> = new Set([
	"scan",
	"createDisk",
	"disconnectAll",
]);
const REMOVES_SR: ReadonlySet<SrAction> = new Set(["forget", "destroy"]);

/** Why this cannot be done with an SR now. `pbds` are all of the SR's;
 *  `sizeBytes` is that of the disk to be made. */
export function whyNotSr(
	sr: SrFacts,
	action: SrAction,
	facts: {
		readonly pbds: readonly Pick<XoPbd, "attached">[];
		readonly sizeBytes?: number;
		/** Disks on it, as far as they are known. */
		readonly diskCount?: number;
	},
): Refusal | undefined {
	if (action === "edit" || action === "makeDefault") return undefined;
	const isPlugged = facts.pbds.some(({ attached }) => attached);
	if (action === "connectAll" && facts.pbds.length === 0) {
		return refuse("srNoHosts");
	}
	if (NEEDS_CONNECTION.has(action) && !isPlugged) return refuse("srUnplugged");
	const running = runningOperation(sr.current_operations);
	if (REMOVES_SR.has(action) && running !== undefined) {
		return refuse("srBusy", { operation: running });
	}
	const { diskCount = 0 } = facts;
	if (action === "destroy" && diskCount > 0) {
		return refuse("srNotEmpty", { count: diskCount });
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
