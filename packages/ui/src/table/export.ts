/** One column of an exported list. */
export interface ExportColumn<Row> {
	readonly header: string;
	readonly value: (row: Row) => unknown;
}

/** A CSV text (RFC 4180, with a byte order mark for spreadsheets) of pages of
 *  rows, a piece for each page. Texts that spreadsheets would run as formulas
 *  (they begin with = + - @, a tab or a carriage return) get a `'` first. */
export async function* exportCsv<Row>(
	columns: readonly ExportColumn<Row>[],
	pages: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>,
): AsyncGenerator<string> {
	yield `\uFEFF${line(columns.map(({ header }) => header))}`;
	for await (const rows of pages) {
		yield rows
			.map((row) => line(columns.map(({ value }) => value(row))))
			.join("");
	}
}

/** The same as one JSON list of objects, whose keys are the headers. */
export async function* exportJson<Row>(
	columns: readonly ExportColumn<Row>[],
	pages: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>,
): AsyncGenerator<string> {
	let before = "[\n";
	for await (const rows of pages) {
		for (const row of rows) {
			const entries = columns.map(({ header, value }) => [
				header,
				value(row) ?? null,
			]);
			yield `${before}${JSON.stringify(Object.fromEntries(entries))}`;
			before = ",\n";
		}
	}
	yield before === "[\n" ? "[]\n" : "\n]\n";
}

function line(values: readonly unknown[]): string {
	return `${values.map(cell).join(",")}\r\n`;
}

function cell(value: unknown): string {
	if (value === null || value === undefined) return "";
	if (typeof value === "number" || typeof value === "boolean") {
		return String(value);
	}
	const text = typeof value === "string" ? value : listText(value);
	const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function listText(value: unknown): string {
	const isFlat =
		Array.isArray(value) && value.every((item) => typeof item !== "object");
	return isFlat ? value.join(", ") : JSON.stringify(value);
}

/** Gives the user a file to keep. */
export async function saveFile(
	name: string,
	mimeType: string,
	pieces: AsyncIterable<string>,
): Promise<void> {
	const parts: string[] = [];
	for await (const piece of pieces) parts.push(piece);
	const url = URL.createObjectURL(new Blob(parts, { type: mimeType }));
	const link = document.createElement("a");
	link.href = url;
	link.download = name;
	link.click();
	URL.revokeObjectURL(url);
}
