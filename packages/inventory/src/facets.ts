import {
	flag,
	isNullRef,
	number,
	refOf,
	stringMap,
	strings,
	text,
	type XapiRecord,
} from "./records.ts";

/** A dependency on the existence and the id of a record. */
export const IDENTITY = 1;
/** A dependency on all of a record. */
export const WHOLE = 2;
const FIRST_FREE_BIT = 2;

type Primitive = string | number | boolean | undefined;

/** What a derivation reads of a record other than its own where depending on
 *  all of it would derive again for nothing: one primitive value. */
export interface Facet<V extends Primitive> {
	readonly className: string;
	readonly bit: number;
	readonly read: (record: XapiRecord) => V;
}

const facetsByClass = new Map<string, Facet<Primitive>[]>();

function facet<V extends Primitive>(
	className: string,
	read: (record: XapiRecord) => V,
): Facet<V> {
	const siblings = facetsByClass.get(className) ?? [];
	const bit = 1 << (FIRST_FREE_BIT + siblings.length);
	const created = { className, bit, read };
	facetsByClass.set(className, [...siblings, created]);
	return created;
}

export const vbdDisk = facet("VBD", (vbd) =>
	text(vbd, "type") === "Disk" ? refOf(vbd, "VDI") : undefined,
);
export const vdiSr = facet("VDI", (vdi) => refOf(vdi, "SR"));
export const vdiUsage = facet("VDI", (vdi) =>
	number(vdi, "physical_utilisation"),
);
export const vdiParentUuid = facet(
	"VDI",
	(vdi): string | undefined => stringMap(vdi, "sm_config")["vhd-parent"],
);
export const srIsShared = facet("SR", (sr) => flag(sr, "shared"));
export const srFirstPbd = facet("SR", (sr) =>
	strings(sr, "PBDs").find((ref) => !isNullRef(ref)),
);
export const pbdHost = facet("PBD", (pbd) => refOf(pbd, "host"));
export const pbdProvisioning = facet(
	"PBD",
	(pbd): string | undefined => stringMap(pbd, "device_config").provisioning,
);
export const pifIsBonded = facet(
	"PIF",
	(pif) =>
		strings(pif, "bond_master_of").length > 0 ||
		refOf(pif, "bond_slave_of") !== undefined,
);
export const hostName = facet("host", (host) => text(host, "name_label"));
export const hostPlatformVersion = facet(
	"host",
	(host): string | undefined =>
		stringMap(host, "software_version").platform_version,
);

/** The facets (bits) among `wanted` that differ between two versions. */
export function changedFacets(
	className: string,
	wanted: number,
	versions: { before: XapiRecord | undefined; after: XapiRecord | undefined },
): number {
	const { before, after } = versions;
	let changed = WHOLE;
	for (const { bit, read } of facetsByClass.get(className) ?? []) {
		if ((wanted & bit) === 0) continue;
		const old = before && read(before);
		const current = after && read(after);
		if (old !== current) changed |= bit;
	}
	return changed;
}
