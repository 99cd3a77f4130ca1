import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deepEqual } from "./deep-equal.ts";

describe("deepEqual", () => {
	it("agrees with what JSON says", () => {
		const normal = (value: unknown) => JSON.parse(JSON.stringify(value));
		fc.assert(
			fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
				expect(deepEqual(a, normal(a))).toBe(true);
				expect(deepEqual(a, b)).toBe(isDeepStrictEqual(normal(a), normal(b)));
			}),
		);
	});

	it("does not count undefined members", () => {
		expect(deepEqual({ a: 1, b: undefined }, { a: 1 })).toBe(true);
		expect(deepEqual({ a: 1 }, { a: 1, b: undefined })).toBe(true);
		expect(deepEqual({ a: 1 }, { a: 1, b: null })).toBe(false);
		expect(deepEqual([1], { 0: 1 })).toBe(false);
	});
});
