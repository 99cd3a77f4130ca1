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
	#object: CachedObject;
	#bytes: Buffer | undefined;

	constructor(object: CachedObject, source: string) {
		this.#object = object;
		this.source = source;
	}

	get object(): CachedObject {
		return this.#object;
	}

	replace(object: CachedObject): void {
		this.#object = object;
		this.#bytes = undefined;
	}

	/** JSON of the object, made at first need. */
	get bytes(): Buffer {
		this.#bytes ??= encode(this.#object);
		return this.#bytes;
	}
}
