import { constants, inflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ContinuousDeflate } from "./continuous-deflate.ts";
import { encodeRaw, encodeZrle } from "./encode.ts";
import {
	NATIVE_FORMAT,
	PixelWriter,
	parsePixelFormat,
} from "./pixel-format.ts";

function formatOf(fields: readonly number[]): PixelWriter {
	return new PixelWriter(parsePixelFormat(Buffer.from(fields))!);
}

const NATIVE = formatOf([...NATIVE_FORMAT]);

/** A picture with as many colours as its palette. */
const pictures = fc
	.record({
		width: fc.integer({ min: 1, max: 150 }),
		height: fc.integer({ min: 1, max: 70 }),
		colours: fc.array(fc.integer({ min: 0, max: 0xff_ffff }), {
			minLength: 1,
			maxLength: 30,
		}),
		seed: fc.nat(),
	})
	.map(({ width, height, colours, seed }) => ({
		x: 0,
		y: 0,
		width,
		height,
		pixels: Uint32Array.from(
			{ length: width * height },
			(_, at) => colours[((at * 2654435761 + seed) >>> 7) % colours.length]!,
		),
	}));

/** What a viewer makes of the tiles of the native format. */
function decodeZrle(data: Buffer, width: number, height: number): Uint32Array {
	const pixels = new Uint32Array(width * height);
	let at = 0;
	const colour = () => {
		at += 3;
		return data.readUIntLE(at - 3, 3);
	};
	for (let top = 0; top < height; top += 64) {
		for (let left = 0; left < width; left += 64) {
			const tileWidth = Math.min(64, width - left);
			const tileHeight = Math.min(64, height - top);
			const size = data[at++]!;
			const palette = Array.from({ length: size }, colour);
			const bits = size === 0 ? 0 : size <= 2 ? 1 : size <= 4 ? 2 : 4;
			for (let y = 0; y < tileHeight; y++) {
				for (let x = 0; x < tileWidth; x++) {
					const bit = x * bits;
					const byte = data[at + (bit >> 3)]!;
					const index = (byte >> (8 - bits - (bit & 7))) & ((1 << bits) - 1);
					const value =
						size === 0 ? colour() : palette[size === 1 ? 0 : index]!;
					pixels[(top + y) * width + left + x] = value;
				}
				if (size > 1) at += Math.ceil((tileWidth * bits) / 8);
			}
		}
	}
	expect(at).toBe(data.length);
	return pixels;
}

describe("encodings", () => {
	it("ZRLE comes back as it was, in one stream", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(pictures, { maxLength: 3 }), async (all) => {
				using stream = new ContinuousDeflate();
				let sent = Buffer.alloc(0);
				let seen = 0;
				for (const picture of all) {
					const bytes = await encodeZrle(picture, NATIVE, stream);
					expect(bytes.readUInt32BE(0)).toBe(bytes.length - 4);
					sent = Buffer.concat([sent, bytes.subarray(4)]);
					const plain = inflateSync(sent, {
						finishFlush: constants.Z_SYNC_FLUSH,
					});
					const tiles = plain.subarray(seen);
					seen = plain.length;
					const { width, height, pixels } = picture;
					expect(decodeZrle(tiles, width, height)).toEqual(pixels);
				}
			}),
			{ numRuns: 30 },
		);
	});

	it("raw follows the viewer's format", () => {
		const picture = { x: 0, y: 0, width: 1, height: 1 };
		const pixels = Uint32Array.of(0xff8000);
		const rgb565 = formatOf([
			16, 16, 1, 1, 0, 31, 0, 63, 0, 31, 11, 5, 0, 0, 0, 0,
		]);
		const bgr = formatOf([
			32, 24, 0, 1, 0, 255, 0, 255, 0, 255, 0, 8, 16, 0, 0, 0,
		]);
		const rgb332 = formatOf([8, 8, 0, 1, 0, 7, 0, 7, 0, 3, 0, 3, 6, 0, 0, 0]);
		const whole = { ...picture, pixels };
		expect(encodeRaw(whole, rgb565).toString("hex")).toBe("fc00");
		expect(encodeRaw(whole, bgr).toString("hex")).toBe("ff800000");
		expect(encodeRaw(whole, rgb332).toString("hex")).toBe("27");
	});

	it("formats that are not served are refused, whatever they are", () => {
		fc.assert(
			fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
				const format = parsePixelFormat(Buffer.from(bytes));
				if (format === undefined) return;
				const writer = new PixelWriter(format);
				expect(writer.bytesOf(0x123456)).toHaveLength(format.bytesPerPixel);
			}),
		);
	});
});
