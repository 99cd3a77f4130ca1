import type { Ref } from "../../core/types.ts";
import { NULL_REF, type StringMap } from "../record.ts";
import { busy, isIdle, type Refusal } from "./refusal.ts";
import {
	CONTROL_DOMAIN_OPERATIONS,
	CUSTOM_TEMPLATE_OPERATIONS,
	type PowerState,
	SHOWN_VM_OPERATIONS,
	SNAPSHOT_OPERATIONS,
	STATES_OF_OPERATION,
	TEMPLATE_OPERATIONS,
	UPGRADE_OPERATIONS,
} from "./vm-states.ts";

/** What the rules need to know of a VM. */
export interface VmFacts {
	readonly ref: Ref;
	readonly powerState: PowerState;
	readonly currentOperations: StringMap;
	readonly blockedOperations: StringMap;
	readonly isTemplate: boolean;
	readonly isDefaultTemplate: boolean;
	readonly isSnapshot: boolean;
	readonly isControlDomain: boolean;
	readonly isDom0: boolean;
	readonly isImmobile: boolean;
	readonly hasNestedVirt: boolean;
	/** Booted as PV or PVH, or with PV drivers whose version is known. */
	readonly hasDrivers: boolean;
	/** `VM_guest_metrics.other`. */
	readonly guestOther: StringMap;
	readonly hasResetDisk: boolean;
	readonly hasCachedResetDisk: boolean;
	readonly hasPci: boolean;
	readonly hasVgpu: boolean;
	readonly hasVusb: boolean;
	readonly vtpmCount: number;
	readonly appliance: Ref;
	readonly protectionPolicy: Ref;
	readonly snapshotSchedule: Ref;
	readonly isUpgrading: boolean;
	readonly allowsSuspendedClone: boolean;
}

type Check = (vm: VmFacts, operation: string) => Refusal | undefined;

const MOVES = new Set([
	"suspend",
	"checkpoint",
	"pool_migrate",
	"migrate_send",
]);
const COPIES = new Set(["clone", "copy", "export"]);
const SNAPSHOTS = new Set(["snapshot", "checkpoint"]);
const DURING_MIGRATION = new Set([
	"metadata_export",
	"clean_shutdown",
	"clean_reboot",
]);

function checkBlocked(vm: VmFacts, operation: string): Refusal | undefined {
	const reason = vm.blockedOperations[operation];
	if (reason !== undefined) return ["OPERATION_BLOCKED", vm.ref, reason];
	return undefined;
}

function statesOf(vm: VmFacts, operation: string): readonly PowerState[] {
	const states = STATES_OF_OPERATION[operation] ?? [];
	if (operation === "clone" || operation === "copy") {
		return vm.isSnapshot || vm.allowsSuspendedClone
			? ["Halted", "Suspended"]
			: states;
	}
	if (vm.isControlDomain && states[0] === "Halted" && states.length === 1) {
		const isSetting =
			operation === "changing_VCPUs" ||
			operation === "changing_static_range" ||
			operation === "changing_memory_limits";
		return isSetting ? ["Halted", "Running"] : states;
	}
	return states;
}

function checkPowerState(vm: VmFacts, operation: string): Refusal | undefined {
	const states = statesOf(vm, operation);
	if (states.includes(vm.powerState)) return undefined;
	return [
		"VM_BAD_POWER_STATE",
		vm.ref,
		states.join(", ").toLowerCase(),
		vm.powerState.toLowerCase(),
	];
}

function mayRunBeside(operation: string, running: readonly string[]): boolean {
	const all = (set: ReadonlySet<string>) => running.every((it) => set.has(it));
	if (operation === "hard_shutdown") return !running.includes(operation);
	if (operation === "hard_reboot") {
		return !running.includes("hard_shutdown") && !running.includes(operation);
	}
	if (COPIES.has(operation)) return all(COPIES);
	if (SNAPSHOTS.has(operation)) return all(SNAPSHOTS);
	if (operation === "get_boot_record") return all(new Set([operation]));
	return DURING_MIGRATION.has(operation) && all(new Set(["migrate_send"]));
}

function checkConcurrency(vm: VmFacts, operation: string): Refusal | undefined {
	if (isIdle(vm.currentOperations)) return undefined;
	const running = Object.values(vm.currentOperations);
	if (mayRunBeside(operation, running)) return undefined;
	return busy("VM", vm.ref, vm.currentOperations);
}

function checkKind(vm: VmFacts, operation: string): Refusal | undefined {
	if (vm.isTemplate && !vm.isSnapshot) {
		const isFine =
			TEMPLATE_OPERATIONS.has(operation) ||
			(!vm.isDefaultTemplate && CUSTOM_TEMPLATE_OPERATIONS.has(operation));
		if (!isFine) return ["VM_IS_TEMPLATE", vm.ref, operation];
	}
	if (vm.isSnapshot && !SNAPSHOT_OPERATIONS.has(operation)) {
		return ["VM_IS_SNAPSHOT", vm.ref, operation];
	}
	if (operation === "provision" && !vm.isTemplate) {
		return ["PROVISION_ONLY_ALLOWED_ON_TEMPLATE"];
	}
	if (operation === "revert" && !vm.isSnapshot) {
		return ["REVERT_ONLY_ALLOWED_ON_SNAPSHOT"];
	}
	return undefined;
}

