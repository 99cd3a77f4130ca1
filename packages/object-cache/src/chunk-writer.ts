const UTF8_MAX_BYTES = 3;

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

	/** Of what was collected. */
	get length(): number {
		return this.#length;
	}

	appendText(text: string): void {
		this.#reserve(text.length * UTF8_MAX_BYTES);
		this.#length += this.#buffer.write(text, this.#length);
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

	/** What was collected, in memory of its own, and begins anew. */
	copy(): Buffer {
		const copy = Buffer.allocUnsafeSlow(this.#length);
		this.#buffer.copy(copy, 0, 0, this.#length);
		this.#length = 0;
		return copy;
	}

	#reserve(bytes: number): void {
		if (this.#length + bytes <= this.#buffer.length) return;
		const larger = Buffer.allocUnsafeSlow(2 * (this.#length + bytes));
		larger.set(this.#buffer.subarray(0, this.#length));
		this.#buffer = larger;
	}
}
