import type { ChunkWriter } from "./chunk-writer.ts";
import type { Segment } from "./segment.ts";
import type { CachedObject } from "./types.ts";

/** Memory of its own for each object: from the pool that `Buffer.from` takes
 *  small buffers of, one that stays keeps the memory of eight that went. */
function encode(object: CachedObject): Buffer {
	const json = JSON.stringify(object);
	const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(json));
	bytes.write(json);
	return bytes;
}

/** The place of one id in the store. Indexes hold places, not objects, so
 *  that most changes touch no index. */
export class Entry {
	readonly source: string;
	readonly segment: Segment;
	#object: CachedObject;
	/** Made before the segment was packed again. */
	#bytes: Buffer | undefined;
	/** Where it lies in what was packed; an end of 0 says that it does not. */
	#start = 0;
	#end = 0;

	constructor(object: CachedObject, source: string, segment: Segment) {
		this.#object = object;
		this.source = source;
		this.segment = segment;
	}

	get object(): CachedObject {
		return this.#object;
	}

	replace(object: CachedObject): void {
		this.#object = object;
		this.#bytes = undefined;
		this.#end = 0;
		this.segment.noteChange();
	}

	/** JSON of the object, made at first need. */
	get bytes(): Buffer {
		const { packed } = this.segment;
		if (packed !== undefined && this.#end > 0) {
			return packed.subarray(this.#start, this.#end);
		}
		this.#bytes ??= encode(this.#object);
		return this.#bytes;
	}

	/** Writes itself to where it lies from now on. */
	packInto(writer: ChunkWriter, before: Buffer | undefined): void {
		const key = `,${JSON.stringify(this.#object.id)}:`;
		const start = writer.length + Buffer.byteLength(key);
		if (this.#bytes !== undefined) {
			writer.appendText(key);
			writer.append(this.#bytes);
		} else if (before !== undefined && this.#end > 0) {
			writer.appendText(key);
			writer.appendPart(before, this.#start, this.#end);
		} else writer.appendText(key + JSON.stringify(this.#object));
		this.#bytes = undefined;
		this.#start = start;
		this.#end = writer.length;
	}
}
