import type { Ref } from "../../core/types.ts";
import type { StringMap } from "../record.ts";
import { busy, isIdle, type Refusal } from "./refusal.ts";

export interface VdiFacts {
	readonly ref: Ref;
	readonly sr: Ref;
	readonly srType: string;
	readonly isToolsSr: boolean;
	readonly hasAttachedPbd: boolean;
	readonly features: ReadonlyMap<string, number>;
	readonly type: string;
	readonly currentOperations: StringMap;
	readonly isSnapshot: boolean;
	readonly isSharable: boolean;
	readonly hasCbt: boolean;
	readonly resetsOnBoot: boolean;
	readonly vbds: readonly {
		readonly isAttached: boolean;
		readonly isWriter: boolean;
		readonly isOfSnapshot: boolean;
		readonly currentOperations: StringMap;
	}[];
	readonly isHaEnabled: boolean;
	readonly isUpgrading: boolean;
}

/** CBT operations are usable but, for historical reasons, never listed. */
const SHOWN_OPERATIONS = [
	"clone",
	"copy",
	"resize",
	"resize_online",
	"snapshot",
	"destroy",
	"forget",
	"update",
	"generate_config",
] as const;

const LIVE_OPERATIONS = new Set([
	"snapshot",
	"resize_online",
	"blocked",
	"clone",
	"revert_to",
	"mirror",
	"enable_cbt",
	"disable_cbt",
	"data_destroy",
]);

const NEEDED_FEATURE: Readonly<Record<string, readonly [string, number]>> = {
	snapshot: ["VDI_SNAPSHOT", 1],
	destroy: ["VDI_DELETE", 1],
	resize: ["VDI_RESIZE", 1],
	resize_online: ["VDI_RESIZE_ONLINE", 1],
	update: ["VDI_UPDATE", 1],
	generate_config: ["VDI_GENERATE_CONFIG", 1],
	clone: ["VDI_CLONE", 1],
	revert_to: ["VDI_CLONE", 1],
	revert_from: ["VDI_CLONE", 1],
	mirror: ["VDI_MIRROR", 1],
	enable_cbt: ["VDI_CONFIG_CBT", 1],
	disable_cbt: ["VDI_CONFIG_CBT", 1],
	data_destroy: ["VDI_CONFIG_CBT", 1],
	list_changed_blocks: ["VDI_CONFIG_CBT", 1],
	set_on_boot: ["VDI_RESET_ON_BOOT", 2],
};

const CBT_METADATA_OPERATIONS = new Set([
	"blocked",
	"data_destroy",
	"destroy",
	"list_changed_blocks",
	"force_unlock",
	"forget",
	"generate_config",
	"update",
]);

type Check = (vdi: VdiFacts, operation: string) => Refusal | undefined;

function checkBusy(vdi: VdiFacts, operation: string): Refusal | undefined {
	if (vdi.isUpgrading) return ["NOT_SUPPORTED_DURING_UPGRADE"];
	const blocking = Object.entries(vdi.currentOperations).filter(
		([, current]) =>
			current !== "copy" && !(current === "mirror" && operation === "destroy"),
	);
	if (blocking.length > 0) {
		return busy("VDI", vdi.ref, Object.fromEntries(blocking));
	}
	if (operation === "resize" && !vdi.hasAttachedPbd) {
		return ["SR_HAS_NO_PBDS", vdi.sr];
	}
	return undefined;
}

function checkUse(vdi: VdiFacts, operation: string): Refusal | undefined {
	if (LIVE_OPERATIONS.has(operation)) return undefined;
	const attached = vdi.vbds.filter((vbd) => vbd.isAttached);
	const isFine =
		attached.length === 0 ||
		(operation === "copy" && attached.every((vbd) => !vbd.isWriter)) ||
		(operation === "list_changed_blocks" &&
			attached.every((vbd) => vbd.isOfSnapshot));
	if (!isFine) return ["VDI_IN_USE", vdi.ref, operation];
	for (const vbd of vdi.vbds) {
		if (isIdle(vbd.currentOperations)) continue;
		return busy("VDI", vdi.ref, vbd.currentOperations);
	}
	return undefined;
}

