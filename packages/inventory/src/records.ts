import { isPlainObject } from "@xo/std";

/** A XAPI record as mirrored: never changed in place, always replaced. */
export type XapiRecord = Readonly<Record<string, unknown>>;

/** Where the records of one pool are read from: the mirror of its XAPI. */
export interface RecordSource {
	/** The record of a class (`VM`, `SR`, `VM_metrics`…), as it is now. */
	find(className: string, ref: string): XapiRecord | undefined;
	/** Every record of a class with its ref. */
	records(className: string): Iterable<readonly [string, XapiRecord]>;
}

/** A record that appeared, changed or went away. */
export interface RecordChange {
	readonly class: string;
	readonly ref: string;
}

// XAPI leaves fields out when it is older than they are, and the two wire
// formats differ in how they write numbers and dates: read with tolerance.

const EMPTY_LIST: readonly string[] = Object.freeze([]);
const EMPTY_MAP: Readonly<Record<string, string>> = Object.freeze({});

export function optionalText(record: XapiRecord, key: string) {
	const value = record[key];
	return typeof value === "string" ? value : undefined;
}

export function text(record: XapiRecord, key: string): string {
	return optionalText(record, key) ?? "";
}

export function toNumber(value: unknown): number | undefined {
	if (typeof value === "number") {
		return Number.isFinite(value) ? value : undefined;
	}
	if (typeof value === "bigint") return Number(value);
	if (typeof value !== "string" || value.trim() === "") return undefined;
	const number = Number(value);
	return Number.isFinite(number) ? number : undefined;
}

export function optionalNumber(record: XapiRecord, key: string) {
	return toNumber(record[key]);
}

export function number(record: XapiRecord, key: string): number {
	return toNumber(record[key]) ?? 0;
}

export function optionalFlag(record: XapiRecord, key: string) {
	const value = record[key];
	if (typeof value === "boolean") return value;
	if (typeof value === "string") return value === "true";
	return undefined;
}

export function flag(record: XapiRecord, key: string): boolean {
	return optionalFlag(record, key) ?? false;
}

export function stringMap(record: XapiRecord, key: string) {
	const value = record[key];
	return isPlainObject(value) ? (value as Record<string, string>) : EMPTY_MAP;
}

export function optionalStrings(record: XapiRecord, key: string) {
	const value = record[key];
	return Array.isArray(value) ? (value as readonly string[]) : undefined;
}

/** The list itself, typed mutable as the contract's objects are. */
export function strings(record: XapiRecord, key: string): string[] {
	return (optionalStrings(record, key) ?? EMPTY_LIST) as string[];
}

export function isNullRef(ref: unknown): boolean {
	return (
		typeof ref !== "string" ||
		ref === "" ||
		ref === "OpaqueRef:NULL" ||
		ref === "NULL"
	);
}

/** The ref in a field, unless it is missing or null. */
export function refOf(record: XapiRecord, key: string): string | undefined {
	const ref = record[key];
	return isNullRef(ref) ? undefined : (ref as string);
}

const COMPACT_DATE =
	/^(\d{4})-?(\d\d)-?(\d\d)T(\d\d):?(\d\d):?(\d\d(?:\.\d+)?)(?:Z|[+-]00:?00)?$/;

/** Seconds since the epoch; null when unset, zero or not a date. */
export function toTimestamp(value: unknown): number | null {
	if (value instanceof Date) return value.getTime() / 1000 || null;
	const seconds = toNumber(value);
	if (seconds !== undefined) return seconds === 0 ? null : seconds;
	const match = typeof value === "string" ? COMPACT_DATE.exec(value) : null;
	if (match === null) return null;
	const [, year, month, day, hour, minute, second] = match.map(Number);
	const ms = Date.UTC(
		year ?? Number.NaN,
		(month ?? 1) - 1,
		day,
		hour,
		minute,
		second,
	);
	return ms / 1000 || null;
}

export function timestamp(record: XapiRecord, key: string): number | null {
	return toTimestamp(record[key]);
}
