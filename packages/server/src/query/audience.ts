import type { CachedObject } from "@xo/object-cache";

/** Users who see the same objects. Equal keys mean equal answers: the first
 *  audience of a key stands for the others while any of their queries is
 *  open, so its answers must not depend on one connection. */
export interface Audience {
	readonly key: string;
	/** As administrators do: nothing needs to be asked or remembered. */
	readonly seesAll?: boolean;
	canView(object: CachedObject): boolean;
	/** Tells when answers of `canView` changed without the objects changing. */
	onChange?(listener: () => void): Disposable;
}
