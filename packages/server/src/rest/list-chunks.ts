import { setImmediate as nextTurn } from "node:timers/promises";
import { hrefsOf, type RestCollection, type RestItem } from "./collection.ts";
import type { ListQuery } from "./list-query.ts";
import { markdownTable } from "./markdown.ts";
import { ProjectionCache, type RowFormat } from "./projection-cache.ts";
import { Slab } from "./slab.ts";

const SLICE_MS = 5;
const CLOCK_EVERY = 32;
const CHUNK_BYTES = 256 * 1024;

const projections = new ProjectionCache();

/** Appends the rows of all items, giving control back after every few. */
function* writeRows(
	slab: Slab,
	collection: RestCollection,
	{ items, format }: { items: readonly RestItem[]; format: RowFormat },
): Generator<void> {
	const { bytesOf } = collection;
	const { fields, separator } = format;
	let isFirst = true;
	if (fields !== "*" || bytesOf === undefined) {
		for (const page of projections.get(collection, format).of(items)) {
			slab.append(page, isFirst ? separator.length : 0);
			isFirst = false;
			yield;
		}
		return;
	}
	// A whole item is its cached bytes, with the href before the last brace.
	const hrefOf = hrefsOf(collection);
	for (const [index, item] of items.entries()) {
		const bytes = bytesOf(item);
		if (index > 0) slab.appendText(separator);
		slab.append(bytes, 0, bytes.length - 1);
		slab.appendText(`,"href":"${hrefOf(item.id)}"}`);
		if (index % CLOCK_EVERY === 0) yield;
	}
}

async function* jsonChunks(
	collection: RestCollection,
	items: readonly RestItem[],
	{ fields, format }: ListQuery,
): AsyncGenerator<Buffer> {
	const isJson = format === "json";
	const separator = isJson ? "," : "\n";
	const slab = new Slab();
	if (isJson) slab.appendText("[");
	let sliceEnd = performance.now() + SLICE_MS;
	const rows = { items, format: { fields, separator } };
	for (const _ of writeRows(slab, collection, rows)) {
		if (slab.length >= CHUNK_BYTES) yield slab.take();
		if (performance.now() > sliceEnd) {
			await nextTurn();
			sliceEnd = performance.now() + SLICE_MS;
		}
	}
	if (isJson) slab.appendText("]");
	else if (items.length > 0) slab.appendText("\n");
	yield slab.end();
}

/** Columns are known only when all items are, so that this is one piece. */
function markdownOf(
	collection: RestCollection,
	items: readonly RestItem[],
	{ fields }: ListQuery,
): string {
	const hrefOf = hrefsOf(collection);
	const records = items.map((item) => ({ ...item, href: hrefOf(item.id) }));
	const columns =
		fields === undefined
			? ["href"]
			: fields === "*"
				? [...new Set(records.flatMap((record) => Object.keys(record)))]
				: [...fields.filter((field) => field !== "href"), "href"];
	return markdownTable(records, columns);
}

/** The answer to a list request, in chunks; gives way to other work every few
 *  milliseconds. A chunk's buffer is used again for the one after the next. */
export async function* listChunks(
	collection: RestCollection,
	items: readonly RestItem[],
	query: ListQuery,
): AsyncGenerator<Buffer> {
	if (query.format === "markdown") {
		yield Buffer.from(markdownOf(collection, items, query));
	} else {
		yield* jsonChunks(collection, items, query);
	}
}
