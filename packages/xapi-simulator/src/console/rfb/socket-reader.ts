import type { Duplex } from "node:stream";

/** The other end went away in the middle of something. */
export class EndOfStream extends Error {}

/** Reads exact numbers of bytes from a socket, which pauses in between. */
export class SocketReader {
	readonly #chunks: AsyncIterator<Buffer>;
	#rest: Buffer;

	constructor(socket: Duplex, head: Buffer) {
		this.#chunks = socket[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
		this.#rest = head;
	}

	/** @throws EndOfStream */
	async read(bytes: number): Promise<Buffer> {
		while (this.#rest.length < bytes) {
			const chunk = await this.#next();
			this.#rest = Buffer.concat([this.#rest, chunk]);
		}
		const taken = this.#rest.subarray(0, bytes);
		this.#rest = this.#rest.subarray(bytes);
		return taken;
	}

	/** Reads and forgets. @throws EndOfStream */
	async skip(bytes: number): Promise<void> {
		let missing = bytes;
		while (missing > this.#rest.length) {
			missing -= this.#rest.length;
			this.#rest = await this.#next();
		}
		this.#rest = this.#rest.subarray(missing);
	}

	async #next(): Promise<Buffer> {
		const { value, done } = await this.#chunks.next();
		if (done) throw new EndOfStream("the connection ended");
		return value;
	}
}
