import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deepEqual, reconcile } from "./deep-equal.ts";

describe("deepEqual", () => {
	it("agrees with the standard library on JSON", () => {
		const value = fc.jsonValue({ maxDepth: 3 });
		fc.assert(
			fc.property(value, value, (a, b) => {
				const [x, y] = [a, b].map((item) => JSON.parse(JSON.stringify(item)));
				expect(deepEqual(x, y)).toBe(isDeepStrictEqual(x, y));
				expect(deepEqual(x, structuredClone(x))).toBe(true);
			}),
		);
	});

	it("takes NaN for equal to itself", () => {
		expect(deepEqual([Number.NaN], [Number.NaN])).toBe(true);
	});
});

describe("reconcile", () => {
	it("gives the previous record when nothing changed", () => {
		const previous = { name: "a", tags: ["x"] };
		expect(reconcile(previous, { name: "a", tags: ["x"] })).toBe(previous);
	});

	it("keeps the unchanged fields of a changed record", () => {
		const previous = { name: "a", tags: ["x"] };
		const next = reconcile(previous, { name: "b", tags: ["x"] });
		expect(next).toEqual({ name: "b", tags: ["x"] });
		expect(next.tags).toBe(previous.tags);
	});

	it("sees fields come and go", () => {
		const previous: Record<string, unknown> = { a: 1, b: 2 };
		expect(reconcile(previous, { a: 1 })).toEqual({ a: 1 });
		expect(
			reconcile({ a: 1 } as Record<string, unknown>, { a: 1, b: 2 }),
		).toEqual({
			a: 1,
			b: 2,
		});
	});
});
