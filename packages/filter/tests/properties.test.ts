import fc from "fast-check";
import { expect, test } from "vitest";
import {
	compileFilter,
	FilterError,
	matchPattern,
	PatternError,
	parseFilter,
	planFilter,
	printFilter,
} from "../src/index.ts";
import { filterNode, value } from "./_arbitraries.ts";
import { naiveMatch } from "./_naive.ts";

test("parsing what was printed gives the same nodes", () => {
	fc.assert(
		fc.property(filterNode, (node) => {
			expect(parseFilter(printFilter(node))).toEqual(node);
		}),
		{ numRuns: 2_000 },
	);
});

test("a text either parses or raises a FilterError within its columns", () => {
	const pieces = fc.constantFrom(
		...'a 12 ( ) |( ! : ? " \\ / /i * > <= é - . $ [ { + \0 \n'.split(" "),
	);
	const text = fc.oneof(
		fc.string({ unit: "binary" }),
		fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join("")),
		fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(" ")),
	);
	fc.assert(
		fc.property(text, (input) => {
			try {
				const node = parseFilter(input);
				expect(parseFilter(printFilter(node))).toEqual(node);
			} catch (error) {
				if (!(error instanceof FilterError)) throw error;
				expect(error.column).toBeGreaterThanOrEqual(1);
				expect(error.column).toBeLessThanOrEqual(input.length + 1);
			}
		}),
		{ numRuns: 5_000 },
	);
});

test("the compiled predicate means what the plain interpreter says", () => {
	fc.assert(
		fc.property(filterNode, value, (node, subject) => {
			expect(compileFilter(node)(subject)).toBe(naiveMatch(node, subject));
		}),
		{ numRuns: 5_000 },
	);
});

test("what matches meets every constraint of the plan", () => {
	const item = fc.stringMatching(/^[a-c]{0,3}$/);
	const object = fc.record(
		{ a: item, b: item, tags: fc.array(item, { maxLength: 3 }), type: item },
		{ requiredKeys: [] },
	);
	fc.assert(
		fc.property(filterNode, object, (node, subject) => {
			if (!compileFilter(node)(subject)) return;
			for (const { property, accepts } of planFilter(node)) {
				const indexed = [(subject as Record<string, unknown>)[property]].flat();
				expect(indexed.some(accepts)).toBe(true);
			}
		}),
		{ numRuns: 5_000 },
	);
});

test("any JSON is a pattern or raises a PatternError, and matches itself", () => {
	const key = fc.constantFrom("__and", "__or", "__not", "a", "b");
	const pattern = fc.letrec((tie) => ({
		value: fc.oneof(
			{ maxDepth: 5 },
			fc.constantFrom(null, true, "x", 1),
			fc.array(tie("value"), { maxLength: 3 }),
			fc.dictionary(key, tie("value"), { maxKeys: 3 }),
		),
	})).value;
	fc.assert(
		fc.property(pattern, value, (json, subject) => {
			try {
				expect(typeof matchPattern(json, subject)).toBe("boolean");
			} catch (error) {
				expect(error).toBeInstanceOf(PatternError);
			}
		}),
		{ numRuns: 2_000 },
	);
	fc.assert(
		fc.property(value, (json) => {
			expect(matchPattern(json, json)).toBe(true);
		}),
	);
});
