import type { SeriesSummary } from "./summary.ts";

/** Texts of a chart, in the user's language. */
export interface TimeChartLabels {
	readonly time: string;
	readonly latest: string;
	readonly noData: string;
	readonly actions: string;
	readonly showTable: string;
	readonly showChart: string;
	readonly downloadPng: string;
	readonly downloadCsv: string;
	readonly resetZoom: string;
	/** How to move and zoom by keyboard. */
	readonly keyboardHint: string;
	/** The whole chart in words; dates and values come printed. */
	readonly summary: (summary: {
		readonly title: string;
		readonly from: string;
		readonly to: string;
		readonly series: readonly PrintedSummary[];
	}) => string;
}

export interface PrintedSummary {
	readonly label: string;
	readonly lowest: string;
	readonly highest: string;
	readonly latest: string;
}

const NOTHING = "–";

export function printSummary(
	summary: SeriesSummary,
	formatValue: (value: number) => string,
): PrintedSummary {
	return {
		label: summary.label,
		lowest: printValue(summary.lowest, formatValue),
		highest: printValue(summary.highest, formatValue),
		latest: printValue(summary.latest, formatValue),
	};
}

/** A value, or a dash where there is none. */
export function printValue(
	value: number | null | undefined,
	formatValue: (value: number) => string,
): string {
	return value === null || value === undefined ? NOTHING : formatValue(value);
}
