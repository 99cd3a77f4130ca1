import { describe, expect, it } from "vitest";
import { combineSr } from "./combine-sr.ts";

const host = (endTimestamp: number, values: (number | null)[]) => ({
	endTimestamp,
	interval: 5,
	stats: {
		iops: { r: { abc: values }, w: {} },
		latency: { r: { abc: values }, w: {} },
		iowait: { abc: values, other: [9, 9, 9] },
	},
});

describe("combineSr", () => {
	it("adds traffic and averages waiting, at equal times", () => {
		const combined = combineSr(
			[host(100, [1, 2, null]), host(95, [10, 20, 30])],
			"abc",
			{ endTimestamp: 0, interval: 5 },
		);
		expect(combined).toEqual({
			endTimestamp: 100,
			interval: 5,
			stats: {
				iops: { r: [10, 21, 32, null], w: [] },
				ioThroughput: { r: [], w: [] },
				latency: { r: [10, 10.5, 16, null], w: [] },
				iowait: [10, 10.5, 16, null],
			},
		});
	});

	it("is empty without hosts", () => {
		const fallback = { endTimestamp: 7, interval: 60 };
		expect(combineSr([], "abc", fallback)).toMatchObject({
			...fallback,
			stats: { iowait: [] },
		});
	});
});
