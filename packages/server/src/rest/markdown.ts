/** Wide cells make a table that nobody reads. */
const MAX_CELL = 120;

function cell(value: unknown): string {
	if (value === undefined || value === null) return "";
	const text = typeof value === "object" ? JSON.stringify(value) : `${value}`;
	const short = text.length > MAX_CELL ? `${text.slice(0, MAX_CELL)}…` : text;
	return short
		.replaceAll("\\", "\\\\")
		.replaceAll("|", "\\|")
		.replace(/\s+/g, " ");
}

function row(cells: readonly string[]): string {
	return `| ${cells.join(" | ")} |\n`;
}

/** A table of records, one line each. */
export function markdownTable(
	records: readonly Readonly<Record<string, unknown>>[],
	columns: readonly string[],
): string {
	const lines = records.map((record) =>
		row(columns.map((column) => cell(record[column]))),
	);
	return [row(columns.map(cell)), row(columns.map(() => "-")), ...lines].join(
		"",
	);
}
