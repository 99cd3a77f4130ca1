import type { Ref } from "../../core/types.ts";
import type { StringMap } from "../record.ts";
import { busy, isIdle, type Refusal } from "./refusal.ts";

export interface SrFacts {
	readonly ref: Ref;
	readonly currentOperations: StringMap;
	readonly features: ReadonlyMap<string, number>;
	readonly pbdCount: number;
	readonly hasAttachedPbd: boolean;
	readonly hasManagedVdi: boolean;
	readonly isIndestructible: boolean;
}

const OPERATIONS = [
	"scan",
	"destroy",
	"forget",
	"plug",
	"unplug",
	"update",
	"vdi_create",
	"vdi_introduce",
	"vdi_destroy",
	"vdi_resize",
	"vdi_clone",
	"vdi_snapshot",
	"vdi_mirror",
	"vdi_enable_cbt",
	"vdi_disable_cbt",
	"vdi_data_destroy",
	"vdi_list_changed_blocks",
	"vdi_set_on_boot",
	"vdi_revert",
	"pbd_create",
	"pbd_destroy",
] as const;

const NEEDED_FEATURE: Readonly<Record<string, string>> = {
	update: "SR_UPDATE",
	vdi_create: "VDI_CREATE",
	vdi_introduce: "VDI_INTRODUCE",
	vdi_destroy: "VDI_DELETE",
	vdi_resize: "VDI_RESIZE",
	vdi_snapshot: "VDI_SNAPSHOT",
	vdi_mirror: "VDI_MIRROR",
	vdi_enable_cbt: "VDI_CONFIG_CBT",
	vdi_disable_cbt: "VDI_CONFIG_CBT",
	vdi_data_destroy: "VDI_CONFIG_CBT",
	vdi_list_changed_blocks: "VDI_CONFIG_CBT",
	vdi_set_on_boot: "VDI_RESET_ON_BOOT",
	vdi_revert: "VDI_REVERT",
};

export function refuseSr(sr: SrFacts, operation: string): Refusal | undefined {
	if (!isIdle(sr.currentOperations) && operation !== "plug") {
		return busy("SR", sr.ref, sr.currentOperations);
	}
	const feature = NEEDED_FEATURE[operation];
	if (feature !== undefined && !sr.features.has(feature)) {
		return ["SR_OPERATION_NOT_SUPPORTED", sr.ref];
	}
	const removes = operation === "destroy" || operation === "forget";
	if (!removes) return undefined;
	if (sr.hasAttachedPbd) return ["SR_HAS_PBD", sr.ref];
	if (operation === "forget") return undefined;
	if (sr.pbdCount === 0) return ["SR_HAS_NO_PBDS", sr.ref];
	if (sr.hasManagedVdi) return ["SR_NOT_EMPTY"];
	return sr.isIndestructible ? ["SR_INDESTRUCTIBLE", sr.ref] : undefined;
}

export function allowedSrOperations(sr: SrFacts): string[] {
	return OPERATIONS.filter(
		(operation) => refuseSr(sr, operation) === undefined,
	);
}
