import { hrefsOf, type RestCollection, type RestItem } from "./collection.ts";
import type { ListQuery } from "./list-query.ts";
import { Pages } from "./pages.ts";
import { projector } from "./project.ts";

/** Programs that poll ask for the same few properties again and again. */
const MAX_PROJECTIONS = 4;

export type RowFormat = Pick<ListQuery, "fields"> & {
	/** Before each row. */
	readonly separator: string;
};

/** The rows of the last few lists of properties that were asked for. */
export class ProjectionCache {
	/** By collection and format, the least recently used first. */
	readonly #projections = new Map<string, Pages>();

	get(collection: RestCollection, format: RowFormat): Pages {
		// What has cached bytes is a live object, which does not change in place.
		if (collection.bytesOf === undefined) return pagesOf(collection, format);
		const key = JSON.stringify([collection.path, format]);
		const pages = this.#projections.get(key) ?? pagesOf(collection, format);
		this.#projections.delete(key);
		this.#projections.set(key, pages);
		for (const oldest of this.#projections.keys()) {
			if (this.#projections.size <= MAX_PROJECTIONS) break;
			this.#projections.delete(oldest);
		}
		return pages;
	}
}

function pagesOf(
	collection: RestCollection,
	{ fields, separator }: RowFormat,
): Pages {
	const hrefOf = hrefsOf(collection);
	const project = projectOf(fields);
	return new Pages((item) => separator + project(item, hrefOf(item.id)));
}

function projectOf(
	fields: RowFormat["fields"],
): (item: RestItem, href: string) => string {
	if (fields === undefined) return (_, href) => `"${href}"`;
	if (fields === "*") {
		return (item, href) => JSON.stringify({ ...item, href });
	}
	return projector(fields);
}
