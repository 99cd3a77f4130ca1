import { compileFilter, parseFilter } from "@xo/filter";

/** Items that match; an absent filter matches all.
 *  @throws FilterError */
export function filtered<T>(
	items: Iterable<T>,
	filter: string | undefined,
): Iterable<T> {
	if (filter === undefined || filter === "") return items;
	const matches = compileFilter(parseFilter(filter));
	return Iterator.from(items).filter((item) => matches(item));
}
