import { parseXapiType, printSExpression } from "@xo/xapi-wire";
import fc from "fast-check";
import { expect, it } from "vitest";
import { DumpError } from "./dump-error.ts";
import { decodeColumn, unescapeColumn } from "./dump-values.ts";

/** As a host protects white space. */
function escapeColumn(text: string): string {
	const codes: Record<string, string> = {
		"%": "%%",
		"\t": "%t",
		"\n": "%n",
		"\r": "%r",
		" ": "%.",
	};
	return text.replace(/[%\t\n\r ]/g, (character) => codes[character]!);
}

const column = (type: string, text: string) =>
	decodeColumn(parseXapiType(type), text);

it("gives back any text that was protected", () => {
	fc.assert(
		fc.property(fc.string({ unit: "grapheme" }), (text) => {
			expect(unescapeColumn(escapeColumn(text))).toBe(text);
		}),
	);
});

it("gives back any set and map", () => {
	const entry = fc.tuple(fc.string(), fc.string());
	fc.assert(
		fc.property(fc.array(fc.string()), fc.array(entry), (items, entries) => {
			expect(
				column("string set", escapeColumn(printSExpression(items))),
			).toEqual(items);
			const map = new Map(entries.filter(([key]) => key !== "__proto__"));
			const text = escapeColumn(
				printSExpression([...map].map((pair) => [...pair])),
			);
			expect(column("(string -> string) map", text)).toEqual(
				Object.fromEntries(map),
			);
		}),
	);
});

it.each([
	["int", "42", 42],
	["float", "0.", 0],
	["bool", "true", true],
	["datetime", "20100521T12:00:00Z", "20100521T12:00:00Z"],
	["VM ref", "OpaqueRef:x", "OpaqueRef:x"],
	["VM ref", "", ""],
	["(string -> string) map", "", {}],
	["int set", "('1' '2')", [1, 2]],
	["string", "50% of%_it", "50% of  it"],
])("reads %s %j as %j", (type, text, value) => {
	expect(column(type, text)).toEqual(value);
});

it.each([
	["int", "many", /not a number/],
	["bool", "yes", /not a boolean/],
	["datetime", "yesterday", /not a date/],
	["(string -> string) map", "('a' 'b')", /no pair/],
])("refuses %s %j", (type, text, message) => {
	expect(() => column(type, text)).toThrow(DumpError);
	expect(() => column(type, text)).toThrow(message);
});
