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
	#start = 0;
	#jsonStart = 0;
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
			return packed.subarray(this.#jsonStart, this.#end);
		}
		this.#bytes ??= encode(this.#object);
		return this.#bytes;
	}

	get start(): number {
		return this.#start;
	}

	get end(): number {
		return this.#end;
	}

	moveBy(bytes: number): void {
		this.#start += bytes;
		this.#jsonStart += bytes;
		this.#end += bytes;
	}

	packInto(writer: ChunkWriter): void {
		this.#start = writer.length;
		writer.appendText(`,${JSON.stringify(this.#object.id)}:`);
		this.#jsonStart = writer.length;
		if (this.#bytes === undefined) {
			// By itself: joined to the key, it would be copied once more.
			writer.appendText(JSON.stringify(this.#object));
		} else {
			writer.append(this.#bytes);
			this.#bytes = undefined;
		}
		this.#end = writer.length;
	}
}
