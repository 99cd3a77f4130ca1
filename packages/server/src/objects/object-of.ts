import type { ObjectType, XoObject, XoObjectOf } from "@xo/contract";

/** Narrows what the dispatcher resolved, whose type is checked there. */
export function objectOf<T extends ObjectType>(
	object: XoObject | undefined,
	...types: readonly T[]
): XoObjectOf<T> {
	if (object === undefined || !types.some((type) => type === object.type)) {
		throw new TypeError(`not a ${types.join("|")}: ${object?.type}`);
	}
	return object as XoObjectOf<T>;
}
