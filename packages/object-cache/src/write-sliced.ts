import { setImmediate as nextTurn } from "node:timers/promises";
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
}

/** Of what is around an object, without its id. */
const EXTRA_BYTES = 4;

const OPEN = { map: "{", array: "[", ndjson: "" };
const CLOSE = { map: "}", array: "]" };

/** The JSON of many objects in chunks, each the work of one slice: other work
 *  runs between two of them. Objects that went away meanwhile are left out,
 *  and changed ones are written as they are by then. The memory of a chunk is
 *  used again for the one after the next. */
export async function* writeSliced(
	cache: ObjectCache,
	ids: Iterable<string>,
	options: WriteSlicedOptions,
): AsyncGenerator<Buffer> {
	const { format, budgetMs = 5, chunkBytes = 262_144 } = options;
	const writer = new ChunkWriter(chunkBytes);
	writer.appendText(OPEN[format]);
	let separator = "";
	let sliceStart = performance.now();
	// A copy, not a live view: a replaced object must not come twice.
	for (const [position, id] of [...ids].entries()) {
		const isLate =
			position % 16 === 15 && performance.now() - sliceStart >= budgetMs;
		const bytes = cache.findBytes(id);
		if (bytes === undefined) continue;
		const room = bytes.length + id.length + EXTRA_BYTES;
		if (isLate || !writer.hasRoomFor(room)) {
			yield writer.take();
			await nextTurn();
			sliceStart = performance.now();
		}
		writer.appendText(
			format === "map" ? `${separator}${JSON.stringify(id)}:` : separator,
		);
		writer.append(bytes);
		separator = format === "ndjson" ? "\n" : ",";
	}
	writer.appendText(format === "ndjson" ? separator : CLOSE[format]);
	yield writer.take();
}
