import type { Rect } from "../screen/paint.ts";
import type { ContinuousDeflate } from "./continuous-deflate.ts";
import type { PixelWriter } from "./pixel-format.ts";

export const RAW = 0;
export const ZRLE = 16;

const TILE = 64;
const MAX_PALETTE = 16;

/** A rectangle of `0xRRGGBB` pixels. */
export interface Picture extends Rect {
	readonly pixels: Uint32Array;
}

export function encodeRaw(picture: Picture, writer: PixelWriter): Buffer {
	const { bytesPerPixel } = writer.format;
	const out = Buffer.alloc(picture.pixels.length * bytesPerPixel);
	for (const [index, colour] of picture.pixels.entries()) {
		writer.bytesOf(colour).copy(out, index * bytesPerPixel);
	}
	return out;
}

/** Tiles of few colours, compressed in one stream for the whole connection. */
export async function encodeZrle(
	picture: Picture,
	writer: PixelWriter,
	stream: ContinuousDeflate,
): Promise<Buffer> {
	const tiles: Buffer[] = [];
	for (let y = 0; y < picture.height; y += TILE) {
		for (let x = 0; x < picture.width; x += TILE) {
			tiles.push(...encodeTile(tilePixels(picture, x, y), writer));
		}
	}
	const data = await stream.compress(Buffer.concat(tiles));
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	return Buffer.concat([length, data]);
}

interface Tile {
	readonly width: number;
	readonly pixels: Uint32Array;
}

function tilePixels(picture: Picture, left: number, top: number): Tile {
	const width = Math.min(TILE, picture.width - left);
	const height = Math.min(TILE, picture.height - top);
	const pixels = new Uint32Array(width * height);
	for (let y = 0; y < height; y++) {
		const start = (top + y) * picture.width + left;
		pixels.set(picture.pixels.subarray(start, start + width), y * width);
	}
	return { width, pixels };
}

function* encodeTile(tile: Tile, writer: PixelWriter): Generator<Buffer> {
	const palette = paletteOf(tile.pixels);
	if (palette === undefined) {
		yield Buffer.from([0]);
		for (const colour of tile.pixels) yield writer.compactBytesOf(colour);
		return;
	}
	yield Buffer.from([palette.size]);
	for (const colour of palette.keys()) yield writer.compactBytesOf(colour);
	if (palette.size > 1) yield packIndexes(tile, palette);
}

/** The index of each colour; `undefined` when there are too many. */
function paletteOf(pixels: Uint32Array): Map<number, number> | undefined {
	const palette = new Map<number, number>();
	for (const colour of pixels) {
		if (palette.has(colour)) continue;
		if (palette.size === MAX_PALETTE) return undefined;
		palette.set(colour, palette.size);
	}
	return palette;
}

/** Indexes of 1, 2 or 4 bits; each row begins a byte. */
function packIndexes(tile: Tile, palette: Map<number, number>): Buffer {
	const bits = palette.size <= 2 ? 1 : palette.size <= 4 ? 2 : 4;
	const rowBytes = Math.ceil((tile.width * bits) / 8);
	const height = tile.pixels.length / tile.width;
	const packed = Buffer.alloc(rowBytes * height);
	for (const [at, colour] of tile.pixels.entries()) {
		const x = at % tile.width;
		const index = Math.floor(at / tile.width) * rowBytes + ((x * bits) >> 3);
		const shift = 8 - bits - ((x * bits) & 7);
		packed[index] =
			(packed[index] ?? 0) | ((palette.get(colour) ?? 0) << shift);
	}
	return packed;
}
