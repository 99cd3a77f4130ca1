import {
	formatXapiDate,
	parseSExpression,
	parseXapiDate,
	type SExpression,
	type XapiType,
} from "@xo/xapi-wire";
import type { FieldValue } from "../core/types.ts";
import { DumpError } from "./dump-error.ts";

/** What XML would not keep is escaped with a percent sign. */
const ESCAPES: Readonly<Record<string, string>> = {
	"%%": "%",
	"%t": "\t",
	"%n": "\n",
	"%r": "\r",
	"%.": " ",
	"%_": "  ",
};

/** Undoes the protection of white space in an attribute. */
export function unescapeColumn(text: string): string {
	return text.includes("%")
		? text.replace(/%[%tnr._]/g, (code) => ESCAPES[code] ?? code)
		: text;
}

/** The value that a column's text stands for.
 *  @throws DumpError with what is wrong, without the place */
export function decodeColumn(type: XapiType, text: string): FieldValue {
	switch (type.kind) {
		case "set":
		case "map":
			return decodeExpression(
				type,
				text === "" ? [] : parseSExpression(unescapeColumn(text)),
			);
		default:
			return decodeAtom(type, unescapeColumn(text));
	}
}

function decodeExpression(type: XapiType, value: SExpression): FieldValue {
	if (typeof value === "string") return decodeAtom(type, value);
	switch (type.kind) {
		case "set":
			return value.map((item) => decodeExpression(type.item, item));
		case "map":
			return Object.fromEntries(
				value.map((pair) => {
					const [key, item] = pair;
					if (typeof pair === "string" || typeof key !== "string") {
						throw new DumpError("a map holds something that is no pair");
					}
					return [key, decodeExpression(type.value, item ?? "")];
				}),
			);
		default:
			throw new DumpError("a list where a single value should be");
	}
}

function decodeAtom(type: XapiType, text: string): FieldValue {
	switch (type.kind) {
		case "int":
		case "float": {
			const value = Number(text);
			if (text === "" || Number.isNaN(value)) {
				throw new DumpError(`not a number: ${JSON.stringify(text)}`);
			}
			return value;
		}
		case "bool":
			if (text !== "true" && text !== "false") {
				throw new DumpError(`not a boolean: ${JSON.stringify(text)}`);
			}
			return text === "true";
		case "datetime": {
			const time = parseXapiDate(text);
			if (time === undefined) {
				throw new DumpError(`not a date: ${JSON.stringify(text)}`);
			}
			return formatXapiDate(time);
		}
		case "set":
			return [];
		case "map":
			return {};
		default:
			return text;
	}
}
