import { setImmediate as nextTurn } from "node:timers/promises";
import { hrefsOf, type RestCollection, type RestItem } from "./collection.ts";
import type { ListQuery } from "./list-query.ts";
import { markdownTable } from "./markdown.ts";
import { projector } from "./project.ts";
import { ProjectionCache } from "./projection-cache.ts";
import { Slab } from "./slab.ts";

const SLICE_MS = 5;
const CLOCK_EVERY = 32;
const CHUNK_BYTES = 256 * 1024;

/** Writes one item after what separates it from the one before. */
type Write = (slab: Slab, item: RestItem, separator: string) => void;

const projections = new ProjectionCache();

/** A whole item is its cached bytes, with the href before the last brace. */
function writerOf(
	collection: RestCollection,
	fields: ListQuery["fields"],
): Write {
	const hrefOf = hrefsOf(collection);
	if (fields === undefined) {
		return (slab, { id }, separator) =>
			slab.appendText(`${separator}"${hrefOf(id)}"`);
	}
	const { bytesOf } = collection;
	if (fields !== "*") {
		// What has cached bytes is a live object, which does not change in place.
		const project =
			bytesOf === undefined
				? projector(fields)
				: projections.get(collection.path, fields);
		return (slab, item, separator) =>
			slab.appendText(separator + project(item, hrefOf(item.id)));
	}
	if (bytesOf === undefined) {
		return (slab, item, separator) =>
			slab.appendText(
				separator + JSON.stringify({ ...item, href: hrefOf(item.id) }),
			);
	}
	return (slab, item, separator) => {
		const bytes = bytesOf(item);
		slab.appendText(separator);
		slab.append(bytes, bytes.length - 1);
		slab.appendText(`,"href":"${hrefOf(item.id)}"}`);
	};
}

async function* jsonChunks(
	write: Write,
	items: readonly RestItem[],
	format: "json" | "ndjson",
): AsyncGenerator<Buffer> {
	const isJson = format === "json";
	const slab = new Slab();
	let separator = isJson ? "[" : "";
	let sliceEnd = performance.now() + SLICE_MS;
	let count = 0;
	for (const item of items) {
		write(slab, item, separator);
		separator = isJson ? "," : "\n";
		if (slab.length >= CHUNK_BYTES) yield slab.take();
		count++;
		if (count % CLOCK_EVERY === 0 && performance.now() > sliceEnd) {
			await nextTurn();
			sliceEnd = performance.now() + SLICE_MS;
		}
	}
	if (isJson) slab.appendText(count === 0 ? "[]" : "]");
	else if (count > 0) slab.appendText("\n");
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
		const write = writerOf(collection, query.fields);
		yield* jsonChunks(write, items, query.format);
	}
}
