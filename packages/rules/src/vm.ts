import type { XoVm } from "@xo/contract";
import { type Refusal, refuse, runningOperation } from "./refusal.ts";

type PowerState = XoVm["power_state"];
type VmKind = "VM" | "VM-snapshot" | "VM-template" | "VM-controller";

/** What the rules read of a VM; of what is not known, nothing is refused. */
export interface VmFacts
	extends Partial<
		Pick<
			XoVm,
			| "current_operations"
			| "blockedOperations"
			| "pvDriversDetected"
			| "managementAgentDetected"
			| "virtualizationMode"
		>
	> {
	readonly type: VmKind;
	readonly power_state: PowerState;
	readonly isDefaultTemplate?: boolean | undefined;
	readonly $snapshot_of?: string | undefined;
}

/** The properties that a query must fetch for the rules of VMs. */
export const vmRuleFields = [
	"type",
	"power_state",
	"current_operations",
	"blockedOperations",
	"pvDriversDetected",
	"managementAgentDetected",
	"virtualizationMode",
	"isDefaultTemplate",
	"$snapshot_of",
] as const;

interface Rule {
	readonly kinds: readonly VmKind[];
	readonly states?: readonly PowerState[];
	/** XAPI's name of it, which can be blocked. */
	readonly operation?: string;
	/** Needs drivers or an agent in the guest. */
	readonly needsTools?: true;
	/** Which running operations it does not wait for. */
	readonly beside?: (running: string) => boolean;
}

const VM = ["VM"] as const;
const SNAPSHOT = ["VM-snapshot"] as const;
const TEMPLATE = ["VM-template"] as const;
const FAMILY = ["VM", "VM-snapshot", "VM-template"] as const;
const ALL: readonly VmKind[] = [...FAMILY, "VM-controller"];

const HALTED = ["Halted"] as const;
const RUNNING = ["Running"] as const;

const always = () => true;

/** Source: the table of XAPI's operations and power states
 *  (`ocaml/xapi/xapi_vm_lifecycle.ml`), as documented facts. */
const RULES = {
	start: { kinds: VM, states: HALTED, operation: "start" },
	resume: { kinds: VM, states: ["Suspended"], operation: "resume" },
	pause: { kinds: VM, states: RUNNING, operation: "pause" },
	unpause: { kinds: VM, states: ["Paused"], operation: "unpause" },
	suspend: {
		kinds: VM,
		states: RUNNING,
		operation: "suspend",
		needsTools: true,
	},
	cleanShutdown: {
		kinds: VM,
		states: RUNNING,
		operation: "clean_shutdown",
		needsTools: true,
	},
	cleanReboot: {
		kinds: VM,
		states: RUNNING,
		operation: "clean_reboot",
		needsTools: true,
	},
	hardShutdown: {
		kinds: VM,
		states: ["Paused", "Suspended", "Running"],
		operation: "hard_shutdown",
		beside: (running) => running !== "hard_shutdown",
	},
	hardReboot: {
		kinds: VM,
		states: ["Paused", "Running"],
		operation: "hard_reboot",
		beside: (running) =>
			running !== "hard_shutdown" && running !== "hard_reboot",
	},
	snapshot: {
		kinds: VM,
		operation: "snapshot",
		beside: (running) => running === "snapshot" || running === "checkpoint",
	},
	snapshotWithMemory: {
		kinds: VM,
		states: ["Paused", "Suspended", "Running"],
		operation: "checkpoint",
		needsTools: true,
	},
	revert: { kinds: SNAPSHOT, operation: "revert" },
	clone: { kinds: FAMILY, operation: "clone" },
	fullCopy: { kinds: FAMILY, operation: "copy" },
	convertToTemplate: {
		kinds: ["VM", "VM-snapshot"],
		operation: "make_into_template",
	},
	createFrom: { kinds: TEMPLATE, operation: "clone" },
	migrate: {
		kinds: VM,
		states: RUNNING,
		operation: "pool_migrate",
		needsTools: true,
	},
	/** With its disks; it starts there the next time. */
	moveHalted: {
		kinds: VM,
		states: ["Halted", "Suspended"],
		operation: "migrate_send",
	},
	/** Stops it first when it runs. */
	delete: { kinds: FAMILY, operation: "destroy" },
	rename: { kinds: ALL, beside: always },
	edit: { kinds: FAMILY, beside: always },
	/** What the VM's hardware is, which it learns when it starts. */
	editHardware: { kinds: FAMILY, states: HALTED },
	editMemory: {
		kinds: FAMILY,
		states: ["Halted", "Running"],
		operation: "changing_dynamic_range",
	},
	editCpus: {
		kinds: FAMILY,
		states: ["Halted", "Running"],
		operation: "changing_VCPUs",
	},
	addDisk: { kinds: VM, states: ["Halted", "Running"] },
	addVif: { kinds: VM, states: ["Halted", "Running"] },
	openConsole: {
		kinds: ["VM", "VM-controller"],
		states: ["Running", "Paused"],
	},
} as const satisfies Record<string, Rule>;

