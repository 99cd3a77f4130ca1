import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EPOCH_DATE, formatXapiDate, parseXapiDate } from "./date.ts";

describe("parseXapiDate", () => {
	it.each([
		["20260821T15:31:45Z", "2026-08-21T15:31:45Z"],
		["2026-08-21T15:31:45Z", "2026-08-21T15:31:45Z"],
		["20260821T15:31:45", "2026-08-21T15:31:45Z"],
		["20260821T15:31:45+02:00", "2026-08-21T13:31:45Z"],
		["20260821T15:31:45-0130", "2026-08-21T17:01:45Z"],
		["2026-08-21T15:31:45.25Z", "2026-08-21T15:31:45.250Z"],
		["1755790305", "2025-08-21T15:31:45Z"],
		[EPOCH_DATE, "1970-01-01T00:00:00Z"],
	])("%s", (text, expected) => {
		expect(parseXapiDate(text)).toBe(Date.parse(expected));
	});

	it.each(["", "yesterday", "20261321T00:00:00Z", "2026", "20260821"])(
		"knows that %j is none or seconds",
		(text) => {
			const value = parseXapiDate(text);
			expect(value === undefined || /^\d+$/.test(text)).toBe(true);
		},
	);

	it("reads what is written", () => {
		const seconds = fc.integer({ min: 0, max: 4_000_000_000 });
		fc.assert(
			fc.property(seconds, (second) => {
				const text = formatXapiDate(second * 1000);
				expect(text).toMatch(/^\d{8}T\d\d:\d\d:\d\dZ$/);
				expect(parseXapiDate(text)).toBe(second * 1000);
			}),
		);
	});
});
