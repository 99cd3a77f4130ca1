import type uPlot from "uplot";
import type { ChartGroupStore } from "./chart-group-store.ts";
import { type ChartTheme, readChartTheme, watchTheme } from "./chart-theme.ts";
import { decimate } from "./decimate.ts";
import { type PlotInput, plotOptions } from "./plot-options.ts";
import { listenToPointers } from "./plot-pointers.ts";
import { stack } from "./stack.ts";

type UPlotClass = typeof uPlot;

/** Beyond this many points lines are hairlines: browsers draw those without
 *  a graphics card four times as fast. */
const DENSE_POINTS = 4_000;

/** What is read of the page before a plot is in it. */
interface PlotPlace {
	readonly theme: ChartTheme;
	readonly width: number;
	readonly isVisible: boolean;
}

export function measurePlace(host: HTMLElement): PlotPlace {
	return {
		theme: readChartTheme(host),
		width: host.clientWidth,
		isVisible: host.getBoundingClientRect().top < innerHeight,
	};
}

interface PlotSetup {
	readonly host: HTMLElement;
	readonly place: PlotPlace;
	readonly group: ChartGroupStore;
	readonly heightPx: number;
	readonly input: PlotInput;
	readonly uPlotClass: UPlotClass;
}

/**
 * A drawing that follows its data, its group's view and cursor, its size and
 * the theme. However many of these change, it draws once a frame.
 */
export class Plot {
	readonly #setup: PlotSetup;
	readonly #stops: (() => void)[] = [];
	#input: PlotInput;
	#theme: ChartTheme;
	#lines: readonly (readonly (number | null)[])[] = [];
	#plot: uPlot | undefined;
	#stopPointers: (() => void) | undefined;
	#frame: number | undefined;
	/** What is scrolled away is drawn when it comes into view. */
	#isVisible: boolean;
	#width: number;
	#isDirty = false;

