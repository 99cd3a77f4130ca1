import { describe, expect, test } from "vitest";
import { matchPattern, PatternError } from "./pattern.ts";

const vm = {
	type: "VM",
	power_state: "Running",
	CPUs: { number: 2, max: 4 },
	tags: ["prod", "paris"],
	VIFs: [{ device: "0", mtu: 1500 }],
};

describe("matchPattern", () => {
	test.each([
		[{}, true],
		[{ type: "VM" }, true],
		[{ type: "vm" }, false],
		[{ type: "VM", power_state: "Running" }, true],
		[{ type: "VM", power_state: "Halted" }, false],
		[{ CPUs: { number: 2 } }, true],
		[{ CPUs: { number: "2" } }, false],
		[{ tags: ["prod"] }, true],
		[{ tags: ["paris", "prod"] }, true],
		[{ tags: ["prod", "london"] }, false],
		[{ tags: [] }, true],
		[{ VIFs: [{ device: "0" }] }, true],
		[{ type: { __or: ["host", "VM"] } }, true],
		[{ __and: [{ type: "VM" }, { tags: ["prod"] }] }, true],
		[{ tags: { __not: ["prod"] } }, false],
		[{ missing: { __not: "x" } }, true],
		[{ missing: {} }, false],
		[{ type: "VM", __not: { power_state: "Running" } }, false],
		[{ constructor: {} }, false],
		["VM", false],
	])("%j", (pattern, expected) => {
		expect(matchPattern(pattern, vm)).toBe(expected);
	});

	test("refuses operators of the wrong shape, saying where", () => {
		const match = () => matchPattern({ a: { __or: "x" } }, vm);
		expect(match).toThrow(PatternError);
		expect(match).toThrow("at a.__or");
	});

	test("refuses a pattern that is too deep", () => {
		let pattern: unknown = "x";
		for (let depth = 0; depth < 10_000; depth++) pattern = { a: pattern };
		expect(() => matchPattern(pattern, vm)).toThrow(PatternError);
	});
});
