// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: one scanner loop over bytes

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

/** Members are handed over together up to about this many bytes. */
const GROUP_BYTES = 16 * 1024;

/** Between two records of a listing. It is nowhere else: inside a string its
 *  quote would be escaped, and a record holds no map of maps. */
const RECORD_BOUNDARY = new TextEncoder().encode('},"OpaqueRef:');
/** With so much text and no boundary in it, this is no listing of records. */
const MAX_TAIL_BYTES = 4 * 1024 * 1024;

export interface JsonSplitterOptions {
	/** Keys that lead from the root object to the container to split. */
	readonly path: readonly string[];
	/** Gets the JSON text of a container that holds some of the members. Records
	 *  of a listing come as an array of refs and records by turns: an object
	 *  whose keys nobody saw before takes a third longer to parse. */
	readonly onGroup: (text: string) => void;
	readonly groupBytes?: number;
}

/** Cuts a JSON document that arrives in pieces at the members of one big
 *  container in it, so that it is parsed a few members at a time and never
 *  held whole. What stands around the members is the *rest*: the document as if
 *  that container were empty. Validity is judged by whoever parses the texts. */
export class JsonSplitter {
	readonly #path: readonly string[];
	readonly #onGroup: (text: string) => void;
	readonly #groupBytes: number;
	readonly #decoder = new TextDecoder();

	#depth = 0;
	#isInString = false;
	#isEscaped = false;
	/** How many keys of the path lead to the current position. */
	#matched = 0;
	/** Bytes of the current string, while it may be a key of the path. */
	#key: number[] | undefined;
	#lastString = "";
	#memberKey = "";

	#isInside = false;
	#isFound = false;
	#isArray = false;
	/** Pieces of the current group, or of the rest, from earlier chunks. */
	#held: Uint8Array[] = [];
	#heldBytes = 0;
	#rest: Uint8Array[] = [];
	/** Looking for boundaries of records is many times faster than looking at
	 *  every byte. What follows the last one is kept, to be scanned in the end. */
	#isSearching = false;
	#tail: Uint8Array = new Uint8Array(0);

	constructor(options: JsonSplitterOptions) {
		this.#path = options.path;
		this.#onGroup = options.onGroup;
		this.#groupBytes = options.groupBytes ?? GROUP_BYTES;
	}

	/** Takes the next piece. It must not be changed afterwards, and is not. */
	push(bytes: Uint8Array): void {
		if (this.#isSearching) this.#search(bytes);
		else this.#scan(bytes);
	}

	#search(bytes: Uint8Array): void {
		const text = join([this.#tail, bytes]);
		const end = lastIndexOf(text, RECORD_BOUNDARY);
		if (end === -1) {
			this.#tail = text;
			if (text.length > MAX_TAIL_BYTES) this.#stopSearching();
			return;
		}
		const records = text.subarray(0, end + 1);
		const isArray = toTurns(records);
		this.#emit(records, isArray);
		this.#tail = text.subarray(end + 2);
	}

	#stopSearching(): void {
		const tail = this.#tail;
		this.#isSearching = false;
		this.#tail = new Uint8Array(0);
		this.#scan(tail);
	}

	#scan(bytes: Uint8Array): void {
		let start = 0;
		let i = 0;
		const end = bytes.length;
		const splitDepth = this.#path.length + 1;
		while (i < end) {
			if (this.#isInString) {
				i = this.#skipString(bytes, i);
				continue;
			}
			const byte = bytes[i];
			i += 1;
			if (byte === QUOTE) {
				this.#isInString = true;
				if (this.#depth < splitDepth) this.#key = [];
			} else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
				this.#depth += 1;
				if (this.#depth <= splitDepth && this.#opens(byte)) {
					this.#rest.push(bytes.subarray(start, i));
					start = i;
					if (byte === OPEN_BRACE) {
						this.#isSearching = true;
						this.#search(bytes.subarray(i));
						return;
					}
				}
			} else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
				if (this.#isInside && this.#depth === splitDepth) {
					this.#emit(bytes.subarray(start, i - 1));
					this.#isInside = false;
					start = i - 1;
				}
				this.#depth -= 1;
				if (this.#matched >= this.#depth) {
					this.#matched = Math.max(0, this.#depth - 1);
				}
			} else if (byte === COMMA) {
				if (
					this.#isInside &&
					this.#depth === splitDepth &&
					this.#heldBytes + i - start >= this.#groupBytes
				) {
					this.#emit(bytes.subarray(start, i - 1));
					start = i;
				}
			} else if (byte === COLON && this.#depth < splitDepth) {
				this.#memberKey = this.#lastString;
			}
		}
		this.#hold(bytes.subarray(start));
	}

	/** The document without the members; call it after the last piece. */
	finish(): string {
		if (this.#isSearching) this.#stopSearching();
		const parts = this.#isInside ? [...this.#rest, ...this.#held] : this.#rest;
		return this.#decode(parts);
	}

	#skipString(bytes: Uint8Array, from: number): number {
		let i = from;
		const end = bytes.length;
		const key = this.#key;
		if (this.#isEscaped) {
			key?.push(bytes[i] ?? 0);
			this.#isEscaped = false;
			i += 1;
		}
		while (i < end) {
			const byte = bytes[i];
			i += 1;
			if (byte === QUOTE) {
				this.#isInString = false;
				if (key !== undefined) {
					this.#lastString = String.fromCharCode(...key.slice(0, 64));
					this.#key = undefined;
				}
				return i;
			}
			key?.push(byte ?? 0);
			if (byte === BACKSLASH) {
				if (i === end) {
					this.#isEscaped = true;
					return i;
				}
				key?.push(bytes[i] ?? 0);
				i += 1;
			}
		}
		return i;
	}

	/** Called when a container opens: is it the one to split? */
	#opens(byte: number): boolean {
		const parents = this.#depth - 1;
		const isLast = parents === this.#path.length;
		if (this.#isFound || this.#matched !== Math.max(0, parents - 1))
			return false;
		if (byte === OPEN_BRACKET && !isLast) return false;
		if (parents > 0) {
			if (this.#memberKey !== this.#path[parents - 1]) return false;
			this.#matched = parents;
		}
		if (!isLast) return false;
		this.#isFound = true;
		this.#isInside = true;
		this.#isArray = byte === OPEN_BRACKET;
		return true;
	}

	#hold(piece: Uint8Array): void {
		if (piece.length === 0) return;
		if (this.#isInside) {
			this.#held.push(piece);
			this.#heldBytes += piece.length;
		} else {
			this.#rest.push(piece);
		}
	}

	#emit(lastPiece: Uint8Array, isArray = this.#isArray): void {
		this.#held.push(lastPiece);
		const text = this.#decode(this.#held);
		this.#held = [];
		this.#heldBytes = 0;
		if (text.trim() === "") return;
		this.#onGroup(isArray ? `[${text}]` : `{${text}}`);
	}

	#decode(parts: readonly Uint8Array[]): string {
		const [first] = parts;
		if (first === undefined) return "";
		if (parts.length === 1) return this.#decoder.decode(first);
		return this.#decoder.decode(join(parts));
	}
}

