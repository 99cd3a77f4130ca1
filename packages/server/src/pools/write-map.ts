import type { Xapi } from "@xo/xapi";
import { callByName } from "./refs.ts";

/** Writes one key of a map of an object in XAPI; `null` removes it. */
export async function writeMapKey(
	target: {
		readonly xapi: Xapi;
		readonly className: string;
		readonly ref: string;
	},
	field: string,
	[key, value]: readonly [string, string | null],
): Promise<void> {
	const { xapi, className, ref } = target;
	await callByName(xapi, `${className}.remove_from_${field}`, [ref, key]);
	if (value === null) return;
	await callByName(xapi, `${className}.add_to_${field}`, [ref, key, value]);
}