function checkMobility(vm: VmFacts, operation: string): Refusal | undefined {
	if (vm.isImmobile && MOVES.has(operation)) return ["VM_IS_IMMOBILE", vm.ref];
	if (vm.hasNestedVirt && operation === "changing_dynamic_range") {
		return ["VM_IS_USING_NESTED_VIRT", vm.ref];
	}
	return undefined;
}

function checkControlDomain(
	vm: VmFacts,
	operation: string,
): Refusal | undefined {
	if (!vm.isControlDomain) return undefined;
	const isOfDom0 = operation === "changing_VCPUs" || operation === "destroy";
	if (vm.isDom0 && isOfDom0) {
		return ["OPERATION_NOT_ALLOWED", "This operation is not allowed on dom0"];
	}
	if (CONTROL_DOMAIN_OPERATIONS.has(operation)) return undefined;
	return [
		"OPERATION_NOT_ALLOWED",
		"This operation is not allowed on a control domain",
	];
}

const FEATURES: Readonly<Record<string, readonly string[]>> = {
	suspend: ["feature-suspend"],
	checkpoint: ["feature-suspend"],
	pool_migrate: ["feature-suspend"],
	migrate_send: ["feature-suspend"],
	clean_shutdown: ["feature-shutdown", "feature-poweroff"],
	clean_reboot: ["feature-shutdown", "feature-reboot"],
	changing_VCPUs_live: ["feature-vcpu-hotplug"],
};

function checkGuest(vm: VmFacts, operation: string): Refusal | undefined {
	const features = FEATURES[operation];
	const isLive = vm.powerState === "Running" || vm.powerState === "Paused";
	if (features === undefined || !isLive) return undefined;
	const reason = vm.guestOther["data-cant-suspend-reason"];
	if (reason !== undefined && MOVES.has(operation)) {
		return ["VM_NON_SUSPENDABLE", vm.ref, reason];
	}
	if (vm.hasDrivers) return undefined;
	if (features.some((feature) => vm.guestOther[feature] === "1")) {
		return undefined;
	}
	return ["VM_LACKS_FEATURE", vm.ref];
}

function checkHardware(vm: VmFacts, operation: string): Refusal | undefined {
	if (operation === "snapshot_with_quiesce") {
		return ["VM_SNAPSHOT_WITH_QUIESCE_NOT_SUPPORTED", vm.ref];
	}
	const keepsDisks =
		operation === "suspend" || SNAPSHOTS.has(operation)
			? vm.hasResetDisk
			: operation === "pool_migrate" && vm.hasCachedResetDisk;
	if (keepsDisks) return ["VDI_ON_BOOT_MODE_INCOMPATIBLE_WITH_OPERATION"];
	if (MOVES.has(operation) && vm.hasPci) return ["VM_HAS_PCI_ATTACHED", vm.ref];
	if (MOVES.has(operation) && vm.hasVgpu) return ["VM_HAS_VGPU", vm.ref];
	if ((MOVES.has(operation) || operation === "snapshot") && vm.hasVusb) {
		return ["VM_HAS_VUSBS", vm.ref];
	}
	return undefined;
}

function checkMembership(vm: VmFacts, operation: string): Refusal | undefined {
	if (operation === "make_into_template") {
		const memberships = [
			["VM_IS_PART_OF_AN_APPLIANCE", vm.appliance],
			["VM_ASSIGNED_TO_PROTECTION_POLICY", vm.protectionPolicy],
			["VM_ASSIGNED_TO_SNAPSHOT_SCHEDULE", vm.snapshotSchedule],
		] as const;
		for (const [code, other] of memberships) {
			if (other !== NULL_REF) return [code, vm.ref, other];
		}
	}
	if (vm.isUpgrading && !UPGRADE_OPERATIONS.has(operation)) {
		return ["NOT_SUPPORTED_DURING_UPGRADE"];
	}
	if (operation === "create_vtpm" && vm.vtpmCount > 0) {
		return ["VTPM_MAX_AMOUNT_REACHED", String(vm.vtpmCount)];
	}
	return undefined;
}

/** In the order in which XAPI looks: the first that fails is the error. */
const CHECKS: readonly Check[] = [
	checkBlocked,
	checkPowerState,
	checkConcurrency,
	checkKind,
	checkMobility,
	checkControlDomain,
	checkGuest,
	checkHardware,
	checkMembership,
];

export function refuseVm(vm: VmFacts, operation: string): Refusal | undefined {
	for (const check of CHECKS) {
		const refusal = check(vm, operation);
		if (refusal !== undefined) return refusal;
	}
	return undefined;
}

export function allowedVmOperations(vm: VmFacts): string[] {
	return SHOWN_VM_OPERATIONS.filter(
		(operation) =>
			// First, because the text of that refusal would be made in vain.
			statesOf(vm, operation).includes(vm.powerState) &&
			refuseVm(vm, operation) === undefined,
	);
}
