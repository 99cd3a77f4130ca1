import { describe, expect, it } from "vitest";
import { Histogram } from "./histogram.ts";
import { mean, median, quantile, summarise } from "./statistics.ts";

describe("quantile", () => {
	it("interpolates between neighbours, in any order", () => {
		expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
		expect(quantile([10, 20], 0.25)).toBe(12.5);
		expect(quantile([5], 0.99)).toBe(5);
		expect(median([3, 1, 2])).toBe(2);
		expect(mean([1, 2, 6])).toBe(3);
	});

	it("of nothing is not a number", () => {
		expect(quantile([], 0.5)).toBeNaN();
	});
});

describe("summarise", () => {
	it("gives the median and the quartiles' distance relative to it", () => {
		expect(summarise([8, 10, 12])).toEqual({ median: 10, spread: 0.2 });
		expect(summarise([0, 0])).toEqual({ median: 0, spread: 0 });
	});
});

describe("Histogram", () => {
	it("finds quantiles to a tenth of a millisecond", () => {
		const histogram = new Histogram();
		for (let i = 1; i <= 1_000; i++) histogram.add(i);
		expect(histogram.total).toBe(1_000);
		expect(histogram.quantile(0.5)).toBeCloseTo(500, 0);
		expect(histogram.quantile(0.99)).toBeCloseTo(990, 0);
		expect(new Histogram().quantile(0.5)).toBeNaN();
	});

	it("crosses processes and merges", () => {
		const [a, b] = [new Histogram(), new Histogram()];
		a.add(1);
		b.add(3);
		b.merge(JSON.parse(JSON.stringify(a.entries())));
		expect(b.total).toBe(2);
		expect(b.quantile(0.5)).toBeCloseTo(1.1);
		b.clear();
		expect(b.total).toBe(0);
	});

	it("counts what clocks or stalls put out of range", () => {
		const histogram = new Histogram();
		histogram.add(-5);
		histogram.add(1e9);
		expect(histogram.quantile(0.5)).toBeCloseTo(0.1);
		expect(histogram.quantile(1)).toBeGreaterThanOrEqual(60_000);
	});
});
