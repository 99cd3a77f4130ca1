import type { TFunction } from "i18next";
import { expect, test } from "vitest";
import { chartOf, combine, subtract } from "./chart-spec.ts";
import { hostCharts } from "./host-charts.ts";
import { poolCharts } from "./pool-charts.ts";
import { rangeOf } from "./ranges.ts";
import { vmCharts } from "./vm-charts.ts";

const t = ((key: string, values: object = {}) =>
	[key, ...Object.values(values)].join(" ")) as unknown as TFunction;
const TIMES = { endTimestamp: 1_000, interval: 5 };
const SPEC = { id: "x", title: "x", unit: "count", times: TIMES } as const;

test("the last value stands at the end, shorter series begin later", () => {
	const [chart] = chartOf({
		...SPEC,
		series: [
			{ id: "a", label: "a", values: [1, 2, 3] },
			{ id: "b", label: "b", values: [4] },
			{ id: "never", label: "never", values: [null, null, null] },
		],
	});
	expect(chart?.data.timesMs).toEqual([990_000, 995_000, 1_000_000]);
	expect(chart?.data.series.map(({ id, values }) => [id, values])).toEqual([
		["a", [1, 2, 3]],
		["b", [null, null, 4]],
	]);
});

test("of too many series the busiest are drawn, and it says so", () => {
	const series = Array.from({ length: 40 }, (_, index) => ({
		id: `${index}`,
		label: `${index}`,
		values: [index],
	}));
	const [chart] = chartOf({ ...SPEC, series });
	expect(chart?.seriesCount).toBe(40);
	expect(chart?.data.series.map(({ id }) => id)).toEqual(
		series.slice(24).map(({ id }) => id),
	);
});

test("combines where values are known", () => {
	const lines = [
		[1, null, null],
		[3, 5, null],
	];
	expect(combine(lines, "sum")).toEqual([4, 5, null]);
	expect(combine(lines, "mean")).toEqual([2, 5, null]);
	expect(combine(lines, "max")).toEqual([3, 5, null]);
	expect(subtract([5, null, 7], [1, 2])).toEqual([4, null, null]);
	expect(subtract([1], undefined)).toBeUndefined();
});

test("a VM has charts of what was measured only", () => {
	const stats = {
		cpus: { 0: [1, 2], 1: [3, 4] },
		memory: [8, 8],
		memoryFree: [2, 3],
		xvds: { r: { a: [1, 1] }, w: { a: [2, 2] } },
	};
	const charts = vmCharts({ ...TIMES, stats }, t);
	expect(charts.map(({ id }) => id)).toEqual(["cpu", "memory", "throughput"]);
	expect(charts[1]?.data.series[0]?.values).toEqual([6, 5]);
	expect(charts[2]?.data.series.map(({ label }) => label)).toEqual([
		"stats.read xvda",
		"stats.written xvda",
	]);
});

test("a host with many CPUs shows their mean and the busiest", () => {
	const cpus = Object.fromEntries(
		Array.from({ length: 64 }, (_, cpu) => [cpu, [cpu]]),
	);
	const iops = { r: { "12345678": [1] }, w: {} };
	const charts = hostCharts(
		{ ...TIMES, stats: { cpus, iops } },
		t,
		(prefix) => `SR ${prefix}`,
	);
	expect(charts[0]?.data.series.map(({ values }) => values)).toEqual([
		[31.5],
		[63],
	]);
	expect(charts[1]?.data.series[0]?.label).toBe("stats.read SR 12345678");
});

test("a pool shows the hosts that answer", () => {
	const charts = poolCharts(
		{
			a: { ...TIMES, stats: { cpus: { 0: [10], 1: [20] }, load: [1] } },
			b: { error: { code: 18, message: "offline" } },
		},
		(id) => `host ${id}`,
	);
	expect(charts.map(({ id }) => id)).toEqual(["cpu", "load"]);
	expect(charts[0]?.data.series).toEqual([
		{ id: "a", label: "host a", values: [15] },
	]);
	expect(poolCharts({}, (id) => id)).toEqual([]);
});

test("an address without a range, or with a wrong one, has the usual", () => {
	expect(rangeOf("days").granularity).toBe("days");
	expect(rangeOf("centuries").granularity).toBe("minutes");
	expect(rangeOf(undefined).granularity).toBe("minutes");
});
