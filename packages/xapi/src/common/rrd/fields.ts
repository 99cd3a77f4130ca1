import { isPlainObject } from "@xo/std";
import { parseLenientJson, parseNonFinite } from "../lenient-json.ts";
import { malformed } from "./malformed.ts";

type Fields = Readonly<Record<string, unknown>>;

export function parseJsonDocument(text: string): Fields {
	let value: unknown;
	try {
		value = parseLenientJson(text);
	} catch {
		throw malformed("neither XML nor JSON");
	}
	return fieldsOf(value, "the document");
}

export function fieldsOf(value: unknown, what: string): Fields {
	if (isPlainObject(value)) return value;
	throw malformed(`${what} is no object`);
}

export function arrayField(fields: Fields, name: string): readonly unknown[] {
	const value = fields[name];
	if (Array.isArray(value)) return value;
	throw malformed(`${name} is no array`);
}

export function textField(fields: Fields, name: string): string {
	const value = fields[name];
	if (typeof value === "string") return value;
	if (typeof value === "number") return String(value);
	throw malformed(`${name} is missing`);
}

/** A finite number. */
export function numberField(fields: Fields, name: string): number {
	const value = numberOf(fields[name]);
	if (Number.isFinite(value)) return value;
	throw malformed(`${name} is no number`);
}

/** A number, quoted or not; `NaN` for anything else. */
export function numberOf(value: unknown): number {
	if (typeof value === "number") return value;
	return typeof value === "string" ? parseNonFinite(value.trim()) : Number.NaN;
}
