import { describe, expect, it } from "vitest";
import { formatNumber, formatSample } from "./format.ts";

describe("formatNumber", () => {
	// Expected texts are those of printf("%.15g"), but for zero.
	it.each([
		[0, "0.0"],
		[5, "5"],
		[0.0345, "0.0345"],
		[0.1 + 0.2, "0.3"],
		[0.00001, "1e-05"],
		[123_456_789_012, "123456789012"],
		[1e15, "1e+15"],
		[1.5e16, "1.5e+16"],
		[-2.5, "-2.5"],
		[Number.NaN, "NaN"],
		[Number.POSITIVE_INFINITY, "Infinity"],
	])("prints %d as %s", (value, text) => {
		expect(formatNumber(value)).toBe(text);
	});
});

describe("formatSample", () => {
	it.each([0, 5, 0.0345, 0.0001, 12.5, 1234.5678, 68_719_476_736, 1.7e13])(
		"prints %d as formatNumber does",
		(value) => {
			expect(formatSample(value)).toBe(formatNumber(value));
		},
	);
});
