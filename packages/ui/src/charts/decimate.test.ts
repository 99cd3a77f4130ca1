import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimate } from "./decimate.ts";

function ramp(length: number): number[] {
	return Array.from({ length }, (_, index) => index * 10);
}

describe("decimate", () => {
	test("leaves alone what fits", () => {
		const timesMs = ramp(5);
		const series = [[1, null, 3, 4, 5]];
		const span = { fromMs: 0, toMs: 40 };
		expect(decimate({ timesMs, series, span, columns: 100 })).toEqual({
			timesMs,
			series,
		});
	});

	test("keeps one sample on either side of the span", () => {
		const span = { fromMs: 25, toMs: 45 };
		const input = { timesMs: ramp(10), series: [ramp(10)], span, columns: 50 };
		expect(decimate(input).timesMs).toEqual([20, 30, 40, 50]);
	});

	test("keeps lowest and highest of a column in their order", () => {
		const series = [[5, 9, 1, 5, 5, 2, 8, 5]];
		const span = { fromMs: 0, toMs: 80 };
		const result = decimate({ timesMs: ramp(8), series, span, columns: 2 });
		expect(result.timesMs).toEqual([0, 30, 40, 70]);
		expect(result.series).toEqual([[9, 1, 2, 8]]);
	});

	test("keeps a gap that runs over columns open on both sides", () => {
		const series = [[4, 6, 5, null, null, null, 7, 9]];
		const span = { fromMs: 0, toMs: 80 };
		const result = decimate({ timesMs: ramp(8), series, span, columns: 2 });
		expect(result.series).toEqual([[6, null, null, 9]]);
	});

	test("is bounded by the columns and never loses an extreme", () => {
		const values = fc.array(
			fc.option(fc.double({ min: 0, max: 1e9, noNaN: true }), { freq: 20 }),
			{ minLength: 200, maxLength: 2_000 },
		);
		fc.assert(
			fc.property(values, fc.integer({ min: 3, max: 90 }), (line, columns) => {
				const timesMs = ramp(line.length);
				const span = { fromMs: 0, toMs: line.length * 10 };
				const result = decimate({ timesMs, series: [line], span, columns });
				const known = (list: (number | null)[]) =>
					list.filter((value) => value !== null);
				const drawn = result.series[0] ?? [];
				expect(drawn.length).toBe(result.timesMs.length);
				expect(drawn.length).toBeLessThanOrEqual(2 * columns);
				expect(Math.max(...known(drawn))).toBe(Math.max(...known(line)));
				expect(result.timesMs).toEqual(
					[...new Set(result.timesMs)].sort((a, b) => a - b),
				);
			}),
			{ numRuns: 100 },
		);
	});
});
