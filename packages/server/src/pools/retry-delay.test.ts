import { describe, expect, it } from "vitest";
import { retryDelay } from "./retry-delay.ts";

describe("retryDelay", () => {
	it("doubles up to a minute", () => {
		const longest = [0, 1, 2, 5, 6, 7, 1_000_000].map((attempt) =>
			Math.round(retryDelay(attempt, 0.999_999)),
		);
		expect(longest).toEqual([
			1_000, 2_000, 4_000, 32_000, 60_000, 60_000, 60_000,
		]);
	});

	it("spreads over the upper half", () => {
		expect(retryDelay(3, 0)).toBe(4_000);
	});
});
