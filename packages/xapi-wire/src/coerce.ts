import { isPlainObject } from "@xo/std";
import { datamodel } from "./datamodel.ts";
import { parseXapiDate } from "./date.ts";
import { WireError } from "./wire-error.ts";
import type { WireValue } from "./wire-value.ts";
import { parseXapiType, type XapiType } from "./xapi-type.ts";

const INTEGER = /^\s*[+-]?\d{1,19}\s*$/;

/** The value in the JSON form of its type: what XML-RPC carries as text
 *  becomes a number where the datamodel says int. With `isStrict`, what does
 *  not fit its type is refused (a server reading arguments); without, it stays
 *  as it came (a client reading records of a newer or older host).
 *  @throws WireError `WRONG_TYPE`, `BAD_VALUE`, only when strict */
export function coerceValue(
	type: string,
	value: unknown,
	{ isStrict }: { readonly isStrict: boolean },
): WireValue {
	return coerce(parseXapiType(type), value as WireValue, isStrict);
}

function coerce(
	type: XapiType,
	value: WireValue,
	isStrict: boolean,
): WireValue {
	switch (type.kind) {
		case "int":
			if (typeof value === "number" && Number.isInteger(value)) return value;
			if (typeof value === "string" && INTEGER.test(value)) {
				return Number(value);
			}
			break;
		case "float":
			if (typeof value === "number") return value;
			break;
		case "bool":
			if (typeof value === "boolean") return value;
			break;
		case "set":
			if (Array.isArray(value)) {
				return value.map((item) => coerce(type.item, item, isStrict));
			}
			break;
		case "map":
			if (isPlainObject(value)) return coerceMap(type.value, value, isStrict);
			break;
		case "option":
			return coerceOption(type.item, value, isStrict);
		case "record":
			if (isPlainObject(value)) {
				return coerceRecord(type.className, value, isStrict);
			}
			break;
		case "event batch":
			return isPlainObject(value) ? coerceBatch(value) : value;
		case "enum":
			if (typeof value !== "string") break;
			return isStrict ? enumValue(type.name, value) : value;
		case "datetime":
			if (typeof value !== "string") break;
			if (isStrict && parseXapiDate(value) === undefined) {
				throw new WireError("BAD_VALUE", `${value} is no date`);
			}
			return value;
		default:
			if (typeof value === "string") return value;
	}
	if (!isStrict) return value;
	throw new WireError("WRONG_TYPE", `${type.kind} expected`);
}

/** XAPI reads values of enums in any letter case.
 *  @throws WireError `BAD_VALUE` */
function enumValue(name: string, value: string): string {
	const values = datamodel.enums[name] ?? [];
	if (values.includes(value)) return value;
	const lowerCase = value.toLowerCase();
	const known = values.find((item) => item.toLowerCase() === lowerCase);
	if (known === undefined) {
		throw new WireError("BAD_VALUE", `${value} is no ${name}`);
	}
	return known;
}

function coerceMap(
	itemType: XapiType,
	value: Record<string, unknown>,
	isStrict: boolean,
): WireValue {
	const result: Record<string, WireValue> = {};
	for (const [key, item] of Object.entries(value)) {
		define(result, key, coerce(itemType, item as WireValue, isStrict));
	}
	return result;
}

function coerceOption(
	itemType: XapiType,
	value: WireValue,
	isStrict: boolean,
): WireValue {
	if (value === null || value === undefined) return null;
	if (Array.isArray(value)) {
		return value.length === 0 ? null : coerce(itemType, value[0], isStrict);
	}
	return coerce(itemType, value, isStrict);
}

const fieldTypes = new Map<string, ReadonlyMap<string, XapiType>>();

function fieldTypesOf(className: string): ReadonlyMap<string, XapiType> {
	let types = fieldTypes.get(className);
	if (types === undefined) {
		types = new Map(
			datamodel.classes
				.get(className)
				?.fields.map((field) => [field.name, parseXapiType(field.type)]),
		);
		fieldTypes.set(className, types);
	}
	return types;
}

function coerceRecord(
	className: string,
	value: Record<string, unknown>,
	isStrict: boolean,
): WireValue {
	const types = fieldTypesOf(className);
	const result: Record<string, WireValue> = {};
	for (const [name, item] of Object.entries(value)) {
		const type = types.get(name);
		if (type !== undefined) {
			result[name] = coerce(type, item as WireValue, isStrict);
		} else if (!isStrict) {
			define(result, name, item as WireValue);
		}
	}
	return result;
}

const classOfLowerCase = new Map(
	[...datamodel.classes.keys()].map((name) => [name.toLowerCase(), name]),
);

function coerceBatch(batch: Record<string, unknown>): WireValue {
	const { events, valid_ref_counts: counts } = batch;
	return {
		...(batch as Record<string, WireValue>),
		...(Array.isArray(events) && { events: events.map(coerceEvent) }),
		...(isPlainObject(counts) && {
			valid_ref_counts: coerceMap({ kind: "int" }, counts, false),
		}),
	};
}

function coerceEvent(event: unknown): WireValue {
	if (!isPlainObject(event) || !isPlainObject(event.snapshot)) {
		return event as WireValue;
	}
	const className = classOfLowerCase.get(String(event.class).toLowerCase());
	return {
		...(event as Record<string, WireValue>),
		snapshot: coerceRecord(className ?? "", event.snapshot, false),
	};
}

/** Keys come from outside: `__proto__` must become an own property. */
function define(
	target: Record<string, WireValue>,
	key: string,
	value: WireValue,
): void {
	if (key === "__proto__") {
		Object.defineProperty(target, key, {
			value,
			enumerable: true,
			configurable: true,
			writable: true,
		});
	} else {
		target[key] = value;
	}
}
