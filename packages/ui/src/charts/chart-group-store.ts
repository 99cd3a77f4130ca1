import type { TimeSpan } from "./time-data.ts";
import { clampView, panView, unionOf, zoomView } from "./view.ts";

/**
 * What the charts of a page share: the time that they show and the time under
 * the cursor. Listeners run at once; who draws waits for the next frame.
 */
export class ChartGroupStore {
	readonly #extents = new Map<string, TimeSpan>();
	readonly #viewListeners = new Set<() => void>();
	readonly #cursorListeners = new Set<() => void>();
	#zoom: TimeSpan | undefined;
	#extent: TimeSpan | undefined;
	#cursorMs: number | undefined;

	/** All data of all charts; `undefined` before there is any. */
	get extent(): TimeSpan | undefined {
		return this.#extent;
	}

	/** What is shown: the zoom or else the extent. */
	get view(): TimeSpan | undefined {
		return this.#zoom ?? this.#extent;
	}

	get isZoomed(): boolean {
		return this.#zoom !== undefined;
	}

	get cursorMs(): number | undefined {
		return this.#cursorMs;
	}

	setExtent(chartId: string, extent: TimeSpan | undefined): void {
		const previous = this.#extents.get(chartId);
		if (
			previous?.fromMs === extent?.fromMs &&
			previous?.toMs === extent?.toMs
		) {
			return;
		}
		if (extent === undefined) this.#extents.delete(chartId);
		else this.#extents.set(chartId, extent);
		this.#extent = unionOf(this.#extents.values());
		notify(this.#viewListeners);
	}

	setView(view: TimeSpan): void {
		if (this.#extent === undefined || view.fromMs >= view.toMs) return;
		const clamped = clampView(view, this.#extent);
		const isAll = clamped === this.#extent;
		this.#zoom = isAll ? undefined : clamped;
		notify(this.#viewListeners);
	}

	zoom(factor: number, aroundMs?: number): void {
		const { view, extent } = this;
		if (view === undefined || extent === undefined) return;
		const middle = (view.fromMs + view.toMs) / 2;
		this.setView(
			zoomView(view, extent, { factor, aroundMs: aroundMs ?? middle }),
		);
	}

	pan(byMs: number): void {
		if (this.#zoom === undefined || this.#extent === undefined) return;
		this.setView(panView(this.#zoom, this.#extent, byMs));
	}

	reset(): void {
		if (this.#zoom === undefined) return;
		this.#zoom = undefined;
		notify(this.#viewListeners);
	}

	setCursor(timeMs: number | undefined): void {
		if (timeMs === this.#cursorMs) return;
		this.#cursorMs = timeMs;
		notify(this.#cursorListeners);
	}

	onView = (listener: () => void): (() => void) =>
		subscribe(this.#viewListeners, listener);

	onCursor = (listener: () => void): (() => void) =>
		subscribe(this.#cursorListeners, listener);
}

function subscribe(listeners: Set<() => void>, listener: () => void) {
	listeners.add(listener);
	return () => {
		listeners.delete(listener);
	};
}

function notify(listeners: Set<() => void>): void {
	for (const listener of listeners) listener();
}
