/** Colours of a drawing, read from the CSS variables of `charts.css`. */
export interface ChartTheme {
	readonly series: readonly string[];
	readonly axis: string;
	readonly grid: string;
	readonly background: string;
	readonly font: string;
}

const HUES = 8;
const SAME_DASH = 4;
const DASHES: readonly (readonly number[])[] = [
	[],
	[8, 4],
	[2, 3],
	[10, 3, 2, 3],
];

/** Name of the CSS variable with the colour of the n-th series. */
export function seriesColorVariable(index: number): string {
	return `--xo-chart-${(index % HUES) + 1}`;
}

/**
 * Dashes of the n-th series in CSS pixels. Four series share a pattern and
 * their four hues differ for the colour-blind too; hue and pattern together
 * repeat only after the sixteenth.
 */
export function seriesDash(index: number): readonly number[] {
	return DASHES[Math.floor(index / SAME_DASH) % DASHES.length] ?? [];
}

export function readChartTheme(element: Element): ChartTheme {
	const style = getComputedStyle(element);
	const color = (name: string, fallback: string) =>
		style.getPropertyValue(name).trim() || fallback;
	return {
		series: Array.from({ length: HUES }, (_, index) =>
			color(seriesColorVariable(index), "#0072b2"),
		),
		axis: color("--xo-chart-axis", "#495057"),
		grid: color("--xo-chart-grid", "#e9ecef"),
		background: color("--xo-chart-background", "#ffffff"),
		font: `11px ${style.fontFamily || "sans-serif"}`,
	};
}

/** The colour of a series within a theme. */
export function colorOf(theme: ChartTheme, index: number): string {
	return theme.series[index % HUES] ?? theme.axis;
}

/** Calls back when the theme of the page may have changed. */
export function watchTheme(listener: () => void): () => void {
	const observer = new MutationObserver(listener);
	observer.observe(document.documentElement, { attributes: true });
	return () => {
		observer.disconnect();
	};
}
