import { isPlainObject } from "@xo/std";
import type { DbRecord, FieldValue, Ref } from "../core/types.ts";

/** The reference to nothing. */
export const NULL_REF: Ref = "OpaqueRef:NULL";
/** How XAPI writes "never". */
export const EPOCH = "19700101T00:00:00Z";

export type StringMap = Readonly<Record<string, string>>;

/* Readers of one field. What is absent or of another type (old dumps) reads as
 * the empty value, so that no rule depends on how complete a record is. */

export function text(record: DbRecord, field: string): string {
	const value = record[field];
	return typeof value === "string" ? value : "";
}

export function integer(record: DbRecord, field: string): number {
	const value = record[field];
	return typeof value === "number" ? value : 0;
}

export function flag(record: DbRecord, field: string): boolean {
	return record[field] === true;
}

export function ref(record: DbRecord, field: string): Ref {
	return text(record, field) || NULL_REF;
}

export function list(record: DbRecord, field: string): readonly string[] {
	const value = record[field];
	return Array.isArray(value) ? value : [];
}

export function map(record: DbRecord, field: string): StringMap {
	const value: FieldValue | undefined = record[field];
	return isPlainObject(value) ? (value as StringMap) : {};
}

export function isNull(reference: Ref): boolean {
	return reference === NULL_REF || reference === "";
}

export function without(entries: StringMap, ...keys: string[]): StringMap {
	return Object.fromEntries(
		Object.entries(entries).filter(([key]) => !keys.includes(key)),
	);
}
