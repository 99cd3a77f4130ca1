import { ChunkWriter } from "./chunk-writer.ts";
import type { ObjectCache } from "./object-cache.ts";

/** How objects are joined: `map` is `{"<id>":{…},…}`, `array` is `[{…},…]`,
 *  `ndjson` is one object a line. */
export type CollectionFormat = "map" | "array" | "ndjson";

export interface WriteSlicedOptions {
	readonly format: CollectionFormat;
	/** Longest work without letting others run, in milliseconds; 5 by default. */
	readonly budgetMs?: number;
	/** Largest chunk, unless one object alone is larger; 1 MiB by default. */
	readonly chunkBytes?: number;
	/** What is written for an object instead of its cached JSON. */
	readonly transform?: (bytes: Buffer, id: string) => Buffer;
}

const OPEN = { map: "{", array: "[", ndjson: "" };
const CLOSE = { map: "}", array: "]", ndjson: "" };

/** The JSON of many objects in chunks, each the work of one slice: other work
 *  runs between two of them. Objects that went away meanwhile are left out,
 *  and changed ones are written as they are by then. */
export async function* writeSliced(
	cache: ObjectCache,
	ids: Iterable<string>,
	options: WriteSlicedOptions,
): AsyncGenerator<Buffer> {
	const { format, budgetMs = 5, chunkBytes = 1_048_576, transform } = options;
	const writer = new ChunkWriter(chunkBytes);
	writer.appendAscii(OPEN[format]);
	let comma = "";
	let sliceStart = performance.now();
	// A copy, not a live view: a replaced object must not come twice.
	for (const [position, id] of [...ids].entries()) {
		const isLate =
			position % 16 === 15 && performance.now() - sliceStart >= budgetMs;
		const cached = cache.findBytes(id);
		if (cached === undefined) continue;
		const bytes = transform === undefined ? cached : transform(cached, id);
		const key = format === "map" ? asciiKey(id) : "";
		if (isLate || !writer.hasRoomFor(bytes.length + key.length + 2)) {
			yield writer.take();
			await new Promise((resolve) => setImmediate(resolve));
			sliceStart = performance.now();
		}
		writer.appendAscii(comma);
		writer.appendAscii(key);
		writer.append(bytes);
		if (format === "ndjson") writer.appendAscii("\n");
		else comma = ",";
	}
	writer.appendAscii(CLOSE[format]);
	yield writer.take();
}

const PLAIN_ID = /^[\w:./-]*$/;

function asciiKey(id: string): string {
	if (PLAIN_ID.test(id)) return `"${id}":`;
	const escaped = JSON.stringify(id).replace(
		/[^ -~]/g,
		(unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
	return `${escaped}:`;
}
