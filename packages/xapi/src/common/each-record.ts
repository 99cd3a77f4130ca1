import { isPlainObject } from "@xo/std";

/** @param members a part of a listing: refs and records by turns, or records
 *  by ref */
export function eachRecord(
	members: unknown,
	give: (ref: string, record: Record<string, unknown>) => void,
): void {
	const turns = Array.isArray(members)
		? members
		: Object.entries(isPlainObject(members) ? members : {}).flat(1);
	for (let i = 1; i < turns.length; i += 2) {
		const record = turns[i];
		if (isPlainObject(record)) give(String(turns[i - 1]), record);
	}
}
