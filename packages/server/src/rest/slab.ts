const UTF8_MAX_BYTES = 3;
const INITIAL_BYTES = 16 * 1024;
/** Text is written in pieces of this size: each write is a call into native
 *  code. */
const TEXT_LENGTH = 4_096;

/** Bytes of an answer, collected in place: copying into one buffer is twice
 *  as fast as joining many small ones. Two buffers take turns, because making
 *  large ones makes garbage: what was taken is good until the take after the
 *  next. */
export class Slab {
	#buffer: Buffer = Buffer.allocUnsafeSlow(INITIAL_BYTES);
	#other: Buffer | undefined;
	#length = 0;
	/** Follows the bytes. */
	#text = "";

	/** Of what is in place already. */
	get length(): number {
		return this.#length;
	}

	append(bytes: Buffer, start: number, end = bytes.length): void {
		this.#flushText();
		this.#reserve(end - start);
		this.#length += bytes.copy(this.#buffer, this.#length, start, end);
	}

	appendText(text: string): void {
		this.#text += text;
		if (this.#text.length > TEXT_LENGTH) this.#flushText();
	}

	/** Gives what was collected, and begins anew. */
	take(): Buffer {
		this.#flushText();
		const taken = this.#buffer;
		const next = this.#other ?? Buffer.allocUnsafeSlow(taken.length);
		this.#other = taken;
		this.#buffer = next;
		const length = this.#length;
		this.#length = 0;
		return taken.subarray(0, length);
	}

	/** The last of it. */
	end(): Buffer {
		this.#flushText();
		return this.#buffer.subarray(0, this.#length);
	}

	#flushText(): void {
		if (this.#text === "") return;
		this.#reserve(this.#text.length * UTF8_MAX_BYTES);
		this.#length += this.#buffer.write(this.#text, this.#length, "utf8");
		this.#text = "";
	}

	#reserve(count: number): void {
		const needed = this.#length + count;
		if (needed <= this.#buffer.length) return;
		const larger = Buffer.allocUnsafeSlow(needed * 2);
		this.#buffer.copy(larger, 0, 0, this.#length);
		this.#buffer = larger;
	}
}
