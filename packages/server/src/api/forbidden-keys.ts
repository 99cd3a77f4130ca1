/** What could write `__proto__`, also with escapes. */
const SUSPICIOUS = /__proto__|\\u00(?:5f|7[024]|6f)/i;

/** Whether JSON text holds an object key that JavaScript treats specially:
 *  copies of such an object silently lose it.
 *  `value` is the parsed text. */
export function hasForbiddenKey(text: string, value: unknown): boolean {
	return SUSPICIOUS.test(text) && holdsProto(value);
}

/** Depth is bounded where the text is parsed. */
function holdsProto(value: unknown): boolean {
	if (typeof value !== "object" || value === null) return false;
	if (Object.hasOwn(value, "__proto__")) return true;
	return Object.values(value).some(holdsProto);
}
