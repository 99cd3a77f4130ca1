import { compileFilter, parseFilter } from "@xo/filter";
import type { ListSelection } from "./collection.ts";

/** The items that are wanted; an absent filter matches all.
 *  @throws FilterError */
export function filtered<T>(
	items: Iterable<T>,
	{ filter, limit }: ListSelection,
): T[] {
	const matches = filter ? compileFilter(parseFilter(filter)) : undefined;
	const selected: T[] = [];
	for (const item of items) {
		if (selected.length >= limit) break;
		if (matches === undefined || matches(item)) selected.push(item);
	}
	return selected;
}
