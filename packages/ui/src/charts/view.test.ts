import { expect, test } from "vitest";
import { ChartGroupStore } from "./chart-group-store.ts";
import { panView, unionOf, zoomView } from "./view.ts";

const EXTENT = { fromMs: 0, toMs: 100_000 };

test("zooms around a moment that stays in place", () => {
	const around = { factor: 0.5, aroundMs: 25_000 };
	expect(zoomView(EXTENT, EXTENT, around)).toEqual({
		fromMs: 12_500,
		toMs: 62_500,
	});
});

test("never shows less than a second nor more than there is", () => {
	const near = zoomView(EXTENT, EXTENT, { factor: 1e-9, aroundMs: 50_000 });
	expect(near.toMs - near.fromMs).toBe(1_000);
	expect(zoomView(near, EXTENT, { factor: 1e12, aroundMs: 0 })).toBe(EXTENT);
});

test("pans up to the edges and keeps its length", () => {
	const view = { fromMs: 10_000, toMs: 30_000 };
	expect(panView(view, EXTENT, -50_000)).toEqual({ fromMs: 0, toMs: 20_000 });
	expect(panView(view, EXTENT, 500_000)).toEqual({
		fromMs: 80_000,
		toMs: 100_000,
	});
});

test("joins spans", () => {
	expect(unionOf([])).toBeUndefined();
	const later = { fromMs: 50, toMs: 150_000 };
	expect(unionOf([EXTENT, later])).toEqual({ fromMs: 0, toMs: 150_000 });
});

test("a group shows all data of its charts until it is zoomed", () => {
	const group = new ChartGroupStore();
	let changes = 0;
	const stop = group.onView(() => changes++);
	group.setExtent("a", EXTENT);
	group.setExtent("b", { fromMs: 50_000, toMs: 200_000 });
	expect(group.view).toEqual({ fromMs: 0, toMs: 200_000 });
	group.zoom(0.5);
	expect(group.isZoomed).toBe(true);
	group.setExtent("b", { fromMs: 50_000, toMs: 210_000 });
	expect(group.view).toEqual({ fromMs: 50_000, toMs: 150_000 });
	group.reset();
	expect(group.view).toEqual({ fromMs: 0, toMs: 210_000 });
	expect(changes).toBe(5);
	stop();
	group.setExtent("b", undefined);
	expect(group.extent).toEqual(EXTENT);
	expect(changes).toBe(5);
});
