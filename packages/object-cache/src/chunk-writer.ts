/** Collects bytes in one buffer until it is full. Copying into place is twice
 *  as fast as joining many small buffers at the end. Two buffers take turns,
 *  because fresh memory costs as much as copying: what was taken is good until
 *  the take after the next. */
export class ChunkWriter {
	readonly #size: number;
	#buffer: Buffer;
	#other: Buffer | undefined;
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
		this.#reserve(bytes.length);
		this.#buffer.set(bytes, this.#length);
		this.#length += bytes.length;
	}

	appendPart(bytes: Buffer, start: number, end: number): void {
		this.#reserve(end - start);
		this.#length += bytes.copy(this.#buffer, this.#length, start, end);
	}

	appendByte(byte: number): void {
		this.#reserve(1);
		this.#buffer[this.#length++] = byte;
	}

	appendAscii(text: string): void {
		this.#reserve(text.length);
		this.#length += this.#buffer.write(text, this.#length, "latin1");
	}

	/** Gives what was collected, and begins anew. */
	take(): Buffer {
		const taken = this.#buffer;
		this.#buffer = this.#other ?? Buffer.allocUnsafeSlow(this.#size);
		this.#other = taken;
		const length = this.#length;
		this.#length = 0;
		return taken.subarray(0, length);
	}

	#reserve(bytes: number): void {
		if (this.#length + bytes <= this.#buffer.length) return;
		const larger = Buffer.allocUnsafeSlow(this.#length + bytes);
		larger.set(this.#buffer.subarray(0, this.#length));
		this.#buffer = larger;
	}
}
