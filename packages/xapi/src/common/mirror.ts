import type { Ref, XapiRecords } from "@xo/xapi-wire";
import type { AnyRecord } from "./mirror-store.ts";

/** A class of the datamodel, as XAPI spells it. */
export type XapiClass = keyof XapiRecords;

/** The records of a pool as of the last batch. A record is never changed in
 *  place, and stays the same object for as long as it is equal. */
export interface XapiMirror {
	/** The records of a class by ref; empty for a class that is not mirrored. */
	records<C extends XapiClass>(
		className: C,
	): ReadonlyMap<Ref<C>, XapiRecords[C]>;
	records(className: string): ReadonlyMap<string, AnyRecord>;
	find<C extends XapiClass>(
		className: C,
		ref: string,
	): XapiRecords[C] | undefined;
	find(className: string, ref: string): AnyRecord | undefined;
	/** Classes that were loaded. */
	classNames(): Iterable<string>;
}
