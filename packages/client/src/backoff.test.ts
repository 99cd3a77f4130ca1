import fc from "fast-check";
import { expect, it } from "vitest";
import { attemptAfter, reconnectDelayMs } from "./backoff.ts";

it("doubles up to half a minute", () => {
	const delays = [0, 1, 2, 3, 6, 7, 1000].map((n) => reconnectDelayMs(n, 1));
	expect(delays).toEqual([500, 1000, 2000, 4000, 30_000, 30_000, 30_000]);
});

it("spreads over the upper half", () => {
	fc.assert(
		fc.property(
			fc.nat(50),
			fc.double({ min: 0, max: 1, noNaN: true }),
			(n, r) => {
				const longest = reconnectDelayMs(n, 1);
				const delay = reconnectDelayMs(n, r);
				expect(delay).toBeGreaterThanOrEqual(longest / 2);
				expect(delay).toBeLessThanOrEqual(longest);
			},
		),
	);
});

it("starts over after a connection that held", () => {
	expect(attemptAfter(4, 5_000)).toBe(0);
	expect(attemptAfter(4, 4_999)).toBe(5);
});
