import { isPlainObject } from "@xo/std";
import { StoreError } from "./errors.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

/** @param where the column, for the message */
export function parseJson(text: string, where: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new StoreError("corrupt", `${where} holds no valid JSON`, { cause });
	}
}

export function parseJsonObject(text: string, where: string): JsonObject {
	const value = parseJson(text, where);
	if (isPlainObject(value)) return value;
	throw new StoreError("corrupt", `${where} holds no JSON object`);
}

/** The entries of a JSON object whose values have the wanted type. */
export function parseRecordOf<T>(
	text: string,
	where: string,
	isWanted: (value: unknown) => value is T,
): Readonly<Record<string, T>> {
	const entries = Object.entries(parseJsonObject(text, where));
	return Object.fromEntries(
		entries.filter((entry): entry is [string, T] => isWanted(entry[1])),
	);
}

export const isString = (value: unknown): value is string =>
	typeof value === "string";

export const isNumber = (value: unknown): value is number =>
	typeof value === "number";
