import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	parseBody,
	parseMethodArguments,
	parseQuery,
	splitArgument,
} from "./arguments.ts";

const name = fc.string({ minLength: 1 }).filter((text) => !/[=@]/.test(text));

describe("parseMethodArguments", () => {
	it("gives back any JSON value", () => {
		fc.assert(
			fc.property(fc.dictionary(name, fc.jsonValue()), (params) => {
				const args = Object.entries(params).map(
					([key, value]) => `${key}=json:${JSON.stringify(value)}`,
				);
				const parsed = parseMethodArguments(args).params;
				expect(JSON.stringify(parsed)).toBe(JSON.stringify({ ...params }));
			}),
		);
	});

	it("leaves other text alone", () => {
		fc.assert(
			fc.property(name, fc.string(), (key, text) => {
				fc.pre(!/^(?:true$|false$|json:)/.test(text));
				const { params } = parseMethodArguments([`${key}=${text}`]);
				expect(Object.entries(params)).toEqual([[key, text]]);
			}),
		);
	});

	it("takes the file out", () => {
		expect(parseMethodArguments(["id=x", "@=a=b"])).toEqual({
			params: { id: "x" },
			file: "a=b",
		});
	});

	it.each(["word", "=x", "--force"])("refuses %s", (argument) => {
		expect(() => parseMethodArguments([argument])).toThrow(
			`not name=value: ${argument}`,
		);
	});

	it("keeps prototypes out of it", () => {
		const { params } = parseMethodArguments(["__proto__=json:{}"]);
		expect(Object.getPrototypeOf(params)).toBe(Object.prototype);
		expect(Object.keys(params)).toEqual(["__proto__"]);
	});
});

describe("parseBody", () => {
	it("nests by dots", () => {
		expect(parseBody(["a.b.c=1", "a.b.d=true", "e=json:[1]"])).toEqual({
			a: { b: { c: "1", d: "true" } },
			e: [1],
		});
	});

	it("extends values that are objects, refuses others", () => {
		expect(parseBody(['a=json:{"b":1}', "a.c=2"])).toEqual({
			a: { b: 1, c: "2" },
		});
		expect(() => parseBody(["a=1", "a.b=2"])).toThrow("a already has a value");
	});

	it("keeps prototypes out of it", () => {
		parseBody(["__proto__.polluted=1", "constructor.prototype.polluted=1"]);
		expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
	});
});

it("parseQuery keeps text, writes JSON, allows no value", () => {
	const query = parseQuery(["a=true", "b=json:[1]", "wait", "c=x y"]);
	expect(query.toString()).toBe("a=true&b=%5B1%5D&wait=&c=x+y");
});

it("splitArgument cuts at the first =", () => {
	expect(splitArgument("a=b=c")).toEqual(["a", "b=c"]);
	expect(splitArgument("a")).toEqual(["a", undefined]);
});
