/** A word that needs no quotes. Letters and digits of any script. */
const RAW = /[\p{L}\p{M}\p{N}_\-.$]+/uy;
/** The same with wildcards. */
export const RAW_OR_GLOB = /[\p{L}\p{M}\p{N}_\-.$*]+/uy;
/** What may follow a finished term. */
export const TERM_END = /[\s)]|$/y;
/** A decimal number. */
export const NUMBER = /-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;

/** What `pattern` (sticky) matches in `text` at `position`, if anything. */
export function matchAt(
	pattern: RegExp,
	text: string,
	position: number,
): string | undefined {
	pattern.lastIndex = position;
	return pattern.exec(text)?.[0];
}

/** Whether `text` needs no quotes as a name. */
export function isRaw(text: string): boolean {
	return text !== "" && matchAt(RAW, text, 0) === text;
}

/** Whether `text`, without quotes, would be read as a number. */
export function isNumber(text: string): boolean {
	return text !== "" && matchAt(NUMBER, text, 0) === text;
}
