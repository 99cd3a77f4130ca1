import { describe, expect, test } from "vitest";
import { chartCsv } from "./csv.ts";
import { stack } from "./stack.ts";
import { summarise, tableRows } from "./summary.ts";
import { nearestIndex } from "./time-data.ts";
import { createUnitFormatter, niceScale } from "./units.ts";

const DATA = {
	timesMs: [0, 1_000, 2_000, 3_000],
	series: [
		{ id: "a", label: "=A1", values: [1, null, 3, 2] },
		{ id: "b", label: 'b, "c"', values: [null, null, 5, 5] },
	],
};
const ALL = { fromMs: 0, toMs: 3_000 };

test("stacks, with a gap only where all are missing", () => {
	expect(stack(DATA.series.map((series) => series.values))).toEqual([
		[1, null, 3, 2],
		[1, null, 8, 7],
	]);
});

test("finds the nearest sample", () => {
	expect(nearestIndex(DATA.timesMs, -5)).toBe(0);
	expect(nearestIndex(DATA.timesMs, 1_400)).toBe(1);
	expect(nearestIndex(DATA.timesMs, 1_600)).toBe(2);
	expect(nearestIndex(DATA.timesMs, 99_999)).toBe(3);
	expect(nearestIndex([], 1)).toBe(-1);
});

test("summarises what is in the span", () => {
	expect(summarise(DATA, ALL)[0]).toMatchObject({
		lowest: 1,
		highest: 3,
		latest: 2,
	});
	expect(summarise(DATA, { fromMs: 0, toMs: 1_000 })[1]).toMatchObject({
		lowest: null,
		latest: null,
	});
});

test("makes at most as many rows as asked, of means", () => {
	const rows = tableRows(DATA, ALL, 2);
	expect(rows.map((row) => row.values)).toEqual([
		[1, null],
		[2.5, 5],
	]);
});

test("writes CSV that no spreadsheet runs", async () => {
	let text = "";
	for await (const piece of chartCsv(DATA, "Time")) text += piece;
	expect(text.slice(1).split("\r\n").slice(0, 3)).toEqual([
		`Time,'=A1,"b, ""c"""`,
		"1970-01-01T00:00:00.000Z,1,",
		"1970-01-01T00:00:01.000Z,,",
	]);
});

describe("units", () => {
	const print = (...[unit, locale]: Parameters<typeof createUnitFormatter>) => {
		const format = createUnitFormatter(unit, locale);
		return (value: number) => format(value).replace(/\s/g, " ");
	};

	test("prints by unit and locale", () => {
		expect(print("bytes", "en")(0)).toBe("0 B");
		expect(print("bytes", "en")(1_023)).toBe("1 KiB");
		expect(print("bytes", "en")(1.5 * 2 ** 30)).toBe("1.5 GiB");
		expect(print("bytesPerSecond", "fr")(1.5 * 2 ** 20)).toBe("1,5 Mio/s");
		expect(print("percent", "en")(12.34)).toBe("12.3%");
		expect(print("percent", "fr")(12.34)).toBe("12,3 %");
		expect(print("count", "en")(1_234.567)).toBe("1,234.57");
	});

	test("ends scales on ticks", () => {
		const ticks = 4;
		expect(niceScale("percent", { min: 0, max: 87, ticks })).toEqual({
			min: 0,
			max: 100,
			step: 25,
		});
		const bytes = niceScale("bytes", { min: 0, max: 3 * 2 ** 30, ticks });
		expect(bytes).toEqual({ min: 0, max: 3 * 2 ** 30, step: 2 ** 30 });
		expect(niceScale("count", { min: 0, max: 0, ticks })).toEqual({
			min: 0,
			max: 1,
			step: 1,
		});
	});

	test("gives the same ticks for a scale that is nice already", () => {
		for (let max = 1; max < 3_000; max += 7) {
			for (const unit of ["count", "bytes"] as const) {
				const scale = niceScale(unit, { min: 0, max, ticks: 5 });
				const again = niceScale(unit, { min: 0, max: scale.max, ticks: 5 });
				expect(again).toEqual(scale);
			}
		}
	});
});
