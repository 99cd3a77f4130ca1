import type { CachedObject } from "./types.ts";

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
		this.#bytes ??= Buffer.from(JSON.stringify(this.#object));
		return this.#bytes;
	}
}
