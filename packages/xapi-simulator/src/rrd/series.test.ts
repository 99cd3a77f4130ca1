import { describe, expect, it } from "vitest";
import { loadCurve, type SeriesShape, sampleSeries } from "./series.ts";

const SHAPE: SeriesShape = {
	seed: 12_345,
	base: 0.3,
	swing: 1,
	min: 0,
	max: 1,
	decimals: 6,
};
const OWNER_SEED = 99;
const END = 1_795_262_400;

function sample(window: { end: number; step: number; rows: number }) {
	return [...sampleSeries(SHAPE, window, loadCurve(OWNER_SEED, window))];
}

function average(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe("sampleSeries", () => {
	it("gives a time the same value whatever window it is asked in", () => {
		const long = sample({ end: END, step: 5, rows: 120 });
		const short = sample({ end: END - 50, step: 5, rows: 10 });
		expect(short).toEqual(long.slice(10, 20));
	});

	it("moves, within its bounds", () => {
		const values = sample({ end: END, step: 5, rows: 120 });
		expect(new Set(values).size).toBeGreaterThan(100);
		for (const value of values) {
			expect(value).toBeGreaterThanOrEqual(0);
			expect(value).toBeLessThanOrEqual(1);
		}
	});

	it.each([
		[5, 60],
		[60, 3_600],
		[3_600, 86_400],
	])("averages %i s rows to about what %i s rows say", (fine, coarse) => {
		const perRow = coarse / fine;
		const fineRows = sample({ end: END, step: fine, rows: perRow * 6 });
		const coarseRows = sample({ end: END, step: coarse, rows: 6 });
		coarseRows.forEach((value, row) => {
			const mean = average(fineRows.slice(row * perRow, (row + 1) * perRow));
			expect(Math.abs(mean - value) / value).toBeLessThan(0.15);
		});
	});

	it("is busier on a Wednesday afternoon than on a Sunday night", () => {
		const wednesday = Date.UTC(2026, 10, 18, 15) / 1000;
		const sunday = Date.UTC(2026, 10, 22, 3) / 1000;
		const at = (end: number) => sample({ end, step: 3_600, rows: 1 })[0]!;
		expect(at(wednesday)).toBeGreaterThan(at(sunday) * 1.5);
	});
});
