import { once } from "node:events";
import type { Duplex } from "node:stream";
import type { GuestScreen, Viewer } from "../guest-screen.ts";
import { Keyboard } from "../input/keyboard.ts";
import type { Rect } from "../screen/paint.ts";
import { type ClientMessage, readClientMessage } from "./client-messages.ts";
import { ContinuousDeflate } from "./continuous-deflate.ts";
import { encodeRaw, encodeZrle, RAW, ZRLE } from "./encode.ts";
import { agree, serverInit } from "./handshake.ts";
import {
	NATIVE_FORMAT,
	PixelWriter,
	parsePixelFormat,
} from "./pixel-format.ts";
import { EndOfStream, type SocketReader } from "./socket-reader.ts";

const DESKTOP_SIZE = -223;
const EXTENDED_KEYS = -258;

type Asked = Extract<ClientMessage, { kind: "update" }>;

/** One viewer that speaks RFB: it asks, the screen is sent, and nothing is
 *  kept for one that does not ask. */
export class RfbConnection implements Viewer {
	readonly #socket: Duplex;
	readonly #reader: SocketReader;
	readonly #screen: GuestScreen;
	readonly #keyboard: Keyboard;
	readonly #deflate = new ContinuousDeflate();
	#writer = createWriter(NATIVE_FORMAT);
	#encodings: ReadonlySet<number> = new Set();
	#hasOfferedKeys = false;
	/** As the viewer knows it. */
	#size: { readonly width: number; readonly height: number };
	#sentVersion = 0;
	#asked: Asked | undefined;
	#isSending = false;

	constructor(options: {
		readonly socket: Duplex;
		readonly reader: SocketReader;
		readonly screen: GuestScreen;
	}) {
		this.#socket = options.socket;
		this.#reader = options.reader;
		this.#screen = options.screen;
		this.#size = sizeOf(options.screen);
		this.#keyboard = new Keyboard((key) => this.#screen.press(key));
	}

