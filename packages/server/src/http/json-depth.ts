/** Deeper JSON is refused: whatever walks it afterwards may recurse. */
export const MAX_JSON_DEPTH = 100;

const QUOTE = 34;
const BACKSLASH = 92;

/** Whether JSON text nests deeper than we care to handle. */
export function isTooDeep(text: string): boolean {
	let depth = 0;
	let isInString = false;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if (isInString) {
			if (code === BACKSLASH) index++;
			else if (code === QUOTE) isInString = false;
		} else if (code === QUOTE) isInString = true;
		else if (code === 91 || code === 123) {
			depth++;
			if (depth > MAX_JSON_DEPTH) return true;
		} else if (code === 93 || code === 125) depth--;
	}
	return false;
}
