import type { LiveRow } from "@xo/contract";
import { nameOf } from "../objects/read-row.ts";
import type { ListField } from "./model.ts";

/** Ids in one search. */
export const IDS_AT_ONCE = 250;
/** What names an object, in one class or another. */
export const NAME_FIELDS = ["name_label", "device_name", "modelName"];

/** The name of a row with these fields; its id where it has none. */
export function nameIn(row: LiveRow): string {
	const { name_label, device_name, modelName } = row;
	return nameOf({ ...row, name_label: name_label ?? device_name ?? modelName });
}

/** Ids that the links of the rows lead to. */
export function idsOf(
	links: readonly ListField[],
	rows: readonly LiveRow[],
): ReadonlySet<string> {
	const ids = new Set<string>();
	for (const row of rows) {
		for (const { id } of links) {
			const value = row[id];
			if (typeof value === "string" && /^[\w.:-]+$/.test(value)) ids.add(value);
		}
	}
	return ids;
}

/** The search for these objects. */
export function idFilter(ids: readonly string[]): string {
	return `id:|(${ids.join(" ")})`;
}
