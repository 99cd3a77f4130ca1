import {
	build,
	FilterError,
	type FilterNode,
	parseFilter,
	printFilter,
} from "@xo/filter";

/** A search, or why it is none. */
export type CheckedFilter =
	| { readonly node: FilterNode; readonly error?: undefined }
	| { readonly node?: undefined; readonly error: FilterError };

export function checkFilter(text: string): CheckedFilter {
	try {
		return { node: parseFilter(text) };
	} catch (error) {
		if (!(error instanceof FilterError)) throw error;
		return { error };
	}
}

/** What matches `text`, which is valid, and has this value of a property (or
 *  none of it): one group of a list. */
export function groupFilter(
	text: string,
	id: string,
	key: string | number | boolean | null,
): string {
	const path = id.split(".");
	const name = path.pop() ?? id;
	const inGroup =
		typeof key === "string" && key !== ""
			? build.property(name, exactly(key))
			: typeof key === "number"
				? build.and([
						build.property(name, build.compare(">=", key)),
						build.property(name, build.compare("<=", key)),
					])
				: key === true
					? build.truthy(name)
					: // An empty list is truthy, and has no group.
						build.not(build.property(name, build.glob("*")));
	const node = path.length === 0 ? inGroup : build.property(path, inGroup);
	return printFilter(build.and([parseFilter(text), node]));
}

/** Matches this text and no longer one. */
export function exactly(text: string): FilterNode {
	return build.regexp(`^${escapeRegexp(text)}$`);
}

export function escapeRegexp(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
