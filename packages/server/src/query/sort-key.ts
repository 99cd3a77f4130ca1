/** What a value is sorted by: no value at all comes last. */
export type SortKey = number | string | undefined;

/** Makes the reader of a property, or of a path with dots. Only own
 *  properties are seen. */
export function pathReader(path: string): (object: object) => unknown {
	const steps = path.split(".");
	return (object) => {
		let value: unknown = object;
		for (const step of steps) {
			if (typeof value !== "object" || value === null) return undefined;
			if (!Object.hasOwn(value, step)) return undefined;
			value = (value as Record<string, unknown>)[step];
		}
		return value;
	};
}

export function sortKey(value: unknown): SortKey {
	switch (typeof value) {
		case "string":
			return naturalKey(value);
		case "number":
			return Number.isNaN(value) ? undefined : value;
		case "boolean":
			return Number(value);
		default:
			return undefined;
	}
}

/** Numbers before strings, missing ones last also when descending. */
export function compareKeys(a: SortKey, b: SortKey, descending = false) {
	if (a === b) return 0;
	if (a === undefined) return 1;
	if (b === undefined) return -1;
	const isLess = typeof a === typeof b ? a < b : typeof a === "number";
	return isLess !== descending ? -1 : 1;
}

/** A text whose plain order is the natural order of the original: each run of
 *  digits is preceded by its length, so that 9 comes before 10. Much faster
 *  than comparing with a collator each time. */
function naturalKey(text: string): string {
	const folded = foldAccents(text).toLowerCase();
	if (!DIGIT.test(folded)) return folded;
	return folded.replace(NUMBER, (_, digits: string) => {
		const length = Math.min(digits.length, 255);
		return `0${String.fromCharCode(length)}${digits}`;
	});
}

const DIGIT = /\d/;
const NUMBER = /0*(\d+)/g;
const NOT_ASCII = /[^\0-\x7f]/;

function foldAccents(text: string): string {
	return NOT_ASCII.test(text)
		? text.normalize("NFKD").replace(/\p{M}/gu, "")
		: text;
}