function checkType(vdi: VdiFacts, operation: string): Refusal | undefined {
	const needed = NEEDED_FEATURE[operation];
	if (needed !== undefined) {
		const [feature, version] = needed;
		if ((vdi.features.get(feature) ?? 0) < version) {
			return ["SR_OPERATION_NOT_SUPPORTED", vdi.sr];
		}
	}
	if (vdi.type === "cbt_metadata" && !CBT_METADATA_OPERATIONS.has(operation)) {
		return ["VDI_INCOMPATIBLE_TYPE", vdi.ref, vdi.type];
	}
	if (vdi.hasCbt && (operation === "mirror" || operation === "set_on_boot")) {
		return ["VDI_CBT_ENABLED", vdi.ref];
	}
	return undefined;
}

function checkDestroy(vdi: VdiFacts): Refusal | undefined {
	if (vdi.srType === "udev") return ["VDI_IS_A_PHYSICAL_DEVICE", vdi.ref];
	if (vdi.isToolsSr) return ["SR_OPERATION_NOT_SUPPORTED", vdi.sr];
	if (vdi.type === "rrd") return ["VDI_HAS_RRDS", vdi.ref];
	const isOfHa = vdi.type === "ha_statefile" || vdi.type === "redo_log";
	return isOfHa && vdi.isHaEnabled ? ["HA_IS_ENABLED"] : undefined;
}

function checkDataDestroy(vdi: VdiFacts): Refusal | undefined {
	if (!vdi.isSnapshot) {
		return ["OPERATION_NOT_ALLOWED", `VDI is not a snapshot: ${vdi.ref}`];
	}
	return vdi.hasCbt ? undefined : ["VDI_NO_CBT_METADATA", vdi.ref];
}

function checkCopy(vdi: VdiFacts, operation: string): Refusal | undefined {
	if (operation === "snapshot" && vdi.isSharable) {
		return ["VDI_IS_SHARABLE", vdi.ref];
	}
	if (vdi.resetsOnBoot) {
		return ["VDI_ON_BOOT_MODE_INCOMPATIBLE_WITH_OPERATION"];
	}
	const isCopying = Object.values(vdi.currentOperations).includes("copy");
	if (operation === "snapshot" && isCopying) {
		return [
			"OPERATION_NOT_ALLOWED",
			"Snapshot operation not allowed during copy.",
		];
	}
	return undefined;
}

function checkCbt(vdi: VdiFacts): Refusal | undefined {
	if (vdi.isSnapshot) {
		return ["OPERATION_NOT_ALLOWED", `VDI is a snapshot: ${vdi.ref}`];
	}
	if (vdi.type !== "user" && vdi.type !== "system") {
		return ["VDI_INCOMPATIBLE_TYPE", vdi.ref, vdi.type];
	}
	return undefined;
}

function checkSpecial(vdi: VdiFacts, operation: string): Refusal | undefined {
	switch (operation) {
		case "destroy":
			return checkDestroy(vdi);
		case "data_destroy":
			return checkDataDestroy(vdi);
		case "snapshot":
		case "copy":
			return checkCopy(vdi, operation);
		case "enable_cbt":
		case "disable_cbt":
			return checkCbt(vdi);
		default:
			return undefined;
	}
}

const CHECKS: readonly Check[] = [checkBusy, checkUse, checkType, checkSpecial];

export function refuseVdi(
	vdi: VdiFacts,
	operation: string,
): Refusal | undefined {
	for (const check of CHECKS) {
		const refusal = check(vdi, operation);
		if (refusal !== undefined) return refusal;
	}
	return undefined;
}

export function allowedVdiOperations(vdi: VdiFacts): string[] {
	return SHOWN_OPERATIONS.filter(
		(operation) => refuseVdi(vdi, operation) === undefined,
	);
}
