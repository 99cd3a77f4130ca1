import { datamodel } from "./datamodel.ts";
import type { WireValue } from "./wire-value.ts";
import { parseXapiType, type XapiType } from "./xapi-type.ts";

/** The JSON text of a value as XAPI prints it: floats always have a decimal
 *  point, non-finite ones are the tokens `NaN`, `Infinity`, `-Infinity`. */
export function encodeJsonValue(type: string, value: unknown): string {
	return encode(parseXapiType(type), value as WireValue);
}

function formatFloat(value: number): string {
	return Number.isInteger(value) && Math.abs(value) < 1e21
		? `${value}.0`
		: String(value);
}

function encode(type: XapiType, value: WireValue | undefined): string {
	if (value === undefined || value === null) {
		return type.kind === "option" ? "null" : '""';
	}
	switch (type.kind) {
		case "float":
			return formatFloat(Number(value));
		case "int":
			return String(value);
		case "void":
			return '""';
		case "set":
			return isPlain(type.item)
				? JSON.stringify(value)
				: `[${(value as WireValue[]).map((item) => encode(type.item, item)).join(",")}]`;
		case "map":
			return isPlain(type.value)
				? JSON.stringify(value)
				: `{${Object.entries(value as object)
						.map(
							([key, item]) =>
								`${JSON.stringify(key)}:${encode(type.value, item)}`,
						)
						.join(",")}}`;
		case "option":
			return encode(type.item, value);
		case "record":
			return encodeRecord(type.className, value);
		default:
			return JSON.stringify(value);
	}
}

/** Types whose JSON is what JSON.stringify gives. */
function isPlain(type: XapiType): boolean {
	switch (type.kind) {
		case "float":
		case "record":
		case "option":
		case "void":
			return false;
		case "set":
			return isPlain(type.item);
		case "map":
			return isPlain(type.value);
		default:
			return true;
	}
}

interface FieldWriter {
	readonly name: string;
	readonly prefix: string;
	readonly type: XapiType;
}

const writers = new Map<string, readonly FieldWriter[]>();

function writersOf(className: string): readonly FieldWriter[] {
	let found = writers.get(className);
	if (found === undefined) {
		found = (datamodel.classes.get(className)?.fields ?? [])
			.filter((field) => !field.internal)
			.map((field) => ({
				name: field.name,
				prefix: `${JSON.stringify(field.name)}:`,
				type: parseXapiType(field.type),
			}));
		writers.set(className, found);
	}
	return found;
}

function encodeRecord(className: string, value: WireValue): string {
	const record = value as Readonly<Record<string, WireValue>>;
	let text = "";
	for (const { name, prefix, type } of writersOf(className)) {
		const item = record[name];
		if (item === undefined) continue;
		text += `${text === "" ? "" : ","}${prefix}${encode(type, item)}`;
	}
	return `{${text}}`;
}
