import { expect, test } from "vitest";
import { build } from "./build.ts";
import { compileFilter } from "./compile.ts";
import { printFilter } from "./print.ts";

test("what the language has no wildcard for becomes an expression", () => {
	const node = build.property("name_label", build.glob("a+b c*d"));
	expect(printFilter(node)).toBe("name_label:/(?s)a\\+b c.*d/i");
	expect(compileFilter(node)({ name_label: "xA+B c\nd" })).toBe(true);
	expect(compileFilter(node)({ name_label: "aab cd" })).toBe(false);
});

test("numbers that the language cannot write are refused", () => {
	expect(() => build.number(Number.NaN)).toThrow(RangeError);
	expect(() => build.number("1e999")).toThrow(RangeError);
	expect(() => build.compare(">", Number.POSITIVE_INFINITY)).toThrow(
		RangeError,
	);
});
