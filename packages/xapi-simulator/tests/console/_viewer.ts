import { once } from "node:events";
import net, { type Socket } from "node:net";
import { type RunningPool, readConsoleText } from "../../src/index.ts";

/** A viewer of raw pixels that can read what it sees. */
export class TestViewer implements AsyncDisposable {
	readonly socket: Socket;
	readonly cuts: string[] = [];
	width = 0;
	height = 0;
	name = "";
	#pixels = new Uint32Array();
	#received = Buffer.alloc(0);
	#wake: () => void = () => undefined;

	constructor(socket: Socket) {
		this.socket = socket;
		socket.on("error", () => undefined);
		socket.on("data", (chunk: Buffer) => {
			this.#received = Buffer.concat([this.#received, chunk]);
			this.#wake();
		});
		socket.on("close", () => this.#wake());
	}

	/** Sends CONNECT; gives the status line's code. */
	async connect(target: string, headers: readonly string[]): Promise<number> {
		const head = [`CONNECT ${target} HTTP/1.0`, ...headers].join("\r\n");
		this.socket.write(`${head}\r\n\r\n`);
		for (;;) {
			const end = this.#received.indexOf("\r\n\r\n");
			if (end >= 0) {
				const text = String(this.#received.subarray(0, end));
				this.#received = this.#received.subarray(end + 4);
				return Number(text.split(" ")[1]);
			}
			await this.#more();
		}
	}

	async handshake(minor: 3 | 7 | 8, encodings: readonly number[] = []) {
		await this.#take(12);
		this.socket.write(`RFB 003.00${minor}\n`);
		await this.#take(minor === 3 ? 4 : 2);
		if (minor > 3) this.socket.write(Buffer.from([1]));
		if (minor === 8) await this.#take(4);
		this.socket.write(Buffer.from([1]));
		const init = await this.#take(24);
		this.#resize(init.readUInt16BE(0), init.readUInt16BE(2));
		this.name = String(await this.#take(init.readUInt32BE(20)));
		const message = Buffer.alloc(4 + 4 * encodings.length);
		message.writeUInt8(2, 0);
		message.writeUInt16BE(encodings.length, 2);
		for (const [at, encoding] of encodings.entries()) {
			message.writeInt32BE(encoding, 4 + 4 * at);
		}
		this.socket.write(message);
		this.#ask(false);
	}

	/** Follows the screen until its text meets a condition. */
	async until(isTrue: (text: string) => boolean): Promise<string> {
		for (;;) {
			const text = this.text();
			if (isTrue(text)) return text;
			await this.step();
		}
	}

	text(): string {
		return readConsoleText({ width: this.width, pixels: this.#pixels });
	}

	/** Takes the next message. */
	async step(): Promise<void> {
		const [type] = await this.#take(1);
		if (type === 3) {
			const length = (await this.#take(7)).readUInt32BE(3);
			this.cuts.push(String(await this.#take(length)));
			return;
		}
		const count = (await this.#take(3)).readUInt16BE(1);
		for (let n = 0; n < count; n++) await this.#takeRectangle();
		this.#ask(true);
	}

	/** Types characters, by what they are. */
	type(text: string): void {
		for (const character of text) {
			const code = character.charCodeAt(0);
			this.key(character === "\n" ? 0xff0d : code);
		}
	}

	key(keysym: number): void {
		this.hold(keysym, true);
		this.hold(keysym, false);
	}

	hold(keysym: number, isDown: boolean): void {
		const message = Buffer.alloc(8);
		message.writeUInt8(4, 0);
		message.writeUInt8(isDown ? 1 : 0, 1);
		message.writeUInt32BE(keysym, 4);
		this.socket.write(message);
	}

	/** Presses a key by its scan code. */
	scancode(code: number, isDown: boolean): void {
		const message = Buffer.alloc(12);
		message.writeUInt8(255, 0);
		message.writeUInt16BE(isDown ? 1 : 0, 2);
		message.writeUInt32BE(code, 8);
		this.socket.write(message);
	}

	/** Moves the mouse to a cell. */
	point(column: number, row: number, buttons: number): void {
		const message = Buffer.alloc(6);
		message.writeUInt8(5, 0);
		message.writeUInt8(buttons, 1);
		message.writeUInt16BE(column * 9 + 4, 2);
		message.writeUInt16BE(row * 18 + 9, 4);
		this.socket.write(message);
	}

	cut(text: string): void {
		const message = Buffer.alloc(8);
		message.writeUInt8(6, 0);
		message.writeUInt32BE(text.length, 4);
		this.socket.write(Buffer.concat([message, Buffer.from(text, "latin1")]));
	}

	async whenClosed(): Promise<void> {
		if (!this.socket.closed) await once(this.socket, "close");
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.socket.destroy();
		await this.whenClosed();
	}

	#ask(isIncremental: boolean): void {
		const message = Buffer.alloc(10);
		message.writeUInt8(3, 0);
		message.writeUInt8(isIncremental ? 1 : 0, 1);
		message.writeUInt16BE(this.width, 6);
		message.writeUInt16BE(this.height, 8);
		this.socket.write(message);
	}

	async #takeRectangle(): Promise<void> {
		const head = await this.#take(12);
		const [x = 0, y = 0, width = 0, height = 0] = [0, 2, 4, 6].map((at) =>
			head.readUInt16BE(at),
		);
		const encoding = head.readInt32BE(8);
		if (encoding === -223) this.#resize(width, height);
		if (encoding !== 0) return;
		const data = await this.#take(width * height * 4);
		for (let at = 0; at < width * height; at++) {
			const target =
				(y + Math.floor(at / width)) * this.width + x + (at % width);
			this.#pixels[target] = data.readUInt32LE(at * 4);
		}
	}

	#resize(width: number, height: number): void {
		this.width = width;
		this.height = height;
		this.#pixels = new Uint32Array(width * height);
	}

	async #take(bytes: number): Promise<Buffer> {
		while (this.#received.length < bytes) await this.#more();
		const taken = this.#received.subarray(0, bytes);
		this.#received = this.#received.subarray(bytes);
		return taken;
	}

	async #more(): Promise<void> {
		if (this.socket.closed) throw new Error("the console was closed");
		await new Promise<void>((resolve) => {
			this.#wake = resolve;
		});
	}
}

/** A connection to a host of the pool, nothing sent yet. */
export async function dialHost(
	pool: RunningPool,
	host: string,
): Promise<TestViewer> {
	const { address } = pool.db.get("host", host);
	const socket = net.connect(pool.port, String(address));
	await once(socket, "connect");
	return new TestViewer(socket);
}
