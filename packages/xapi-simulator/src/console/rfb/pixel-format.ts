/** How a viewer wants its pixels. */
export interface PixelFormat {
	readonly bytesPerPixel: 1 | 2 | 4;
	readonly isBigEndian: boolean;
	readonly max: readonly [red: number, green: number, blue: number];
	readonly shift: readonly [red: number, green: number, blue: number];
	/** Bytes that ZRLE sends of each pixel, and which of them come first. */
	readonly compact: { readonly bytes: number; readonly offset: number };
}

/** What the server offers: 32 bits, `0x00RRGGBB`, little endian. */
export const NATIVE_FORMAT = Buffer.from([
	32, 24, 0, 1, 0, 255, 0, 255, 0, 255, 16, 8, 0, 0, 0, 0,
]);

/** Reads the 16 bytes of a PIXEL_FORMAT; `undefined` for what is not served
 *  (colour maps, odd depths). */
export function parsePixelFormat(bytes: Buffer): PixelFormat | undefined {
	const bytesPerPixel = bytes.readUInt8(0) / 8;
	const isBigEndian = bytes.readUInt8(2) !== 0;
	if (bytesPerPixel !== 1 && bytesPerPixel !== 2 && bytesPerPixel !== 4) {
		return undefined;
	}
	if (bytes.readUInt8(3) === 0) return undefined;
	const max = [4, 6, 8].map((at) => bytes.readUInt16BE(at));
	const shift = [10, 11, 12].map((at) => bytes.readUInt8(at));
	if (shift.some((bits) => bits > 31)) return undefined;
	const [red = 0, green = 0, blue = 0] = max;
	const [redShift = 0, greenShift = 0, blueShift = 0] = shift;
	const format = {
		bytesPerPixel,
		isBigEndian,
		max: [red, green, blue],
		shift: [redShift, greenShift, blueShift],
	} as const;
	return { ...format, compact: compactOf(format, bytes.readUInt8(1)) };
}

/** Of four bytes ZRLE leaves out one where colours do not need it. */
function compactOf(
	format: Omit<PixelFormat, "compact">,
	depth: number,
): PixelFormat["compact"] {
	const { bytesPerPixel, isBigEndian, max, shift } = format;
	const whole = { bytes: bytesPerPixel, offset: 0 };
	if (bytesPerPixel !== 4 || depth > 24) return whole;
	const used = max.reduce(
		(bits, value, index) => bits | (value << (shift[index] ?? 0)),
		0,
	);
	if ((used & 0xff00_0000) === 0)
		return { bytes: 3, offset: isBigEndian ? 1 : 0 };
	if ((used & 0xff) === 0) return { bytes: 3, offset: isBigEndian ? 0 : 1 };
	return whole;
}

/** Turns `0xRRGGBB` into the viewer's bytes. */
export class PixelWriter {
	readonly format: PixelFormat;
	readonly #known = new Map<number, Buffer>();

	constructor(format: PixelFormat) {
		this.format = format;
	}

	/** All bytes of a pixel. */
	bytesOf(colour: number): Buffer {
		let bytes = this.#known.get(colour);
		if (bytes === undefined) {
			bytes = this.#convert(colour);
			this.#known.set(colour, bytes);
		}
		return bytes;
	}

	/** The bytes of a pixel that ZRLE sends. */
	compactBytesOf(colour: number): Buffer {
		const { bytes, offset } = this.format.compact;
		return this.bytesOf(colour).subarray(offset, offset + bytes);
	}

	#convert(colour: number): Buffer {
		const { bytesPerPixel, isBigEndian, max, shift } = this.format;
		let value = 0;
		for (const index of [0, 1, 2] as const) {
			const channel = (colour >> (16 - 8 * index)) & 0xff;
			value |= Math.round((channel * max[index]) / 255) << shift[index];
		}
		const bytes = Buffer.alloc(bytesPerPixel);
		const unsigned = (value >>> 0) % 2 ** (8 * bytesPerPixel);
		if (isBigEndian) bytes.writeUIntBE(unsigned, 0, bytesPerPixel);
		else bytes.writeUIntLE(unsigned, 0, bytesPerPixel);
		return bytes;
	}
}
