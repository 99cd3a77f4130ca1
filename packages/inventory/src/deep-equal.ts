type Members = Record<string, unknown>;

/** Whether two values of JSON shape are equal; undefined members do not count. */
export function deepEqual(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (typeof a !== "object" || typeof b !== "object") return false;
	if (a === null || b === null) return false;
	if (Array.isArray(a)) return Array.isArray(b) && sameItems(a, b);
	return !Array.isArray(b) && sameMembers(a as Members, b as Members);
}

function sameItems(a: unknown[], b: unknown[]): boolean {
	if (a.length !== b.length) return false;
	for (let i = 0; i < a.length; i++) {
		if (!deepEqual(a[i], b[i])) return false;
	}
	return true;
}

function sameMembers(a: Members, b: Members): boolean {
	for (const key in a) {
		if (!deepEqual(a[key], b[key])) return false;
	}
	for (const key in b) {
		if (b[key] !== undefined && a[key] === undefined) return false;
	}
	return true;
}
