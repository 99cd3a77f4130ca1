import { setImmediate as nextTurn } from "node:timers/promises";
import { ChunkWriter } from "./chunk-writer.ts";
import type { ObjectCache } from "./object-cache.ts";

/** Longest work without letting others run. */
const SLICE_MS = 5;
const INITIAL_BYTES = 512 * 1024;
const OPEN = Buffer.from("{");
const CLOSE = Buffer.from("}");

/** The JSON of all objects, `{"<id>":{…},…}`, from the memory in which it is
 *  kept: do not write into it. Each object comes once; those that change
 *  meanwhile are written as they were or as they are by then. */
export async function* writeAll(cache: ObjectCache): AsyncGenerator<Buffer> {
	const writer = new ChunkWriter(INITIAL_BYTES);
	let sliceEnd = performance.now() + SLICE_MS;
	let isFirst = true;
	yield OPEN;
	for (const segment of cache.segments()) {
		const bytes = segment.pack(writer);
		if (bytes.length === 0) continue;
		// The first has nothing to be separated from.
		yield isFirst ? bytes.subarray(1) : bytes;
		isFirst = false;
		if (performance.now() < sliceEnd) continue;
		await nextTurn();
		sliceEnd = performance.now() + SLICE_MS;
	}
	yield CLOSE;
}
