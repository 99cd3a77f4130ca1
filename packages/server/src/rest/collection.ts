import type { z } from "zod";
import type { Caller } from "../api/caller.ts";

/** A readable collection of REST. */
export interface RestCollection<T extends RestItem = RestItem> {
	/** Below `/rest/v0`: `vms`. */
	readonly path: string;
	/** As in `no such VM x`. */
	readonly typeName: string;
	/** As in the privilege that reading needs: `vm`. */
	readonly resource: string;
	readonly schema: () => z.ZodObject;
	/** What the caller may see, in the order in which it came.
	 *  @throws FilterError */
	list(caller: Caller, selection: ListSelection): readonly T[];
	find(id: string): T | undefined;
	mayRead(item: T, caller: Caller): boolean;
	/** JSON of the whole item, when it is there without work. */
	bytesOf?(item: T): Buffer;
}

/** Which items of a list are wanted. */
export interface ListSelection {
	/** In the filter language. */
	readonly filter: string | undefined;
	/** At most so many of those that match. */
	readonly limit: number;
}

export interface RestItem {
	readonly id: string;
}

/** Items of a collection that belong to an item of another one. */
export interface SubCollection {
	/** `vms` in `/vms/{id}/vdis`. */
	readonly parent: RestCollection;
	/** `vdis` in `/vms/{id}/vdis`. */
	readonly name: string;
	/** Where the items live, and what their hrefs point to. */
	readonly target: RestCollection;
	select(parent: RestItem, caller: Caller): Iterable<RestItem>;
}

export const REST_BASE = "/rest/v0";

/** Nearly every id is a uuid; encoding costs ten times this test. */
const PLAIN_ID = /^[\w.-]*$/;

type Located = Pick<RestCollection, "path">;

/** Makes the hrefs of a collection; they are plain ASCII without quotes. */
export function hrefsOf({ path }: Located): (id: string) => string {
	const base = `${REST_BASE}/${path}/`;
	return (id) => base + (PLAIN_ID.test(id) ? id : encodeURIComponent(id));
}

export function hrefOf(collection: Located, id: string): string {
	return hrefsOf(collection)(id);
}
