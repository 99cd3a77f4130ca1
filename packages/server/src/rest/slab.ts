const UTF8_MAX_BYTES = 3;

/** Bytes of an answer, collected in place: copying into one buffer is twice
 *  as fast as joining many small ones. */
export class Slab {
	readonly #size: number;
	#buffer: Buffer;
	#length = 0;

	constructor(size: number) {
		this.#size = size;
		this.#buffer = Buffer.allocUnsafeSlow(size);
	}

	get length(): number {
		return this.#length;
	}

	/** The first `count` bytes of `bytes`. */
	append(bytes: Buffer, count: number): void {
		this.#reserve(count);
		bytes.copy(this.#buffer, this.#length, 0, count);
		this.#length += count;
	}

	appendText(text: string): void {
		this.#reserve(text.length * UTF8_MAX_BYTES);
		this.#length += this.#buffer.write(text, this.#length, "utf8");
	}

	/** Gives what was collected, and begins anew. */
	take(): Buffer {
		const taken = this.#buffer.subarray(0, this.#length);
		this.#buffer = Buffer.allocUnsafeSlow(this.#size);
		this.#length = 0;
		return taken;
	}

	#reserve(count: number): void {
		const needed = this.#length + count;
		if (needed <= this.#buffer.length) return;
		const larger = Buffer.allocUnsafeSlow(needed * 2);
		this.#buffer.copy(larger, 0, 0, this.#length);
		this.#buffer = larger;
	}
}
