import type { DbRecord, Ref } from "../core/types.ts";
import { isHvm, isUp, type Scope } from "./facts.ts";
import { flag, integer, list, map, ref, text } from "./record.ts";
import type { VmFacts } from "./rules/vm-rules.ts";
import type { PowerState } from "./rules/vm-states.ts";

function isDefaultTemplate(vm: DbRecord): boolean {
	return (
		flag(vm, "is_default_template") ||
		map(vm, "other_config").default_template === "true"
	);
}

function hasDrivers(scope: Scope, vm: DbRecord, guest: DbRecord): boolean {
	const version = map(guest, "PV_drivers_version");
	const isParsable = (part: string | undefined) =>
		part !== undefined && /^-?\d+$/.test(part);
	if (isParsable(version.major) && isParsable(version.minor)) return true;
	return isUp(vm) && !isHvm(scope, vm);
}

function resetDisks(scope: Scope, vm: DbRecord): readonly DbRecord[] {
	return list(vm, "VBDs").flatMap((vbdRef) => {
		const vbd = scope.db.find("VBD", vbdRef);
		const vdi = vbd && scope.db.find("VDI", ref(vbd, "VDI"));
		return vdi?.on_boot === "reset" ? [vdi] : [];
	});
}

export function vmFacts(scope: Scope, vmRef: Ref): VmFacts {
	const vm = scope.db.get("VM", vmRef);
	const guest =
		scope.db.find("VM_guest_metrics", ref(vm, "guest_metrics")) ?? {};
	const metrics = scope.db.find("VM_metrics", ref(vm, "metrics")) ?? {};
	const platform = map(vm, "platform");
	const hasNestedVirt =
		platform["nested-virt"] === "true" ||
		platform["exp-nested-hvm"] === "true" ||
		(isUp(vm) && flag(metrics, "nested_virt"));
	const isImmobile =
		platform.nomigrate === "true" || (isUp(vm) && flag(metrics, "nomigrate"));
	const resets = resetDisks(scope, vm);
	const isControlDomain = flag(vm, "is_control_domain");
	return {
		ref: vmRef,
		powerState: (text(vm, "power_state") || "Halted") as PowerState,
		currentOperations: map(vm, "current_operations"),
		blockedOperations: map(vm, "blocked_operations"),
		isTemplate: flag(vm, "is_a_template"),
		isDefaultTemplate: isDefaultTemplate(vm),
		isSnapshot: flag(vm, "is_a_snapshot"),
		isControlDomain,
		isDom0: isControlDomain && integer(vm, "domid") === 0,
		isImmobile: isImmobile || hasNestedVirt,
		hasNestedVirt,
		hasDrivers: hasDrivers(scope, vm, guest),
		guestOther: map(guest, "other"),
		hasResetDisk: resets.length > 0,
		hasCachedResetDisk: resets.some((vdi) => flag(vdi, "allow_caching")),
		hasPci: list(vm, "attached_PCIs").length > 0,
		hasVgpu: list(vm, "VGPUs").length > 0,
		hasVusb: list(vm, "VUSBs").length > 0,
		vtpmCount: list(vm, "VTPMs").length,
		appliance: ref(vm, "appliance"),
		protectionPolicy: ref(vm, "protection_policy"),
		snapshotSchedule: ref(vm, "snapshot_schedule"),
		isUpgrading: scope.isUpgrading,
		allowsSuspendedClone: scope.allowsSuspendedClone,
	};
}