	/** Serves until either end closes. */
	async run(name: string): Promise<void> {
		try {
			if (!(await agree(this.#socket, this.#reader))) return;
			using _seat = this.#screen.join(this);
			this.#size = sizeOf(this.#screen);
			this.#socket.write(serverInit({ ...this.#size, name }));
			for (;;) {
				const message = await readClientMessage(this.#reader);
				if (message === undefined || !this.#take(message)) return;
			}
		} catch (error) {
			if (!(error instanceof EndOfStream) && !this.#socket.destroyed)
				throw error;
		} finally {
			this.#deflate[Symbol.dispose]();
			this.#socket.destroy();
		}
	}

	onChange(): void {
		this.#sendSoon();
	}

	onCut(text: string): void {
		const bytes = Buffer.from(text, "latin1");
		const head = Buffer.alloc(8);
		head.writeUInt8(3, 0);
		head.writeUInt32BE(bytes.length, 4);
		this.#socket.write(Buffer.concat([head, bytes]));
	}

	/** False when the viewer asks for what is not served. */
	#take(message: ClientMessage): boolean {
		switch (message.kind) {
			case "pixelFormat": {
				const format = parsePixelFormat(message.bytes);
				if (format !== undefined) this.#writer = new PixelWriter(format);
				return format !== undefined;
			}
			case "encodings":
				this.#encodings = new Set(message.encodings);
				return true;
			case "update":
				this.#ask(message);
				return true;
			case "key":
				if (message.scancode === 0) {
					this.#keyboard.keysym(message.keysym, message.isDown);
				} else this.#keyboard.scancode(message.scancode, message.isDown);
				return true;
			case "pointer":
				this.#screen.movePointer(message, message.buttons);
				return true;
			case "cut":
				this.#screen.setClipboard(message.text);
				return true;
		}
	}

	#sendSoon(): void {
		if (this.#isSending || this.#asked === undefined) return;
		this.#isSending = true;
		// What changes in one turn goes together.
		setImmediate(() => {
			this.#send()
				.catch(() => this.#socket.destroy())
				.finally(() => {
					this.#isSending = false;
					if (this.#screen.version > this.#sentVersion) this.#sendSoon();
				});
		});
	}

	async #send(): Promise<void> {
		const asked = this.#asked;
		if (asked === undefined || this.#socket.destroyed) return;
		const rectangles: Buffer[] = [];
		if (this.#encodings.has(EXTENDED_KEYS) && !this.#hasOfferedKeys) {
			this.#hasOfferedKeys = true;
			rectangles.push(rectangleHead(EMPTY, EXTENDED_KEYS));
		}
		const size = sizeOf(this.#screen);
		const isResized =
			size.width !== this.#size.width || size.height !== this.#size.height;
		if (isResized && this.#encodings.has(DESKTOP_SIZE)) {
			this.#size = size;
			rectangles.push(rectangleHead({ x: 0, y: 0, ...size }, DESKTOP_SIZE));
		}
		const { version } = this.#screen;
		for (const rect of this.#changedRects(asked, isResized)) {
			rectangles.push(await this.#encode(rect));
		}
		if (rectangles.length === 0) return;
		this.#asked = undefined;
		this.#sentVersion = version;
		const head = Buffer.alloc(4);
		head.writeUInt16BE(rectangles.length, 2);
		const isRoomLeft = this.#socket.write(Buffer.concat([head, ...rectangles]));
		if (!isRoomLeft) await once(this.#socket, "drain");
	}

	#ask(asked: Asked): void {
		// A viewer that wants everything anew still does when it asks again.
		const wantsAll = this.#asked?.isIncremental === false;
		this.#asked = wantsAll && asked.isIncremental ? this.#asked : asked;
		this.#sendSoon();
	}

	/** What was asked for anew, and all that changed, wherever it is: that
	 *  the rest stays as it was sent is what the version stands for. */
	#changedRects(asked: Asked, isResized: boolean): Rect[] {
		const whole = { x: 0, y: 0, ...this.#size };
		if (isResized) return [whole];
		const fresh = asked.isIncremental ? undefined : clip(asked, whole);
		if (fresh && fresh.width * fresh.height === whole.width * whole.height) {
			return [fresh];
		}
		const changed = this.#screen
			.changedSince(this.#sentVersion)
			.map((rect) => clip(rect, whole));
		return [fresh, ...changed].filter((rect) => rect !== undefined);
	}

	async #encode(rect: Rect): Promise<Buffer> {
		const picture = { ...rect, pixels: this.#screen.paint(rect) };
		if (!this.#encodings.has(ZRLE)) {
			const data = encodeRaw(picture, this.#writer);
			return Buffer.concat([rectangleHead(rect, RAW), data]);
		}
		const data = await encodeZrle(picture, this.#writer, this.#deflate);
		return Buffer.concat([rectangleHead(rect, ZRLE), data]);
	}
}

const EMPTY: Rect = { x: 0, y: 0, width: 0, height: 0 };

function createWriter(formatBytes: Buffer): PixelWriter {
	const format = parsePixelFormat(formatBytes);
	if (format === undefined) throw new Error("the own format must be known");
	return new PixelWriter(format);
}

function sizeOf({ width, height }: GuestScreen) {
	return { width, height };
}

function rectangleHead(rect: Rect, encoding: number): Buffer {
	const head = Buffer.alloc(12);
	head.writeUInt16BE(rect.x, 0);
	head.writeUInt16BE(rect.y, 2);
	head.writeUInt16BE(rect.width, 4);
	head.writeUInt16BE(rect.height, 6);
	head.writeInt32BE(encoding, 8);
	return head;
}

/** The part of a rectangle within another. */
function clip(rect: Rect, within: Rect): Rect | undefined {
	const x = Math.max(rect.x, within.x);
	const y = Math.max(rect.y, within.y);
	const right = Math.min(rect.x + rect.width, within.x + within.width);
	const bottom = Math.min(rect.y + rect.height, within.y + within.height);
	if (right <= x || bottom <= y) return undefined;
	return { x, y, width: right - x, height: bottom - y };
}
