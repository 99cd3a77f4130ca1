import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseLenientJson, parseNonFinite } from "./lenient-json.ts";

describe("parseLenientJson", () => {
	it("reads bare non-finite numbers", () => {
		expect(parseLenientJson('{"a":NaN,"b":[-Infinity,Infinity,1.5]}')).toEqual({
			a: Number.NaN,
			b: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 1.5],
		});
	});

	it("leaves strings alone", () => {
		expect(parseLenientJson('{"a":NaN,"b":"x: NaN, \\" y: 1"}')).toEqual({
			a: Number.NaN,
			b: 'x: NaN, " y: 1',
		});
	});

	it.each(['"a, NaN, b"', '"[NaN]"', '"NaN"', '"\\": NaN,"'])(
		"leaves the string %s alone beside bare numbers",
		(string) => {
			expect(parseLenientJson(`[NaN, nan,${string},-inf ]`)).toEqual([
				Number.NaN,
				Number.NaN,
				JSON.parse(string),
				Number.NEGATIVE_INFINITY,
			]);
		},
	);

	it("reads keys without quotes", () => {
		expect(parseLenientJson("{meta: {step: 5}, data: [{t: 1}]}")).toEqual({
			meta: { step: 5 },
			data: [{ t: 1 }],
		});
	});

	it.each(["", "{", "[1,]", "nonsense"])("refuses %j", (text) => {
		expect(() => parseLenientJson(text)).toThrow(SyntaxError);
	});

	it("equals JSON.parse on JSON, and ends on anything", () => {
		fc.assert(
			fc.property(fc.json(), (text) => {
				expect(parseLenientJson(text)).toEqual(JSON.parse(text));
			}),
		);
		fc.assert(
			fc.property(fc.string(), (text) => {
				try {
					parseLenientJson(text);
				} catch (error) {
					expect(error).toBeInstanceOf(SyntaxError);
				}
			}),
		);
	});
});

describe("parseNonFinite", () => {
	it.each([
		["nan", Number.NaN],
		["NaN", Number.NaN],
		["inf", Number.POSITIVE_INFINITY],
		["-inf", Number.NEGATIVE_INFINITY],
		["", Number.NaN],
		["1.5e3", 1500],
	])("reads %j", (text, value) => {
		expect(parseNonFinite(text)).toBe(value);
	});
});
