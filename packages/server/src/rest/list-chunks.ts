import { setImmediate as nextTurn } from "node:timers/promises";
import { hrefOf, type RestCollection, type RestItem } from "./collection.ts";
import type { ListQuery } from "./list-query.ts";
import { markdownTable } from "./markdown.ts";
import { projector } from "./project.ts";

const SLICE_MS = 5;
const CHUNK_CHARS = 256 * 1024;
const CLOCK_EVERY = 64;
const CLOSING_BRACE = 125;

type Piece = string | Buffer;

/** A whole item from its cached bytes: its href goes before the last brace. */
function* wholePieces(bytes: Buffer, href: string): Generator<Piece> {
	const end = bytes.at(-1) === CLOSING_BRACE ? bytes.length - 1 : bytes.length;
	yield bytes.subarray(0, end);
	yield `,"href":${JSON.stringify(href)}}`;
}

function* itemPieces(
	item: RestItem,
	collection: RestCollection,
	write: (item: RestItem, href: string) => Iterable<Piece>,
): Generator<Piece> {
	yield* write(item, hrefOf(collection, item.id));
}

function writerOf(
	collection: RestCollection,
	fields: ListQuery["fields"],
): (item: RestItem, href: string) => Iterable<Piece> {
	if (fields === undefined) return (_, href) => [JSON.stringify(href)];
	if (fields !== "*") {
		const project = projector(fields);
		return (item, href) => [project(item, href)];
	}
	if (collection.bytesOf === undefined) {
		return (item, href) => [JSON.stringify({ ...item, href })];
	}
	return (item, href) =>
		wholePieces(collection.bytesOf?.(item) ?? Buffer.alloc(0), href);
}

function* listPieces(
	collection: RestCollection,
	items: Iterable<RestItem>,
	query: ListQuery,
): Generator<Piece> {
	if (query.format === "markdown") {
		yield* markdownPieces(collection, items, query);
		return;
	}
	const isJson = query.format === "json";
	const write = writerOf(collection, query.fields);
	let isFirst = true;
	if (isJson) yield "[";
	for (const item of items) {
		if (isJson && !isFirst) yield ",";
		isFirst = false;
		yield* itemPieces(item, collection, write);
		if (!isJson) yield "\n";
	}
	if (isJson) yield "]";
}

function* markdownPieces(
	collection: RestCollection,
	items: Iterable<RestItem>,
	query: ListQuery,
): Generator<string> {
	const records = [...items].map((item) => ({
		...item,
		href: hrefOf(collection, item.id),
	}));
	const columns =
		query.fields === undefined
			? ["href"]
			: query.fields === "*"
				? [...new Set(records.flatMap((record) => Object.keys(record)))]
				: [...query.fields, "href"];
	yield* markdownTable(records, columns);
}

/** Joins pieces into chunks, giving way to other work every few
 *  milliseconds. */
async function* chunked(pieces: Iterable<Piece>): AsyncGenerator<Buffer> {
	let parts: Buffer[] = [];
	let text = "";
	let size = 0;
	let count = 0;
	let sliceEnd = performance.now() + SLICE_MS;
	const take = () => {
		if (text !== "") parts.push(Buffer.from(text));
		const chunk = Buffer.concat(parts);
		parts = [];
		text = "";
		size = 0;
		return chunk;
	};
	for (const piece of pieces) {
		if (typeof piece === "string") text += piece;
		else {
			if (text !== "") parts.push(Buffer.from(text));
			text = "";
			parts.push(piece);
		}
		size += piece.length;
		if (size > CHUNK_CHARS) yield take();
		count++;
		if (count % CLOCK_EVERY === 0 && performance.now() > sliceEnd) {
			await nextTurn();
			sliceEnd = performance.now() + SLICE_MS;
		}
	}
	if (size > 0) yield take();
}

/** The answer to a list request, in chunks. */
export function listChunks(
	collection: RestCollection,
	items: Iterable<RestItem>,
	query: ListQuery,
): AsyncGenerator<Buffer> {
	return chunked(listPieces(collection, items, query));
}
