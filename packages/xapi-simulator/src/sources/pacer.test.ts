import { ManualClock } from "@xo/std";
import { expect, it } from "vitest";
import { pace } from "./pacer.ts";

function countsPerSecond(perSecond: number, seconds: number): number[] {
	const clock = new ManualClock();
	let count = 0;
	using _ = pace(clock, perSecond, () => count++);
	return Array.from({ length: seconds }, () => {
		const before = count;
		clock.advance(1_000);
		return count - before;
	});
}

it.each([1, 3, 50, 333, 1_000, 5_000])("keeps to %i a second", (rate) => {
	const counts = countsPerSecond(rate, 10);
	const total = counts.reduce((sum, count) => sum + count, 0);
	expect(Math.abs(total - rate * 10)).toBeLessThanOrEqual(rate / 50 + 1);
	for (const count of counts) {
		expect(Math.abs(count - rate)).toBeLessThanOrEqual(rate / 50 + 1);
	}
});

it("spreads a high rate over the ticks", () => {
	const clock = new ManualClock();
	let count = 0;
	using _ = pace(clock, 1_000, () => count++);
	for (let tick = 1; tick <= 20; tick++) {
		clock.advance(10);
		expect(Math.abs(count - tick * 10)).toBeLessThanOrEqual(1);
	}
});

it("does nothing at rate 0", () => {
	expect(countsPerSecond(0, 3)).toEqual([0, 0, 0]);
});
