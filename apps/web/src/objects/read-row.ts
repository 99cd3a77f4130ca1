import type { LiveRow } from "@xo/contract";

/** What an object is called: its name, or its id where it has none. */
export function nameOf(row: LiveRow): string {
	return String(row.name_label || row.id);
}

export function textOf(row: LiveRow, key: string): string {
	const value = row[key];
	return typeof value === "string" ? value : "";
}

export function idOf(row: LiveRow, key: string): string | undefined {
	return textOf(row, key) || undefined;
}

export function numberOf(row: LiveRow, key: string): number | undefined {
	const value = row[key];
	return typeof value === "number" ? value : undefined;
}

export function countOf(row: LiveRow, key: string): number {
	const value = row[key];
	return Array.isArray(value) ? value.length : 0;
}

export function listOf(row: LiveRow, key: string): readonly string[] {
	const value = row[key];
	return Array.isArray(value)
		? value.filter((item) => typeof item === "string")
		: [];
}

export function mapOf(
	row: LiveRow,
	key: string,
): Readonly<Record<string, unknown>> {
	const value = row[key];
	return typeof value === "object" && value !== null && !Array.isArray(value)
		? (value as Record<string, unknown>)
		: {};
}
