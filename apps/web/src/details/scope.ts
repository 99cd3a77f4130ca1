import { build, printFilter } from "@xo/filter";
import { exactly } from "../lists/filters.ts";

/** In the search language: exactly this value of a property. */
export function scopeOf(property: string, value: string): string {
	return printFilter(build.property(property, exactly(value)));
}

/** Exactly one of these ids; nothing when there are none. */
export function scopeOfIds(ids: readonly string[]): string {
	if (ids.length === 0) return scopeOf("id", "");
	return printFilter(
		build.or(ids.map((id) => build.property("id", exactly(id)))),
	);
}
