import { describe, expect, test } from "vitest";
import { build } from "./build.ts";
import { FilterError } from "./errors.ts";
import { filterLimits } from "./limits.ts";
import { parseFilter } from "./parse.ts";

const { and, compare, glob, not, number, or, property, regexp, string } = build;

describe("parseFilter", () => {
	test.each([
		["", and([])],
		["  ", and([])],
		["word", string("word")],
		["été", string("été")],
		['"quoted \\" text"', string('quoted " text')],
		['"12"', string("12")],
		["12", number(12)],
		["-1.5e3", number("-1.5e3")],
		["12ab", string("12ab")],
		["10.0.0.1", string("10.0.0.1")],
		["foo*bar", glob("foo*bar")],
		["*", glob("*")],
		["/a\\/b/i", regexp("a/b", true)],
		["a b", and([string("a"), string("b")])],
		["(a b)", and([string("a"), string("b")])],
		["(a)", string("a")],
		["|(a b)", or([string("a"), string("b")])],
		["| (a b)", or([string("a"), string("b")])],
		["!a", not(string("a"))],
		["type:VM", property("type", string("VM"))],
		["type: VM", property("type", string("VM"))],
		["boot:order:cn", property(["boot", "order"], string("cn"))],
		['"a b":c', property("a b", string("c"))],
		["0:a", property("0", string("a"))],
		["high_availability?", build.truthy("high_availability")],
		["memory:size:>4e9", property(["memory", "size"], compare(">", 4e9))],
		[
			"snapshots:length:>=2",
			property(["snapshots", "length"], compare(">=", 2)),
		],
		["a:(>1 <5)", property("a", and([compare(">", 1), compare("<", 5)]))],
	])("understands %j", (text, node) => {
		expect(parseFilter(text)).toEqual(node);
	});

	test.each([
		["((", 2, 'this "(" is not closed'],
		["a)", 2, 'this ")" closes nothing'],
		["type:", 6, "a term is missing here"],
		["(!)", 3, 'a term is missing before ")"'],
		['a "b', 3, "these double quotes are not closed"],
		["a@b", 2, "unexpected"],
		["@", 1, "double quotes"],
		["|a", 2, '"|" needs a group'],
		["a:>x", 4, "a number is missing"],
		["1e999", 1, "too large"],
		["a*b:c", 1, "between double quotes"],
		["x /a", 3, 'no closing "/"'],
		["/a/x", 4, "unknown flags"],
		["x /a(?=b)/", 5, "unsupported regular expression"],
		["/(a)\\1/", 5, "unsupported regular expression"],
		[`/${"x".repeat(1001)}/`, 2, "1000 characters"],
		["/(?:.{30}x){33}/", 2, "repeats too much"],
		["/a/ ".repeat(11), 41, "more than 10 regular expressions"],
		["!".repeat(10_000), 101, "more than 100 nested terms"],
		["(".repeat(10_000), 101, "more than 100 nested terms"],
	])("refuses %j", (text, column, problem) => {
		const parse = () => parseFilter(text);
		expect(parse).toThrow(FilterError);
		expect(parse).toThrow(expect.objectContaining({ column, text }));
		expect(parse).toThrow(problem);
	});

	test("refuses a text over the limit", () => {
		const parse = () => parseFilter("a".repeat(filterLimits.textLength + 1));
		expect(parse).toThrow("65536 characters");
	});
});
