/** What a value is sorted by: no value at all comes last. */
export type SortKey = number | string | undefined;

/** Makes the reader of a property, or of a path with dots. Only own
 *  properties are seen. */
export function pathReader(path: string): (object: object) => unknown {
	const steps = path.split(".");
	if (steps.length === 1) {
		return (object) =>
			Object.hasOwn(object, path)
				? (object as Record<string, unknown>)[path]
				: undefined;
	}
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
	// By type first: this runs 100,000 times when an index is made.
	if (typeof a === "string" && typeof b === "string") {
		if (a < b) return descending ? 1 : -1;
		if (a === b) return 0;
		return descending ? -1 : 1;
	}
	if (a === b) return 0;
	if (a === undefined) return 1;
	if (b === undefined) return -1;
	const isLess =
		typeof a === "number" && typeof b === "number"
			? a < b
			: typeof a === "number";
	return isLess !== descending ? -1 : 1;
}

/** A text whose plain order is the natural order of the original: each run of
 *  digits loses its leading zeros and is preceded by its length, so that 9
 *  comes before 10. Much faster than comparing with a collator each time. */
function naturalKey(original: string): string {
	const text = foldAccents(original).toLowerCase();
	let key = "";
	let copied = 0;
	for (let index = 0; index < text.length; index++) {
		if (!isDigit(text, index)) continue;
		let start = index;
		while (isDigit(text, index + 1)) index++;
		const end = index + 1;
		key += text.slice(copied, start);
		while (start < index && text.charCodeAt(start) === ZERO) start++;
		const length = Math.min(end - start, 255);
		key += `0${String.fromCharCode(length)}${text.slice(start, end)}`;
		copied = end;
	}
	return copied === 0 ? text : key + text.slice(copied);
}

const ZERO = 48;

function isDigit(text: string, index: number): boolean {
	const code = text.charCodeAt(index);
	return code >= ZERO && code <= ZERO + 9;
}

const NOT_ASCII = /[^\0-\x7f]/;

function foldAccents(text: string): string {
	return NOT_ASCII.test(text)
		? text.normalize("NFKD").replace(/\p{M}/gu, "")
		: text;
}
