import fc from "fast-check";
import { expect, it } from "vitest";
import { wantedWindow } from "./window.ts";

it("asks for nothing while what is loaded reaches far enough", () => {
	const section = { length: 10_000, offset: 0, rows: new Array(200) };
	expect(wantedWindow(section, 0, 30)).toBeUndefined();
	expect(wantedWindow(section, 170, 199)).toEqual({ offset: 60, limit: 260 });
});

it("always asks for a window that then suffices, of bounded size", () => {
	fc.assert(
		fc.property(
			fc.nat(100_000),
			fc.nat(100_000),
			fc.nat(60),
			(length, at, page) => {
				const from = Math.min(at, Math.max(0, length - 1));
				const to = Math.min(from + page, Math.max(0, length - 1));
				const wanted = wantedWindow({ length, offset: 0, rows: [] }, from, to);
				if (length === 0 || wanted === undefined) return length === 0;
				const { offset, limit } = wanted;
				const rows = new Array(Math.max(0, Math.min(limit, length - offset)));
				return (
					limit <= 320 &&
					wantedWindow({ length, offset, rows }, from, to) === undefined
				);
			},
		),
	);
});
