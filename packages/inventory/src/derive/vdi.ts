import type { XoVdi, XoVdiSnapshot, XoVdiUnmanaged } from "@xo/contract";
import type { Context } from "../context.ts";
import { vdiParentUuid, vdiUsage } from "../facets.ts";
import {
	flag,
	number,
	optionalFlag,
	refOf,
	stringMap,
	strings,
	text,
	timestamp,
	type XapiRecord,
} from "../records.ts";
import { base } from "./base.ts";

export function deriveVdi(
	vdi: XapiRecord,
	context: Context,
): XoVdi | XoVdiSnapshot | XoVdiUnmanaged {
	const snapshotOf = context.link("VDI", refOf(vdi, "snapshot_of"));
	if (flag(vdi, "is_a_snapshot") || snapshotOf !== undefined) {
		return {
			...base("VDI-snapshot", vdi, context),
			...common(vdi, context),
			snapshot_time: timestamp(vdi, "snapshot_time"),
			$snapshot_of: snapshotOf,
		};
	}
	if (!(optionalFlag(vdi, "managed") ?? true)) {
		return { ...base("VDI-unmanaged", vdi, context), ...common(vdi, context) };
	}
	return {
		...base("VDI", vdi, context),
		...common(vdi, context),
		chainPhysicalUsage: chainPhysicalUsage(vdi, context),
	};
}

function common(vdi: XapiRecord, context: Context) {
	const smConfig = stringMap(vdi, "sm_config");
	return {
		$SR: context.link("SR", refOf(vdi, "SR")),
		$VBDs: context.links("VBD", strings(vdi, "VBDs")),
		cbt_enabled: optionalFlag(vdi, "cbt_enabled"),
		current_operations: stringMap(vdi, "current_operations"),
		image_format: smConfig["image-format"],
		missing: flag(vdi, "missing"),
		name_description: text(vdi, "name_description"),
		name_label: text(vdi, "name_label"),
		other_config: stringMap(vdi, "other_config"),
		parent: smConfig["vhd-parent"],
		size: number(vdi, "virtual_size"),
		snapshots: context.links("VDI", strings(vdi, "snapshots")),
		tags: strings(vdi, "tags"),
		usage: number(vdi, "physical_utilisation"),
		VDI_type: text(vdi, "type"),
	};
}

function chainPhysicalUsage(vdi: XapiRecord, context: Context): number {
	let usage = number(vdi, "physical_utilisation");
	const seen = new Set([context.ref]);
	let parentUuid: string | undefined = stringMap(vdi, "sm_config")[
		"vhd-parent"
	];
	while (parentUuid !== undefined) {
		const parent = context.vdiByUuid(parentUuid);
		// A damaged SR may chain in circles.
		if (parent === undefined || seen.has(parent)) break;
		seen.add(parent);
		usage += context.read(vdiUsage, parent) ?? 0;
		parentUuid = context.read(vdiParentUuid, parent);
	}
	return usage;
}
