import type { XoHost } from "@xo/contract";
import type { Context } from "../context.ts";
import {
	number,
	refOf,
	stringMap,
	strings,
	text,
	type XapiRecord,
} from "../records.ts";

type SupplementalPack = XoHost["supplementalPacks"][number];

/** Packs added to a host: its updates that are not the vendor's own, or, before
 *  there were updates, what its software version lists as `author:name`. */
export function supplementalPacks(
	host: XapiRecord,
	context: Context,
): SupplementalPack[] {
	const updates = strings(host, "updates");
	if (updates.length > 0) {
		return updates
			.map((ref) => context.record("pool_update", ref))
			.filter((update) => update !== undefined)
			.filter((update) => !text(update, "name_label").startsWith("XS"))
			.map((update) => packOfUpdate(update, context));
	}
	return Object.entries(stringMap(host, "software_version")).flatMap(
		([key, value]) => packOfVersion(key, value) ?? [],
	);
}

function packOfUpdate(update: XapiRecord, context: Context): SupplementalPack {
	return {
		name: text(update, "name_label"),
		description: text(update, "name_description"),
		author: text(update, "key").split("-")[3],
		version: text(update, "version"),
		guidance: strings(update, "after_apply_guidance"),
		hosts: context.links("host", strings(update, "hosts")),
		vdi: context.link("VDI", refOf(update, "vdi")),
		size: number(update, "installation_size"),
	};
}

function packOfVersion(key: string, value: string) {
	const [author, name] = key.split(":");
	const match = /^(.*?), version (.+)$/.exec(value);
	if (author === undefined || name === undefined || match === null) return;
	const [, description = "", version = ""] = match;
	return { name, description, author, version };
}
