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
	readonly schema: z.ZodObject;
	/** What the caller may see; `filter` is in the filter language.
	 *  @throws FilterError */
	list(caller: Caller, filter: string | undefined): Iterable<T>;
	find(id: string): T | undefined;
	mayRead(item: T, caller: Caller): boolean;
	/** JSON of the whole item, when it is there without work. */
	bytesOf?(item: T): Buffer;
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

export function hrefOf(collection: Pick<RestCollection, "path">, id: string) {
	return `${REST_BASE}/${collection.path}/${encodeURIComponent(id)}`;
}
