// biome-ignore-all lint/suspicious/noControlCharactersInRegex: they are the point
import { stripVTControlCharacters } from "node:util";

/** Controls of both sets but tab and newline, and those that reorder text:
 *  names are set by guests and delegated users, and must not drive the
 *  terminal of whoever lists them. */
const UNSAFE =
	/[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const REORDERING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text that a terminal only prints. */
export function sanitizeText(text: string): string {
	return stripVTControlCharacters(text).replace(UNSAFE, "");
}

/** The same on one line. */
export function sanitizeLine(text: string): string {
	return sanitizeText(text.replace(/[\r\n\t]+/g, " "));
}

/** Whether `sanitizeText` would change it. */
export function isUnsafe(text: string): boolean {
	return text.search(UNSAFE) !== -1;
}

/** JSON text, or other text in double quotes with the same escapes, of the
 *  same value without any raw control character. */
export function sanitizeJson(json: string): string {
	return json.replace(UNSAFE, escapeOf);
}

/** Node's notation of the same value; it escapes all but what reorders, and
 *  brings the colours. */
export function sanitizeInspected(text: string): string {
	return text.replace(REORDERING, escapeOf);
}

function escapeOf(char: string): string {
	return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
