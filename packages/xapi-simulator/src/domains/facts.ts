import type { Database, DbRecord, Pool, Ref } from "../core/types.ts";
import { flag, list, map, ref, type StringMap, text } from "./record.ts";
import type { HostFacts } from "./rules/host-rules.ts";
import type { PoolFacts } from "./rules/pool-rules.ts";
import { featuresOf, SM_CAPABILITIES } from "./rules/sm-capabilities.ts";
import type { SrFacts } from "./rules/sr-rules.ts";
import type { VbdFacts } from "./rules/vbd-rules.ts";
import type { VdiFacts } from "./rules/vdi-rules.ts";
import type { VifFacts } from "./rules/vif-rules.ts";

type Features = ReadonlyMap<string, number>;

/** What the rules need of the pool as a whole; read once for many objects. */
export interface Scope {
	readonly db: Database;
	readonly isUpgrading: boolean;
	readonly isHaEnabled: boolean;
	readonly allowsSuspendedClone: boolean;
	readonly poolOperations: StringMap;
	/** Of a type without SM record: what its driver is known to do. */
	featuresOf(srType: string): Features;
}

function readFeatures(sm: DbRecord): Features {
	const features = sm.features;
	const entries =
		typeof features === "object" && !Array.isArray(features)
			? Object.entries(features)
			: [];
	if (entries.length === 0) return featuresOf(list(sm, "capabilities"));
	return new Map(entries.map(([name, version]) => [name, Number(version)]));
}

export function readScope(pool: Pool): Scope {
	const { db } = pool;
	const record = db.find("pool", pool.poolRef()) ?? {};
	const otherConfig = map(record, "other_config");
	let features: Map<string, Features> | undefined;
	const load = () => {
		const known = new Map<string, Features>();
		for (const [type, capabilities] of Object.entries(SM_CAPABILITIES)) {
			known.set(type, featuresOf(capabilities));
		}
		for (const sm of db.refs("SM")) {
			const row = db.get("SM", sm);
			known.set(text(row, "type"), readFeatures(row));
		}
		return known;
	};
	return {
		db,
		isUpgrading: otherConfig.rolling_upgrade_in_progress === "true",
		isHaEnabled: flag(record, "ha_enabled"),
		allowsSuspendedClone: otherConfig.allow_clone_suspended_vm === "true",
		poolOperations: map(record, "current_operations"),
		featuresOf(srType) {
			features ??= load();
			return features.get(srType.toLowerCase()) ?? new Map();
		},
	};
}

const PV_TYPES = new Set(["pv", "pvh", "pv_in_pvh"]);

/** How a VM runs or would run; old databases only have a boot policy. */
export function isHvm(scope: Pick<Scope, "db">, vm: DbRecord): boolean {
	const metrics = scope.db.find("VM_metrics", ref(vm, "metrics"));
	const isLive = isUp(vm);
	const type = isLive ? text(metrics ?? {}, "current_domain_type") : "";
	for (const candidate of [type, text(vm, "domain_type")]) {
		if (candidate === "hvm") return true;
		if (PV_TYPES.has(candidate)) return false;
	}
	return text(vm, "HVM_boot_policy") !== "";
}

export function isUp(vm: DbRecord): boolean {
	return vm.power_state === "Running" || vm.power_state === "Paused";
}

export function vbdFacts(scope: Scope, vbdRef: Ref): VbdFacts {
	const { db } = scope;
	const vbd = db.get("VBD", vbdRef);
	const vmRef = ref(vbd, "VM");
	const vm = db.find("VM", vmRef) ?? {};
	const guest = db.find("VM_guest_metrics", ref(vm, "guest_metrics")) ?? {};
	const vdiRef = ref(vbd, "VDI");
	const vdi = flag(vbd, "empty") ? undefined : db.find("VDI", vdiRef);
	return {
		ref: vbdRef,
		vm: vmRef,
		currentOperations: map(vbd, "current_operations"),
		isUnpluggable: vbd.unpluggable !== false,
		isCd: vbd.type === "CD",
		isEmpty: flag(vbd, "empty"),
		isWriter: vbd.mode === "RW",
		isAttached: flag(vbd, "currently_attached"),
		powerState: text(vm, "power_state"),
		vmOperations: map(vm, "current_operations"),
		isHvm: isHvm(scope, vm),
		isControlDomain: flag(vm, "is_control_domain"),
		canHotplug: text(guest, "can_use_hotplug_vbd"),
		hasDetectedDrivers: flag(guest, "PV_drivers_detected"),
		vdi: vdi && {
			ref: vdiRef,
			sr: ref(vdi, "SR"),
			currentOperations: map(vdi, "current_operations"),
			isReadOnly: flag(vdi, "read_only"),
			isSharable: flag(vdi, "sharable"),
		},
		rivals: vdi ? readRivals(scope, vdi, vbdRef) : [],
	};
}

