import type { TimeSpan } from "./time-data.ts";

const SHORTEST_MS = 1_000;

/** Zooms by `factor` (< 1 is closer) so that `aroundMs` stays in place. */
export function zoomView(
	view: TimeSpan,
	extent: TimeSpan,
	{ factor, aroundMs }: { factor: number; aroundMs: number },
): TimeSpan {
	const length = view.toMs - view.fromMs;
	const longest = extent.toMs - extent.fromMs;
	const wanted = Math.min(
		longest,
		Math.max(Math.min(SHORTEST_MS, longest), length * factor),
	);
	const share = (aroundMs - view.fromMs) / length;
	const fromMs = aroundMs - share * wanted;
	return clampView({ fromMs, toMs: fromMs + wanted }, extent);
}

/** Moves the view, not beyond the extent. */
export function panView(
	view: TimeSpan,
	extent: TimeSpan,
	byMs: number,
): TimeSpan {
	return clampView(
		{ fromMs: view.fromMs + byMs, toMs: view.toMs + byMs },
		extent,
	);
}

/** The view of the same length that lies within the extent. */
export function clampView(view: TimeSpan, extent: TimeSpan): TimeSpan {
	const length = view.toMs - view.fromMs;
	if (length >= extent.toMs - extent.fromMs) return extent;
	if (view.fromMs < extent.fromMs) {
		return { fromMs: extent.fromMs, toMs: extent.fromMs + length };
	}
	if (view.toMs > extent.toMs) {
		return { fromMs: extent.toMs - length, toMs: extent.toMs };
	}
	return view;
}

/** The smallest span that holds all; `undefined` for none. */
export function unionOf(spans: Iterable<TimeSpan>): TimeSpan | undefined {
	let union: TimeSpan | undefined;
	for (const span of spans) {
		union =
			union === undefined
				? span
				: {
						fromMs: Math.min(union.fromMs, span.fromMs),
						toMs: Math.max(union.toMs, span.toMs),
					};
	}
	return union;
}
