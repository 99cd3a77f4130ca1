/** How a data source behaves; the same shape gives the same values for ever,
 *  so that no sample is stored. */
export interface SeriesShape {
	/** Tells series apart: from the owner's uuid and the source's name. */
	readonly seed: number;
	/** Long-term average, in the source's unit. */
	readonly base: number;
	/** 0: constant; 1: swings over the day and jitters, between about a third
	 *  and twice the base. */
	readonly swing: number;
	readonly min: number;
	readonly max: number;
	/** Decimals that are kept, at most 4. */
	readonly decimals: number;
}

/** Samples of the rows that end at `end`, `end - step`... newest first. */
export interface Window {
	/** Unix seconds. */
	readonly end: number;
	/** Seconds that a row averages over. */
	readonly step: number;
	readonly rows: number;
}

const DAY = 86_400;
const WEEK = 7 * DAY;
/** Busiest at 14:00 UTC on Wednesdays; the epoch was a Thursday, 0:00. */
const DAY_PEAK = 14 * 3600;
const WEEK_PEAK = 6 * DAY + DAY_PEAK;
const DAY_SWING = 0.42;
const WEEK_SWING = 0.16;

/** Jitter at several scales: a row of an archive keeps only what does not
 *  average out within its step, so that archives agree with each other. */
const JITTER = [
	{ scale: 5, weight: 0.12 },
	{ scale: 60, weight: 0.16 },
	{ scale: 3_600, weight: 0.2 },
	{ scale: DAY, weight: 0.12 },
];

/** The common course of all series of an owner over a window, -1 to 1. */
export function loadCurve(seed: number, window: Window): Float64Array {
	const shift = (noise(seed, 0) * DAY) / 8;
	const curve = new Float64Array(window.rows);
	const dayDamping = DAY_SWING * sinc(window.step / DAY);
	const weekDamping = WEEK_SWING * sinc(window.step / WEEK);
	for (let row = 0; row < window.rows; row++) {
		const middle = window.end - window.step * (row + 0.5) - shift;
		curve[row] =
			dayDamping * Math.cos((2 * Math.PI * (middle - DAY_PEAK)) / DAY) +
			weekDamping * Math.cos((2 * Math.PI * (middle - WEEK_PEAK)) / WEEK);
	}
	return curve;
}

/** The values of a series over a window. */
export function sampleSeries(
	shape: SeriesShape,
	window: Window,
	curve: Float64Array,
): Float64Array {
	const values = new Float64Array(window.rows);
	const precision = 10 ** shape.decimals;
	if (shape.swing === 0) {
		return values.fill(Math.round(shape.base * precision) / precision);
	}
	for (const { scale, weight } of JITTER) {
		if (scale >= window.step)
			addJitter(values, window, { seed: shape.seed ^ scale, scale, weight });
	}
	for (let row = 0; row < values.length; row++) {
		const factor = 1 + shape.swing * ((curve[row] ?? 0) + (values[row] ?? 0));
		const value = Math.min(shape.max, Math.max(shape.min, shape.base * factor));
		values[row] = Math.round(value * precision) / precision;
	}
	return values;
}

/** Adds noise that runs smoothly from one multiple of `scale` to the next. */
function addJitter(
	values: Float64Array,
	window: Window,
	{ seed, scale, weight }: { seed: number; scale: number; weight: number },
): void {
	let slot = Number.NaN;
	let left = 0;
	let right = 0;
	for (let row = 0; row < values.length; row++) {
		const position = (window.end - window.step * (row + 0.5)) / scale;
		const current = Math.floor(position);
		if (current !== slot) {
			right = current === slot - 1 ? left : noise(seed, current + 1);
			left = noise(seed, current);
			slot = current;
		}
		values[row] =
			(values[row] ?? 0) +
			weight * (left + (right - left) * (position - current));
	}
}

/** How much of a sine of unit period is left after averaging over `width`. */
function sinc(width: number): number {
	const angle = Math.PI * width;
	return Math.sin(angle) / angle;
}

/** -1 <= x < 1, from a murmur-like mix of two 32-bit words. */
function noise(seed: number, slot: number): number {
	let word = Math.imul(seed ^ Math.imul(slot, 0x9e3779b1), 0x85ebca6b);
	word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
	word ^= word >>> 16;
	return word / 2_147_483_648;
}
