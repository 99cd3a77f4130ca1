/** Whether two JSON values are the same. */
export function deepEqual(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (typeof a !== "object" || typeof b !== "object") return false;
	if (a === null || b === null) return false;
	if (Array.isArray(a) || Array.isArray(b)) {
		return (
			Array.isArray(a) &&
			Array.isArray(b) &&
			a.length === b.length &&
			a.every((item, index) => deepEqual(item, b[index]))
		);
	}
	return sameProperties(
		a as Record<string, unknown>,
		b as Record<string, unknown>,
	);
}

function sameProperties(
	a: Record<string, unknown>,
	b: Record<string, unknown>,
): boolean {
	const keys = Object.keys(a);
	return (
		keys.length === Object.keys(b).length &&
		keys.every((key) => Object.hasOwn(b, key) && deepEqual(a[key], b[key]))
	);
}
