import { describe, expect, it } from "vitest";
import { windowSince } from "./archives.ts";

const NOW = 1_795_262_403;

describe("windowSince", () => {
	it("takes the finest archive that reaches back", () => {
		expect(windowSince(NOW, { start: NOW - 300, interval: 0 })).toEqual({
			end: 1_795_262_400,
			step: 5,
			rows: 60,
		});
		expect(windowSince(NOW, { start: NOW - 3_600, interval: 0 }).step).toBe(60);
		expect(windowSince(NOW, { start: NOW - 86_400, interval: 0 }).step).toBe(
			3_600,
		);
		expect(windowSince(NOW, { start: 0, interval: 0 })).toMatchObject({
			step: 86_400,
			rows: 366,
		});
	});

	it("is no finer than the interval", () => {
		expect(windowSince(NOW, { start: NOW - 300, interval: 60 }).step).toBe(60);
	});

	it("counts a negative start from the latest sample", () => {
		expect(windowSince(NOW, { start: -10, interval: 0 })).toEqual({
			end: 1_795_262_400,
			step: 5,
			rows: 2,
		});
	});

	it("has no rows when nothing is newer than the start", () => {
		expect(windowSince(NOW, { start: NOW + 60, interval: 0 }).rows).toBe(0);
	});
});
