import {
	datamodel,
	parseSExpression,
	parseXapiType,
	printSExpression,
	type SExpression,
	type XapiType,
} from "@xo/xapi-wire";
import type { DbRecord, FieldValue } from "../core/types.ts";

/* `VM.snapshot_metadata`: the row as the database writes it, one s-expression
 * of (column, text) pairs in which sets and maps are s-expressions again. */

function valueText(value: FieldValue): string {
	if (typeof value !== "object") return String(value);
	return printSExpression(
		Array.isArray(value)
			? value.map((item) => valueText(item))
			: Object.entries(value).map(([key, item]) => [key, valueText(item)]),
	);
}

/** The text of a row. */
export function printRow(className: string, record: DbRecord): string {
	const columns: SExpression[] = [];
	for (const field of datamodel.classes.get(className)?.fields ?? []) {
		const value = record[field.name];
		if (value === undefined) continue;
		columns.push([field.dbName ?? field.name, valueText(value)]);
	}
	return printSExpression(columns);
}

function readValue(text: string, type: XapiType): FieldValue {
	switch (type.kind) {
		case "int":
		case "float":
			return Number(text);
		case "bool":
			return text === "true";
		case "set":
		case "map": {
			const items = parseSExpression(text);
			if (typeof items === "string") return [];
			if (type.kind === "set") return items.map(String);
			return Object.fromEntries(
				items.map((pair) => [String(pair[0] ?? ""), String(pair[1] ?? "")]),
			);
		}
		default:
			return text;
	}
}

/** The row that the text describes; columns that are unknown are left out.
 *  @throws WireError when the text is no s-expression */
export function parseRow(className: string, text: string): DbRecord {
	const fields = datamodel.classes.get(className)?.fields ?? [];
	const byColumn = new Map(
		fields.map((field) => [field.dbName ?? field.name, field]),
	);
	const record: Record<string, FieldValue> = {};
	const columns = parseSExpression(text);
	if (typeof columns === "string") return record;
	for (const column of columns) {
		const [name, value] = column;
		const field = byColumn.get(String(name));
		if (field === undefined || typeof value !== "string") continue;
		record[field.name] = readValue(value, parseXapiType(field.type));
	}
	return record;
}