function join(parts: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((sum, p) => sum + p.length, 0));
	let offset = 0;
	for (const part of parts) {
		whole.set(part, offset);
		offset += part.length;
	}
	return whole;
}

/** Puts a comma for the colon after the ref of each record. False, with nothing
 *  changed, where one does not stand right behind it. */
function toTurns(records: Uint8Array): boolean {
	const native = nativeOf(records);
	const colons: number[] = [];
	let key = 0;
	while (key !== -1) {
		if (records[key] !== QUOTE) return false;
		const colon = records.indexOf(QUOTE, key + 1) + 1;
		if (records[colon] !== COLON) return false;
		colons.push(colon);
		const boundary =
			native?.indexOf(RECORD_BOUNDARY, colon) ??
			indexOf(records, RECORD_BOUNDARY, colon);
		key = boundary === -1 ? -1 : boundary + 2;
	}
	for (const colon of colons) records[colon] = COMMA;
	return true;
}

interface NativeBuffer {
	from(
		memory: ArrayBufferLike,
		offset: number,
		length: number,
	): {
		indexOf(pattern: Uint8Array, from: number): number;
		lastIndexOf(pattern: Uint8Array): number;
	};
}

/** Where there is a `Buffer`; this folder also runs in browsers. */
function nativeOf(text: Uint8Array) {
	const { Buffer: native } = globalThis as { Buffer?: NativeBuffer };
	return native?.from(text.buffer, text.byteOffset, text.length);
}

function indexOf(text: Uint8Array, pattern: Uint8Array, from: number): number {
	const first = pattern[0] ?? 0;
	let at = text.indexOf(first, from);
	while (at !== -1 && !isAt(text, at, pattern)) {
		at = text.indexOf(first, at + 1);
	}
	return at;
}

function lastIndexOf(text: Uint8Array, pattern: Uint8Array): number {
	const native = nativeOf(text);
	if (native !== undefined) return native.lastIndexOf(pattern);
	const last = pattern[0] ?? 0;
	let at = text.lastIndexOf(last);
	while (at !== -1 && !isAt(text, at, pattern)) {
		at = at === 0 ? -1 : text.lastIndexOf(last, at - 1);
	}
	return at;
}

function isAt(text: Uint8Array, at: number, pattern: Uint8Array): boolean {
	return pattern.every((byte, index) => text[at + index] === byte);
}
