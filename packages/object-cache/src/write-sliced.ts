import { ChunkWriter } from "./chunk-writer.ts";
import type { ObjectCache } from "./object-cache.ts";

/** How objects are joined: `map` is `{"<id>":{…},…}`, `array` is `[{…},…]`,
 *  `ndjson` is one object a line. */
export type CollectionFormat = "map" | "array" | "ndjson";

export interface WriteSlicedOptions {
	readonly format: CollectionFormat;
	/** Longest work without letting others run, in milliseconds; 5 by default. */
	readonly budgetMs?: number;
	/** Largest chunk, unless one object alone is larger; 256 KiB by default. */
	readonly chunkBytes?: number;
	/** What is written for an object instead of its cached JSON. */
	readonly transform?: (bytes: Buffer, id: string) => Buffer;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const LINE_FEED = 0x0a;
const BACKSLASH = 0x5c;
/** Quotes, colon and comma around an id. */
const KEY_BYTES = 4;

const OPEN = { map: "{", array: "[", ndjson: "" };
const CLOSE = { map: "}", array: "]", ndjson: "" };

/** The JSON of many objects in chunks, each the work of one slice: other work
 *  runs between two of them. Objects that went away meanwhile are left out,
 *  and changed ones are written as they are by then. The memory of a chunk is
 *  used again for the one after the next. */
export async function* writeSliced(
	cache: ObjectCache,
	ids: Iterable<string>,
	options: WriteSlicedOptions,
): AsyncGenerator<Buffer> {
	const { format, budgetMs = 5, chunkBytes = 262_144, transform } = options;
	const writer = new ChunkWriter(chunkBytes);
	writer.appendAscii(OPEN[format]);
	let isFirst = true;
	let sliceStart = performance.now();
	// A copy, not a live view: a replaced object must not come twice.
	for (const [position, id] of [...ids].entries()) {
		const isLate =
			position % 16 === 15 && performance.now() - sliceStart >= budgetMs;
		const cached = cache.findBytes(id);
		if (cached === undefined) continue;
		const bytes = transform === undefined ? cached : transform(cached, id);
		const room = bytes.length + id.length + KEY_BYTES;
		if (isLate || !writer.hasRoomFor(room)) {
			yield writer.take();
			await new Promise((resolve) => setImmediate(resolve));
			sliceStart = performance.now();
		}
		if (format !== "ndjson" && !isFirst) writer.appendByte(COMMA);
		isFirst = false;
		if (format === "map") appendKey(writer, id, bytes);
		writer.append(bytes);
		if (format === "ndjson") writer.appendByte(LINE_FEED);
	}
	writer.appendAscii(CLOSE[format]);
	yield writer.take();
}

/** Objects begin so: their key stands there already. */
const BEGINNING = Buffer.from('{"id":');

function appendKey(writer: ChunkWriter, id: string, bytes: Buffer): void {
	const start = BEGINNING.length;
	const last = start + id.length + 1;
	// A quote inside of JSON text follows a backslash, so this one ends it.
	const isWritten =
		bytes[last] === QUOTE &&
		bytes[last - 1] !== BACKSLASH &&
		bytes[start] === QUOTE &&
		bytes[start - 1] === COLON &&
		BEGINNING.compare(bytes, 0, start) === 0;
	if (isWritten) writer.appendPart(bytes, start, last + 1);
	else writer.append(Buffer.from(JSON.stringify(id)));
	writer.appendByte(COLON);
}
