import type { Machine } from "./machine.ts";
import type { ReportRow } from "./measurement.ts";

export interface Report {
	readonly machine: Machine;
	readonly workloads: readonly ReportRow[];
}

const HEAD = [
	"workload",
	"value",
	"spread",
	"ratio",
	"to",
	"rss MB",
	"floor",
	"met",
];
/** Columns of numbers. */
const RIGHT = new Set([1, 2, 3, 5]);

/** The rows as an aligned table. */
export function formatTable(rows: readonly ReportRow[]): string {
	const lines = [HEAD, ...rows.map(cellsOf)];
	const widths = HEAD.map((_, column) =>
		Math.max(...lines.map((line) => line[column]?.length ?? 0)),
	);
	return lines
		.map((line) =>
			line
				.map((cell, column) => {
					const width = widths[column] ?? 0;
					return RIGHT.has(column) ? cell.padStart(width) : cell.padEnd(width);
				})
				.join("  ")
				.trimEnd(),
		)
		.join("\n");
}

/** How many floors hold, in words. */
export function formatVerdict(rows: readonly ReportRow[]): string {
	const judged = rows.filter(({ met }) => met !== null);
	const missed = judged.filter(({ met }) => met === false);
	const names = missed.map(({ name }) => name).join(", ");
	return `${judged.length - missed.length} of ${judged.length} floors met${names && `; missed: ${names}`}`;
}

function cellsOf(row: ReportRow): string[] {
	return [
		row.name,
		`${row.value} ${row.unit}`,
		row.spread === null ? "" : `±${Math.round(row.spread * 50)} %`,
		row.ratio === null ? "" : `${row.ratio}x`,
		row.baseline ?? "",
		row.rss === null ? "" : String(Math.round(row.rss)),
		row.floor ?? "",
		row.met === null ? "" : row.met ? "yes" : "NO",
	];
}
