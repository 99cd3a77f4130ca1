import { isPlainObject } from "@xo/std";
import { coerceValue, datamodel, NULL_REF } from "@xo/xapi-wire";
import type { FieldValue, Pool } from "../core/types.ts";

/** Records as the API gives them: by class, then by ref. Numbers may be texts,
 *  as XML-RPC carries them. */
export type RecordSet = Readonly<
	Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>
>;

/** Fills an empty pool with recorded records; those of later sets lie over
 *  those of earlier ones. Fields that the datamodel does not know, or whose
 *  value has the wrong type, are left out. A missing pool or host is made up,
 *  since no pool can do without.
 *  @throws TypeError on a class that the datamodel does not know */
export function recordsSource(
	...sets: readonly RecordSet[]
): (pool: Pool) => void {
	const merged = mergeSets(sets);
	const { pool: pools = {}, host: hosts = {} } = merged;
	const master = String(
		Object.values(pools)[0]?.master ??
			Object.keys(hosts)[0] ??
			"OpaqueRef:host",
	);
	hosts[master] ??= { name_label: "host", hostname: "host", enabled: true };
	if (Object.keys(pools).length === 0) pools["OpaqueRef:pool"] = { master };
	return (pool) => {
		for (const [className, records] of Object.entries({
			...merged,
			pool: pools,
			host: hosts,
		})) {
			for (const [ref, record] of Object.entries(records)) {
				if (ref === NULL_REF) continue;
				pool.db.create(className, fieldsOf(className, record), { ref });
			}
		}
	};
}

/** Reads recorded replies of `<class>.get_all_records` as a record set.
 *  @throws TypeError when `replies` is not an object */
export function recordsOfReplies(replies: unknown): RecordSet {
	if (!isPlainObject(replies)) throw new TypeError("replies: not an object");
	const sets: Record<string, RecordSet[string]> = {};
	for (const [call, reply] of Object.entries(replies)) {
		const [className, message] = call.split(".");
		if (className === undefined || message !== "get_all_records") continue;
		if (!isPlainObject(reply) || !isPlainObject(reply.Value)) continue;
		sets[className] = reply.Value as RecordSet[string];
	}
	return sets;
}

type MutableSet = Record<string, Record<string, Record<string, unknown>>>;

function mergeSets(sets: readonly RecordSet[]): MutableSet {
	const merged: MutableSet = {};
	for (const [className, records] of sets.flatMap(Object.entries)) {
		const target = merged[className] ?? {};
		merged[className] = target;
		for (const [ref, record] of Object.entries(records)) {
			target[ref] = { ...target[ref], ...(record as object) };
		}
	}
	return merged;
}

function fieldsOf(
	className: string,
	record: Readonly<Record<string, unknown>>,
): Record<string, FieldValue> {
	const model = datamodel.classes.get(className);
	if (model === undefined) {
		throw new TypeError(`not a class of XAPI: ${className}`);
	}
	const fields: Record<string, FieldValue> = {};
	for (const { name, type } of model.fields) {
		if (record[name] === undefined) continue;
		try {
			fields[name] = coerceValue(type, record[name], {
				isStrict: true,
			}) as FieldValue;
		} catch {
			// The recording has a placeholder here: the default is better.
		}
	}
	return fields;
}