export type VmAction = keyof typeof RULES;

/** Why a VM (or snapshot, or template) cannot do this now; undefined when it
 *  can, as far as is known. */
export function whyNotVm(vm: VmFacts, action: VmAction): Refusal | undefined {
	const rule: Rule = RULES[action];
	if (!rule.kinds.includes(vm.type)) {
		return refuse("vmKind", { type: vm.type });
	}
	if (action === "delete" && vm.isDefaultTemplate) {
		return refuse("defaultTemplate");
	}
	if (action === "revert" && vm.$snapshot_of === undefined) {
		return refuse("snapshotOrphan");
	}
	return (
		whyNotState(vm, rule, action) ??
		whyNotBlocked(vm, rule) ??
		whyNotBusy(vm, rule) ??
		whyNotTools(vm, rule)
	);
}

/** A snapshot of a running VM is itself suspended, and can be cloned. */
function statesOf(
	vm: VmFacts,
	rule: Rule,
	action: VmAction,
): readonly PowerState[] | undefined {
	if (vm.type !== "VM") return undefined;
	if (action === "convertToTemplate") return HALTED;
	if (action === "clone" || action === "fullCopy") {
		return ["Halted", "Suspended"];
	}
	return rule.states;
}

function whyNotState(
	vm: VmFacts,
	rule: Rule,
	action: VmAction,
): Refusal | undefined {
	const states = statesOf(vm, rule, action);
	if (states === undefined || states.includes(vm.power_state)) return undefined;
	return refuse("vmState", {
		states: states.join(","),
		actual: vm.power_state,
	});
}

function whyNotBlocked(vm: VmFacts, { operation }: Rule): Refusal | undefined {
	const reason =
		operation === undefined ? undefined : vm.blockedOperations?.[operation];
	if (reason === undefined) return undefined;
	return refuse("vmBlocked", { reason });
}

function whyNotBusy(vm: VmFacts, { beside }: Rule): Refusal | undefined {
	const running = runningOperation(vm.current_operations);
	if (running === undefined || beside?.(running)) return undefined;
	return refuse("vmBusy", { operation: running });
}

/** PV and PVH guests have the drivers by their nature. */
function whyNotTools(vm: VmFacts, { needsTools }: Rule): Refusal | undefined {
	if (!needsTools || vm.virtualizationMode !== "hvm") return undefined;
	const hasNone =
		vm.pvDriversDetected === false && vm.managementAgentDetected === false;
	return hasNone ? refuse("vmNoTools") : undefined;
}

/** Why a VM cannot have this memory: it needs its static minimum, and a
 *  minimum is no more than its maximum. Bytes. */
export function whyNotMemory(
	memory: Pick<XoVm["memory"], "static">,
	wanted: { readonly dynamicMin: number; readonly dynamicMax: number },
): Refusal | undefined {
	const [minimum = 0] = memory.static;
	const { dynamicMin, dynamicMax } = wanted;
	if (Math.min(dynamicMin, dynamicMax) < minimum) {
		return refuse("memoryBelowMinimum", { minimum });
	}
	return dynamicMin > dynamicMax ? refuse("memoryRange") : undefined;
}
