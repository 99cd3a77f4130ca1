import type { Ref, XapiRecords } from "@xo/xapi-wire";

export type XapiClass = keyof XapiRecords;

/** The records of a pool as of the last batch. A record is never changed in
 *  place, and stays the same object for as long as it is equal. */
export interface XapiMirror {
	/** The records of a class by ref; empty for a class that is not mirrored. */
	records<C extends XapiClass>(
		className: C,
	): ReadonlyMap<Ref<C>, XapiRecords[C]>;
	find<C extends XapiClass>(
		className: C,
		ref: Ref<C>,
	): XapiRecords[C] | undefined;
	/** Classes that were loaded. */
	classNames(): Iterable<string>;
}
