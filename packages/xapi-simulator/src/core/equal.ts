import type { FieldValue } from "./types.ts";

/** Whether two field values are equal; the order of map keys does not count. */
export function areEqual(a: FieldValue, b: FieldValue): boolean {
	if (a === b) return true;
	if (typeof a !== "object" || typeof b !== "object") {
		return Number.isNaN(a) && Number.isNaN(b);
	}
	const left = a as Readonly<Record<string, FieldValue>>;
	const right = b as Readonly<Record<string, FieldValue>>;
	if (Array.isArray(a) !== Array.isArray(b)) return false;
	const keys = Object.keys(left);
	return (
		keys.length === Object.keys(right).length &&
		keys.every((key) => {
			const [x, y] = [left[key], right[key]];
			return x !== undefined && y !== undefined && areEqual(x, y);
		})
	);
}
