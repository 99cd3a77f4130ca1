import { isPlainObject } from "@xo/std";

/** Whether two values of JSON are the same; `NaN` equals itself. */
export function deepEqual(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) return true;
	if (Array.isArray(a)) {
		if (!Array.isArray(b) || a.length !== b.length) return false;
		return a.every((item, index) => deepEqual(item, b[index]));
	}
	if (!isPlainObject(a) || !isPlainObject(b)) return false;
	let count = 0;
	for (const key in a) {
		if (!Object.hasOwn(b, key) || !deepEqual(a[key], b[key])) return false;
		count += 1;
	}
	for (const _ in b) count -= 1;
	return count === 0;
}

/** `next`, with whatever equals its counterpart in `previous` replaced by it:
 *  the whole when nothing changed, so that identity means "unchanged".
 *  Changes `next`, which nobody else may hold yet. */
export function reconcile<T extends Record<string, unknown>>(
	previous: T | undefined,
	next: T,
): T {
	if (previous === undefined) return next;
	const fresh: Record<string, unknown> = next;
	let isChanged = false;
	for (const key in fresh) {
		const old = previous[key];
		if (Object.hasOwn(previous, key) && deepEqual(old, fresh[key])) {
			fresh[key] = old;
		} else {
			isChanged = true;
		}
	}
	if (isChanged) return next;
	for (const key in previous) if (!Object.hasOwn(next, key)) return next;
	return previous;
}
