/** Collects bytes in one buffer until it is full. Copying into place is twice
 *  as fast as joining many small buffers at the end. */
export class ChunkWriter {
	readonly #size: number;
	#buffer: Buffer;
	#length = 0;

	constructor(size: number) {
		this.#size = size;
		this.#buffer = Buffer.allocUnsafeSlow(size);
	}

	/** Whether that many bytes more still fit; anything fits into nothing. */
	hasRoomFor(bytes: number): boolean {
		return this.#length === 0 || this.#length + bytes <= this.#size;
	}

	append(bytes: Buffer): void {
		if (this.#length + bytes.length > this.#buffer.length) {
			this.#grow(bytes.length);
		}
		this.#buffer.set(bytes, this.#length);
		this.#length += bytes.length;
	}

	appendAscii(text: string): void {
		if (this.#length + text.length > this.#buffer.length) {
			this.#grow(text.length);
		}
		this.#length += this.#buffer.write(text, this.#length, "latin1");
	}

	/** Gives what was collected, and begins anew. */
	take(): Buffer {
		const taken = this.#buffer.subarray(0, this.#length);
		this.#buffer = Buffer.allocUnsafeSlow(this.#size);
		this.#length = 0;
		return taken;
	}

	#grow(missing: number): void {
		const larger = Buffer.allocUnsafeSlow(this.#length + missing);
		larger.set(this.#buffer.subarray(0, this.#length));
		this.#buffer = larger;
	}
}
