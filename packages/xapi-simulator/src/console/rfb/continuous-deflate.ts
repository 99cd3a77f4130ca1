import { constants, createDeflate } from "node:zlib";

/** One zlib stream, of which each piece can be read on its arrival. */
export class ContinuousDeflate implements Disposable {
	readonly #stream = createDeflate({ level: 3 });
	#parts: Buffer[] = [];

	constructor() {
		this.#stream.on("data", (part: Buffer) => this.#parts.push(part));
	}

	/** One call at a time. */
	async compress(data: Buffer): Promise<Buffer> {
		const { promise, resolve, reject } = Promise.withResolvers<void>();
		this.#stream.once("error", reject);
		this.#stream.write(data);
		this.#stream.flush(constants.Z_SYNC_FLUSH, resolve);
		await promise;
		this.#stream.off("error", reject);
		return Buffer.concat(this.#parts.splice(0));
	}

	[Symbol.dispose](): void {
		this.#stream.destroy();
	}
}
