import { isPlainObject } from "@xo/std";
import { formatBytes } from "./bytes.ts";
import { sanitizeLine } from "./sanitize.ts";
import { type Paint, plain } from "./style.ts";
import { displayWidth, truncate } from "./width.ts";

export type Row = Readonly<Record<string, unknown>>;

export interface TableOptions {
	/** Columns of the terminal; absent: as wide as needed. */
	readonly width?: number | undefined;
	readonly paint?: Paint;
	/** Columns to show, in order; by default the most telling that fit. */
	readonly columns?: readonly string[] | undefined;
}

const GAP = "  ";
const LONGEST_CELL = 60;
const NARROWEST_CELL = 8;
const FIRST_COLUMNS = [
	"id",
	"uuid",
	"type",
	"name",
	"name_label",
	"email",
	"label",
	"host",
	"address",
	"power_state",
	"status",
	"permission",
	"version",
	"size",
	"usage",
	"physical_usage",
	"content_type",
	"SR_type",
	"mainIpAddress",
	"tags",
];
const BYTE_COLUMNS = new Set(["size", "usage", "physical_usage"]);
/** Links between objects, and the same again for old clients. */
const SECONDARY = /^[$_]/;
const STATE_STYLES: Readonly<
	Record<string, "green" | "red" | "yellow" | "dim">
> = {
	Running: "green",
	connected: "green",
	success: "green",
	Halted: "dim",
	Paused: "yellow",
	Suspended: "yellow",
	connecting: "yellow",
	pending: "yellow",
	disconnected: "dim",
	failure: "red",
	admin: "yellow",
};

/** Rows as aligned columns with a header, safe to print. */
export function renderTable(
	rows: readonly Row[],
	{ width, paint = plain, columns }: TableOptions = {},
): string {
	const names = columns ?? chooseColumns(rows);
	const cells = rows.map((row) =>
		names.map((name) => cellText(name, row[name])),
	);
	const widths = names.map((name, column) =>
		Math.min(
			LONGEST_CELL,
			Math.max(
				displayWidth(sanitizeLine(name)),
				...cells.map((row) => displayWidth(row[column] ?? "")),
			),
		),
	);
	const shown = fitColumns(widths, width, columns !== undefined);
	const numeric = names.map((name) =>
		rows.every((row) => row[name] == null || typeof row[name] === "number"),
	);
	const line = (texts: readonly string[], style: (text: string) => string) =>
		shown
			.map((cellWidth, column) => {
				const text = truncate(texts[column] ?? "", cellWidth);
				const space = " ".repeat(cellWidth - displayWidth(text));
				const isLast = column === shown.length - 1;
				if (numeric[column]) return space + style(text);
				return style(text) + (isLast ? "" : space);
			})
			.join(GAP)
			.trimEnd();
	return [
		line(names.map(sanitizeLine), (text) => paint("bold", text)),
		...cells.map((row) =>
			line(row, (text) => {
				const style = STATE_STYLES[text];
				return style === undefined ? text : paint(style, text);
			}),
		),
	].join("\n");
}

/** One record as two columns. */
export function renderRecord(record: Row, options: TableOptions = {}): string {
	const { paint = plain, width } = options;
	const names = Object.keys(record).map(sanitizeLine);
	const nameWidth = Math.max(0, ...names.map(displayWidth));
	const room = Math.max(
		NARROWEST_CELL,
		(width ?? Number.POSITIVE_INFINITY) - nameWidth - GAP.length,
	);
	return Object.entries(record)
		.map(([key, value], row) => {
			const name = names[row] ?? "";
			const space = " ".repeat(nameWidth - displayWidth(name));
			const text = truncate(cellText(key, value), room);
			return `${paint("bold", name)}${space}${GAP}${text}`.trimEnd();
		})
		.join("\n");
}

function cellText(name: string, value: unknown): string {
	if (value === undefined || value === null) return "";
	if (typeof value === "number" && BYTE_COLUMNS.has(name)) {
		// XAPI says -1 where there is no such number.
		return value < 0 ? "" : formatBytes(value);
	}
	if (typeof value === "string") return sanitizeLine(value);
	if (Array.isArray(value) && value.every((item) => typeof item === "string")) {
		return sanitizeLine(value.join(", "));
	}
	if (typeof value === "object") return sanitizeLine(JSON.stringify(value));
	return String(value);
}

/** Known columns first, then the other simple ones; those that hold objects
 *  say little in a cell. */
function chooseColumns(rows: readonly Row[]): string[] {
	const found = new Set<string>();
	const complex = new Set<string>();
	for (const row of rows) {
		for (const [name, value] of Object.entries(row)) {
			found.add(name);
			if (isPlainObject(value) || Array.isArray(value)) complex.add(name);
		}
	}
	const first = FIRST_COLUMNS.filter((name) => found.has(name));
	if (first.includes("id") && sameAsId(rows))
		first.splice(first.indexOf("uuid"), 1);
	const others = [...found].filter(
		(name) => !first.includes(name) && name !== "uuid" && !complex.has(name),
	);
	const simple = [
		...first,
		...others.filter((name) => !SECONDARY.test(name)),
		...others.filter((name) => SECONDARY.test(name)),
	];
	return simple.length > 0 ? simple : [...found];
}

function sameAsId(rows: readonly Row[]): boolean {
	return (
		rows.some((row) => "uuid" in row) &&
		rows.every((row) => row.uuid === undefined || row.uuid === row.id)
	);
}

/** Widths of the columns that fit: as many as there is room for, or, when the
 *  person asked for all of them, narrower ones. */
function fitColumns(
	widths: readonly number[],
	width: number | undefined,
	keepAll: boolean,
): number[] {
	if (width === undefined) return [...widths];
	if (keepAll) return shrink(widths, width);
	const shown: number[] = [];
	let left = width;
	for (const columnWidth of widths) {
		const gap = shown.length === 0 ? 0 : GAP.length;
		const room = left - gap;
		if (room < Math.min(columnWidth, NARROWEST_CELL)) break;
		shown.push(Math.min(columnWidth, room));
		left = room - columnWidth;
	}
	return shown;
}

function shrink(widths: readonly number[], width: number): number[] {
	const shown = [...widths];
	let excess =
		shown.reduce((sum, each) => sum + each, 0) +
		GAP.length * (shown.length - 1) -
		width;
	while (excess > 0) {
		const widest = Math.max(...shown);
		if (widest <= NARROWEST_CELL) break;
		shown[shown.indexOf(widest)] = widest - 1;
		excess--;
	}
	return shown;
}