	constructor(setup: PlotSetup) {
		this.#setup = setup;
		this.#input = setup.input;
		this.#theme = setup.place.theme;
		this.#width = setup.place.width;
		this.#lines = linesOf(setup.input);
		this.#isVisible = setup.place.isVisible;
		this.#create();
		this.#stops.push(
			setup.group.onView(() => this.#schedule()),
			setup.group.onCursor(() => this.#showCursor()),
			watchTheme(() => this.#readTheme()),
			watchSize(setup.host, () => this.#resize()),
			watchVisibility(setup.host, (isVisible) => this.#show(isVisible)),
		);
	}

	/** The canvas with lines and axes, for pictures. */
	get canvas(): HTMLCanvasElement | undefined {
		if (this.#isDirty) this.#show(true);
		return this.#plot?.ctx.canvas;
	}

	get theme(): ChartTheme {
		return this.#theme;
	}

	update(input: PlotInput): void {
		if (input === this.#input) return;
		const isOther = shapeOf(input) !== shapeOf(this.#input);
		this.#input = input;
		this.#lines = linesOf(input);
		if (isOther) this.#create();
		else this.#schedule();
	}

	/** Fades all series but one; `undefined` ends it. */
	highlight(seriesId: string | undefined): void {
		const { series } = this.#input.data;
		const index = series.findIndex((one) => one.id === seriesId);
		this.#plot?.setSeries(index < 0 ? null : index + 1, { focus: true });
	}

	[Symbol.dispose](): void {
		for (const stop of this.#stops) stop();
		this.#stopPointers?.();
		if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
		this.#plot?.destroy();
	}

	#create(): void {
		const { host, uPlotClass, heightPx } = this.#setup;
		this.#stopPointers?.();
		this.#plot?.destroy();
		const options = plotOptions({
			input: () => this.#input,
			theme: () => this.#theme,
			width: this.#width,
			height: heightPx,
		});
		this.#plot = new uPlotClass(options, [[]], host);
		this.#stopPointers = this.#listen(this.#plot);
		this.#draw();
	}

	#schedule(): void {
		this.#frame ??= requestAnimationFrame(() => this.#draw());
	}

	#draw(): void {
		this.#frame = undefined;
		const plot = this.#plot;
		const { view } = this.#setup.group;
		if (plot === undefined || view === undefined) return;
		this.#isDirty = !this.#isVisible;
		if (this.#isDirty) return;
		const { timesMs, series } = decimate({
			timesMs: this.#input.data.timesMs,
			series: this.#lines,
			span: view,
			columns: Math.max(1, Math.round(plot.bbox.width) || plot.width),
		});
		const isDense = timesMs.length * series.length > DENSE_POINTS;
		for (const one of plot.series) one.width = isDense ? 1 : 1.5;
		plot.batch(() => {
			plot.setData([timesMs, ...series], false);
			plot.setScale("x", { min: view.fromMs, max: view.toMs });
		});
		this.#showCursor();
	}

	#show(isVisible: boolean): void {
		this.#isVisible = isVisible;
		if (isVisible && this.#isDirty) this.#draw();
	}

	#showCursor(): void {
		const { cursorMs } = this.#setup.group;
		const plot = this.#plot;
		if (plot === undefined || this.#setup.group.view === undefined) return;
		const left = cursorMs === undefined ? -10 : plot.valToPos(cursorMs, "x");
		plot.setCursor({ left, top: left < 0 ? -10 : 0 }, false);
	}

	#readTheme(): void {
		this.#theme = readChartTheme(this.#setup.host);
		this.#plot?.redraw(false);
	}

	#resize(): void {
		const { host, heightPx } = this.#setup;
		this.#width = host.clientWidth;
		if (this.#width === this.#plot?.width) return;
		this.#plot?.setSize({ width: this.#width, height: heightPx });
		this.#schedule();
	}

	#listen(plot: uPlot): () => void {
		const { group, host } = this.#setup;
		const timeAt = (px: number) => plot.posToVal(px, "x");
		const hideSelection = () => {
			plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
		};
		return listenToPointers(plot.over, {
			cursor: (px) => group.setCursor(px === undefined ? px : timeAt(px)),
			select: (fromPx, toPx, isDone) => {
				const left = Math.max(0, Math.min(fromPx, toPx));
				const right = Math.min(plot.over.clientWidth, Math.max(fromPx, toPx));
				if (isDone) {
					hideSelection();
					group.setView({ fromMs: timeAt(left), toMs: timeAt(right) });
				} else {
					const height = plot.over.clientHeight;
					plot.setSelect({ left, top: 0, width: right - left, height }, false);
				}
			},
			cancelSelect: hideSelection,
			pan: (byPx) => group.pan(timeAt(byPx) - timeAt(0)),
			zoom: (factor, px) => group.zoom(factor, timeAt(px)),
			reset: () => group.reset(),
			ownsWheel: () => host === document.activeElement,
		});
	}
}

/** What makes uPlot set up anew; all else is read while drawing. */
function shapeOf(input: PlotInput): string {
	const ids = input.data.series.map((series) => series.id);
	return JSON.stringify([ids, input.stacked, input.locale]);
}

function linesOf({ data, hidden, stacked }: PlotInput) {
	const blank = data.timesMs.map(() => null);
	if (!stacked) {
		return data.series.map((one) => (hidden.has(one.id) ? blank : one.values));
	}
	const shown = data.series.filter((one) => !hidden.has(one.id));
	const sums = stack(shown.map((one) => one.values));
	// A hidden layer lies flat on the one below: bands join neighbours.
	let below: readonly (number | null)[] =
		sums[0]?.map((sum) => (sum === null ? null : 0)) ?? blank;
	return data.series.map((one) => {
		const index = shown.indexOf(one);
		if (index >= 0) below = sums[index] ?? blank;
		return below;
	});
}

function watchSize(host: HTMLElement, listener: () => void): () => void {
	const observer = new ResizeObserver(listener);
	observer.observe(host);
	return () => {
		observer.disconnect();
	};
}

function watchVisibility(
	host: HTMLElement,
	listener: (isVisible: boolean) => void,
): () => void {
	const observer = new IntersectionObserver((entries) => {
		listener(entries.at(-1)?.isIntersecting ?? true);
	});
	observer.observe(host);
	return () => {
		observer.disconnect();
	};
}
