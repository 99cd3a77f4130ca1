import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	parseSExpression,
	printSExpression,
	type SExpression,
} from "./s-expression.ts";
import { WireError } from "./wire-error.ts";

const { tree } = fc.letrec<{ tree: SExpression }>((tie) => ({
	tree: fc.oneof(
		{ maxDepth: 4 },
		fc.string({ unit: "grapheme" }),
		fc.array(tie("tree"), { maxLength: 4 }),
	),
}));

describe("parseSExpression", () => {
	it("reads sets and maps with either quote, and bare atoms", () => {
		expect(parseSExpression("('a' 'b')")).toEqual(["a", "b"]);
		expect(parseSExpression('(("k" "v"))')).toEqual([["k", "v"]]);
		expect(parseSExpression(" ( a (b)\n()) ")).toEqual(["a", ["b"], []]);
		expect(parseSExpression(String.raw`('it\'s' '\\')`)).toEqual([
			"it's",
			"\\",
		]);
	});

	it("gives back what was printed", () => {
		fc.assert(
			fc.property(tree, (value) => {
				expect(parseSExpression(printSExpression(value))).toEqual(value);
			}),
		);
	});

	it("refuses garbage with its own error only", () => {
		const garbage = fc.string({ unit: fc.constantFrom(..."()'\"\\ ab\n") });
		fc.assert(
			fc.property(garbage, (text) => {
				try {
					parseSExpression(text);
				} catch (error) {
					expect(error).toBeInstanceOf(WireError);
				}
			}),
		);
	});

	it("says where and bounds the depth", () => {
		expect(() => parseSExpression("('a")).toThrow("column 4: quote not closed");
		expect(() => parseSExpression("(".repeat(100_000))).toThrow("too deep");
	});
});
