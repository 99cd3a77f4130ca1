import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { didYouMean, editDistance, suggest } from "./suggest.ts";

describe("editDistance", () => {
	it.each([
		["", "abc", 3],
		["kitten", "sitting", 3],
		["strat", "start", 1],
		["vm.start", "vm.start", 0],
	])("%s, %s: %i", (from, to, distance) => {
		expect(editDistance(from, to)).toBe(distance);
	});

	it("is symmetric and bounded", () => {
		const word = fc.string({ maxLength: 12 });
		fc.assert(
			fc.property(word, word, (a, b) => {
				const distance = editDistance(a, b);
				expect(editDistance(b, a)).toBe(distance);
				expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
				expect(distance === 0).toBe(a === b);
			}),
		);
	});
});

describe("suggest", () => {
	const methods = [
		"vm.start",
		"vm.stop",
		"vm.snapshot",
		"host.stop",
		"user.getAll",
	];

	it.each([
		["vm.strt", ["vm.start", "vm.stop"]],
		["VM.START", ["vm.start"]],
		["snapshot", ["vm.snapshot"]],
		["start", ["vm.start"]],
		["user.list", []],
		["x".repeat(10_000), []],
	])("%s", (name, expected) => {
		expect(suggest(name, methods)).toEqual(expected);
	});

	it("speaks", () => {
		expect(didYouMean("vm.sto", ["vm.stop", "vm.sta"])).toBe(
			"did you mean vm.sta or vm.stop?",
		);
		expect(didYouMean("zzz", methods)).toBeUndefined();
	});
});
