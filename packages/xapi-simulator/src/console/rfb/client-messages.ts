import type { SocketReader } from "./socket-reader.ts";

/** What a viewer says. */
export type ClientMessage =
	| { readonly kind: "pixelFormat"; readonly bytes: Buffer }
	| { readonly kind: "encodings"; readonly encodings: readonly number[] }
	| {
			readonly kind: "update";
			readonly isIncremental: boolean;
			readonly x: number;
			readonly y: number;
			readonly width: number;
			readonly height: number;
	  }
	| {
			readonly kind: "key";
			readonly isDown: boolean;
			readonly keysym: number;
			/** Of the extended key event. */
			readonly scancode: number;
	  }
	| {
			readonly kind: "pointer";
			readonly buttons: number;
			readonly x: number;
			readonly y: number;
	  }
	| { readonly kind: "cut"; readonly text: string };

const MAX_CUT_BYTES = 256 * 1024;

/** The next message; `undefined` for one that is none.
 *  @throws EndOfStream */
export async function readClientMessage(
	reader: SocketReader,
): Promise<ClientMessage | undefined> {
	const [type] = await reader.read(1);
	switch (type) {
		case 0: {
			const bytes = await reader.read(19);
			return { kind: "pixelFormat", bytes: bytes.subarray(3) };
		}
		case 2:
			return await readEncodings(reader);
		case 3: {
			const bytes = await reader.read(9);
			return {
				kind: "update",
				isIncremental: bytes.readUInt8(0) !== 0,
				x: bytes.readUInt16BE(1),
				y: bytes.readUInt16BE(3),
				width: bytes.readUInt16BE(5),
				height: bytes.readUInt16BE(7),
			};
		}
		case 4: {
			const bytes = await reader.read(7);
			const isDown = bytes.readUInt8(0) !== 0;
			const keysym = bytes.readUInt32BE(3);
			return { kind: "key", isDown, keysym, scancode: 0 };
		}
		case 5: {
			const bytes = await reader.read(5);
			return {
				kind: "pointer",
				buttons: bytes.readUInt8(0),
				x: bytes.readUInt16BE(1),
				y: bytes.readUInt16BE(3),
			};
		}
		case 6:
			return await readCut(reader);
		case 255:
			return await readExtendedKey(reader);
		default:
			return undefined;
	}
}

async function readEncodings(reader: SocketReader): Promise<ClientMessage> {
	const head = await reader.read(3);
	const count = head.readUInt16BE(1);
	const bytes = await reader.read(4 * count);
	const encodings = Array.from({ length: count }, (_, index) =>
		bytes.readInt32BE(4 * index),
	);
	return { kind: "encodings", encodings };
}

async function readCut(
	reader: SocketReader,
): Promise<ClientMessage | undefined> {
	const length = (await reader.read(7)).readInt32BE(3);
	// A negative length is an extension that was not offered.
	if (length < 0) return undefined;
	const taken = Math.min(length, MAX_CUT_BYTES);
	const text = (await reader.read(taken)).toString("latin1");
	await reader.skip(length - taken);
	return { kind: "cut", text };
}

async function readExtendedKey(
	reader: SocketReader,
): Promise<ClientMessage | undefined> {
	const bytes = await reader.read(11);
	if (bytes.readUInt8(0) !== 0) return undefined;
	return {
		kind: "key",
		isDown: bytes.readUInt16BE(1) !== 0,
		keysym: bytes.readUInt32BE(3),
		scancode: bytes.readUInt32BE(7),
	};
}
