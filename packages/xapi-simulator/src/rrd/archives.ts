import type { Window } from "./series.ts";

/** Seconds between two samples. */
export const BASE_STEP = 5;

export interface Archive {
	/** Seconds that one row covers. */
	readonly step: number;
	readonly rows: number;
}

/** What a host keeps, the finest first. */
export const ARCHIVES: readonly Archive[] = [
	{ step: BASE_STEP, rows: 120 },
	{ step: 60, rows: 120 },
	{ step: 3_600, rows: 168 },
	{ step: 86_400, rows: 366 },
];
const COARSEST: Archive = { step: 86_400, rows: 366 };

/** All rows of an archive at a time in Unix seconds. */
export function wholeWindow(archive: Archive, now: number): Window {
	return { end: floorTo(now, archive.step), ...archive };
}

/** The rows after `start` (Unix seconds; negative: relative to now) of the
 *  finest archive that is at least as coarse as `interval` and reaches so far
 *  back, else of the coarsest. */
export function windowSince(
	now: number,
	{ start, interval }: { start: number; interval: number },
): Window {
	const from = start < 0 ? floorTo(now, BASE_STEP) + start : start;
	const archive =
		ARCHIVES.find(
			({ step, rows }) =>
				step >= interval && floorTo(now, step) - step * rows <= from,
		) ?? COARSEST;
	const { end, step, rows } = wholeWindow(archive, now);
	const wanted = Math.floor((end - floorTo(from, step)) / step);
	return { end, step, rows: Math.max(0, Math.min(rows, wanted)) };
}

function floorTo(time: number, step: number): number {
	return Math.floor(time / step) * step;
}
