import type uPlot from "uplot";
import {
	type ChartTheme,
	colorOf,
	seriesColorVariable,
	seriesDash,
} from "./chart-theme.ts";
import type { TimeData } from "./time-data.ts";
import { createTimeLabels } from "./time-labels.ts";
import { type NiceScale, niceScale, type Unit } from "./units.ts";

/** What a plot draws and how. */
export interface PlotInput {
	readonly data: TimeData;
	readonly hidden: ReadonlySet<string>;
	readonly unit: Unit;
	readonly stacked: boolean;
	/** Upper end of the value axis, where it does not follow the data. */
	readonly maxValue: number | undefined;
	readonly locale: string;
	readonly formatValue: (value: number) => string;
}

interface OptionsInput {
	readonly input: () => PlotInput;
	readonly theme: () => ChartTheme;
	readonly width: number;
	readonly height: number;
}

const TICK_DISTANCE_PX = 44;
const TIME_TICK_DISTANCE_PX = 80;
const STACK_ALPHA = "55";
const AREA_ALPHA = "22";

/** Options of uPlot; colours and values are looked up at each drawing. */
export function plotOptions(options: OptionsInput): uPlot.Options {
	const { series } = options.input().data;
	const { stacked } = options.input();
	return {
		width: options.width,
		height: options.height,
		ms: 1,
		padding: [8, 8, 0, 0],
		legend: { show: false },
		focus: { alpha: 0.2 },
		cursor: cursorOptions(),
		scales: {
			x: { time: true, auto: false, range: (_, min, max) => [min, max] },
			y: {
				auto: true,
				range: (plot, min, max) => valueRange(options, plot, { min, max }),
			},
		},
		axes: [timeAxis(options), valueAxis(options)],
		series: [{}, ...series.map((_, index) => seriesOptions(options, index))],
		bands: stacked
			? series.slice(1).map((_, index) => ({
					series: [index + 2, index + 1] as [number, number],
					fill: () => colorOf(options.theme(), index + 1) + STACK_ALPHA,
				}))
			: [],
	};
}

// Pointers are ours: uPlot only shows the crosshair where it is told.
function cursorOptions(): uPlot.Cursor {
	const none = () => null;
	return {
		y: false,
		drag: { x: false, y: false, setScale: false },
		points: { size: 6, width: 1.5 },
		bind: {
			mousedown: none,
			mouseup: none,
			click: none,
			dblclick: none,
			mousemove: none,
			mouseenter: none,
			mouseleave: none,
		},
	};
}

function seriesOptions(options: OptionsInput, index: number): uPlot.Series {
	const { stacked, data } = options.input();
	const alpha = stacked ? STACK_ALPHA : AREA_ALPHA;
	const isFilled = stacked ? index === 0 : data.series.length === 1;
	return {
		class: seriesColorVariable(index),
		stroke: () => colorOf(options.theme(), index),
		dash: stacked ? [] : [...seriesDash(index)],
		fill: isFilled ? () => colorOf(options.theme(), index) + alpha : undefined,
		points: { show: true, size: 4, filter: isolatedPoints },
	};
}

/** Samples between two gaps make no line: they are drawn as points. */
function isolatedPoints(plot: uPlot, seriesIndex: number): number[] {
	const values = plot.data[seriesIndex] ?? [];
	const isolated: number[] = [];
	for (let index = 0; index < values.length; index++) {
		if (values[index] == null) continue;
		if (values[index - 1] == null && values[index + 1] == null) {
			isolated.push(index);
		}
	}
	return isolated;
}

function valueScale(
	options: OptionsInput,
	plot: uPlot,
	{ min, max }: { min: number | null; max: number | null },
): NiceScale {
	const { unit, maxValue } = options.input();
	const ticks = Math.max(2, Math.floor(plot.height / TICK_DISTANCE_PX));
	const scale = niceScale(unit, {
		min: min ?? 0,
		max: Math.max(max ?? 0, maxValue ?? 0),
		ticks,
	});
	return max === null || maxValue === undefined || max > maxValue
		? scale
		: { ...scale, max: maxValue };
}

function valueRange(
	options: OptionsInput,
	plot: uPlot,
	limits: { min: number | null; max: number | null },
): [number, number] {
	const scale = valueScale(options, plot, limits);
	return [scale.min, scale.max];
}

function commonAxis(options: OptionsInput): uPlot.Axis {
	return {
		stroke: () => options.theme().axis,
		font: options.theme().font,
		grid: { stroke: () => options.theme().grid, width: 1 },
		ticks: { show: false },
	};
}

function timeAxis(options: OptionsInput): uPlot.Axis {
	const labels = createTimeLabels(options.input().locale);
	return {
		...commonAxis(options),
		space: TIME_TICK_DISTANCE_PX,
		size: 26,
		values: (_, splits, ...[, , stepMs = 0]) => labels(splits, stepMs),
	};
}

function valueAxis(options: OptionsInput): uPlot.Axis {
	return {
		...commonAxis(options),
		gap: 4,
		size: (plot, values) => axisWidth(plot, values ?? []),
		splits: (plot, ...[, min = 0, max = 0]) =>
			ticksOf(valueScale(options, plot, { min, max }), max),
		values: (_, splits) => splits.map(options.input().formatValue),
	};
}

function ticksOf({ min, step }: NiceScale, max: number): number[] {
	const ticks: number[] = [];
	// Half a step forgives what binary fractions add up to.
	for (let at = min; at <= max + step / 1e6; at += step) ticks.push(at);
	return ticks;
}

// Charts of a page stand above each other: one width keeps their times in
// line, unless a label needs more.
const USUAL_AXIS_PX = 64;

function axisWidth(plot: uPlot, values: string[]): number {
	plot.ctx.save();
	plot.ctx.font = `${11 * devicePixelRatio}px sans-serif`;
	const widest = Math.max(
		0,
		...values.map((value) => plot.ctx.measureText(value).width),
	);
	plot.ctx.restore();
	return Math.max(USUAL_AXIS_PX, Math.ceil(widest / devicePixelRatio) + 14);
}