function readRivals(scope: Scope, vdi: DbRecord, self: Ref) {
	return list(vdi, "VBDs").flatMap((other) => {
		const row = other === self ? undefined : scope.db.find("VBD", other);
		if (row === undefined) return [];
		const isBusy = Object.keys(map(row, "current_operations")).length > 0;
		if (!isBusy && !flag(row, "currently_attached")) return [];
		const owner = scope.db.find("VM", ref(row, "VM")) ?? {};
		if (owner.power_state === "Suspended" || flag(owner, "is_a_snapshot")) {
			return [];
		}
		return [{ isWriter: row.mode === "RW" }];
	});
}

export function vifFacts(scope: Scope, vifRef: Ref): VifFacts {
	const { db } = scope;
	const vif = db.get("VIF", vifRef);
	const vmRef = ref(vif, "VM");
	const vm = db.find("VM", vmRef) ?? {};
	const guest = db.find("VM_guest_metrics", ref(vm, "guest_metrics")) ?? {};
	return {
		ref: vifRef,
		vm: vmRef,
		currentOperations: map(vif, "current_operations"),
		isAttached: flag(vif, "currently_attached"),
		powerState: text(vm, "power_state"),
		vmOperations: map(vm, "current_operations"),
		isHvm: isHvm(scope, vm),
		isControlDomain: flag(vm, "is_control_domain"),
		isSriov: isSriovNetwork(db, ref(vif, "network")),
		canHotplug: text(guest, "can_use_hotplug_vif"),
		hasDetectedDrivers: flag(guest, "PV_drivers_detected"),
	};
}

function isSriovNetwork(db: Database, network: Ref): boolean {
	if (db.refs("network_sriov").length === 0) return false;
	const pifs = list(db.find("network", network) ?? {}, "PIFs");
	return pifs.some(
		(pif) => list(db.find("PIF", pif) ?? {}, "sriov_logical_PIF_of").length > 0,
	);
}

export function vdiFacts(scope: Scope, vdiRef: Ref): VdiFacts {
	const { db } = scope;
	const vdi = db.get("VDI", vdiRef);
	const srRef = ref(vdi, "SR");
	const sr = db.find("SR", srRef) ?? {};
	const srType = text(sr, "type");
	return {
		ref: vdiRef,
		sr: srRef,
		srType,
		isToolsSr: flag(sr, "is_tools_sr"),
		hasAttachedPbd: hasAttachedPbd(db, sr),
		features: scope.featuresOf(srType),
		type: text(vdi, "type"),
		currentOperations: map(vdi, "current_operations"),
		isSnapshot: flag(vdi, "is_a_snapshot"),
		isSharable: flag(vdi, "sharable"),
		hasCbt: flag(vdi, "cbt_enabled"),
		resetsOnBoot: vdi.on_boot === "reset",
		vbds: list(vdi, "VBDs").map((vbdRef) => {
			const vbd = db.find("VBD", vbdRef) ?? {};
			const isAttached = flag(vbd, "currently_attached");
			return {
				isAttached,
				isWriter: vbd.mode === "RW",
				isOfSnapshot:
					isAttached &&
					flag(db.find("VM", ref(vbd, "VM")) ?? {}, "is_a_snapshot"),
				currentOperations: map(vbd, "current_operations"),
			};
		}),
		isHaEnabled: scope.isHaEnabled,
		isUpgrading: scope.isUpgrading,
	};
}

export function hasAttachedPbd(db: Database, sr: DbRecord): boolean {
	return list(sr, "PBDs").some((pbd) =>
		flag(db.find("PBD", pbd) ?? {}, "currently_attached"),
	);
}

export function srFacts(scope: Scope, srRef: Ref): SrFacts {
	const { db } = scope;
	const sr = db.get("SR", srRef);
	return {
		ref: srRef,
		currentOperations: map(sr, "current_operations"),
		features: scope.featuresOf(text(sr, "type")),
		pbdCount: list(sr, "PBDs").length,
		hasAttachedPbd: hasAttachedPbd(db, sr),
		hasManagedVdi: list(sr, "VDIs").some((vdi) =>
			flag(db.find("VDI", vdi) ?? {}, "managed"),
		),
		isIndestructible: map(sr, "other_config").indestructible === "true",
	};
}

export function hostFacts(scope: Scope, hostRef: Ref): HostFacts {
	const host = scope.db.get("host", hostRef);
	const metrics = scope.db.find("host_metrics", ref(host, "metrics")) ?? {};
	return {
		ref: hostRef,
		currentOperations: map(host, "current_operations"),
		isLive: flag(metrics, "live"),
		powerOnMode: text(host, "power_on_mode"),
	};
}

export function poolFacts(scope: Scope): PoolFacts {
	return {
		currentOperations: scope.poolOperations,
		isHaEnabled: scope.isHaEnabled,
	};
}
