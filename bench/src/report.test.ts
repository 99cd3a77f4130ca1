import { describe, expect, it } from "vitest";
import { judge } from "./measurement.ts";
import { formatTable, formatVerdict } from "./report.ts";

const fast = judge({
	name: "start.time",
	value: 123.4567,
	unit: "ms",
	baseline: "bare server",
	ratio: 2.5,
	floors: [
		{ of: "value", atMost: 300 },
		{ of: "rss", atMost: 110 },
	],
	spread: 0.1,
	rss: 100.4,
});
const slow = judge({
	name: "calls",
	value: 10,
	unit: "calls/ms",
	ratio: 0.5,
	floors: [{ of: "ratio", atLeast: 0.6 }],
});
const free = judge({ name: "size", value: 90, unit: "MB" });

describe("judge", () => {
	it("compares each figure with its floor", () => {
		expect(fast).toEqual({
			name: "start.time",
			value: 123.5,
			unit: "ms",
			baseline: "bare server",
			ratio: 2.5,
			floor: "<= 300 ms, rss <= 110 MB",
			met: true,
			spread: 0.1,
			rss: 100.4,
		});
		expect(slow.met).toBe(false);
		expect(slow.floor).toBe(">= 0.6x");
		expect(free).toMatchObject({ floor: null, met: null, ratio: null });
	});

	it("lets no missing figure meet a floor", () => {
		const floors = [{ of: "value", atMost: 1 }] as const;
		const missing = { name: "x", value: Number.NaN, unit: "ms", floors };
		expect(judge(missing).met).toBe(false);
		const noRatio = [{ of: "ratio", atMost: 1 }] as const;
		expect(judge({ ...missing, value: 0, floors: noRatio }).met).toBe(false);
	});
});

describe("formatTable", () => {
	it("aligns numbers to the right, words to the left", () => {
		const [head = "", first = "", second = ""] = formatTable([
			fast,
			slow,
		]).split("\n");
		expect(first.indexOf("bare server")).toBe(head.indexOf("to "));
		expect(first.indexOf("123.5 ms") + "123.5 ms".length).toBe(
			head.indexOf("value") + "value".length,
		);
		expect(second.endsWith("NO")).toBe(true);
	});
});

describe("formatVerdict", () => {
	it("names what is missed", () => {
		expect(formatVerdict([fast, slow, free])).toBe(
			"1 of 2 floors met; missed: calls",
		);
		expect(formatVerdict([fast])).toBe("1 of 1 floors met");
	});
});
