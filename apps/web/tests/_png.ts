import { crc32, deflateSync, inflateSync } from "node:zlib";

/** Rows of pixels without padding; one byte a channel. */
export interface Raster {
	readonly width: number;
	readonly height: number;
	readonly channels: number;
	readonly data: Uint8Array;
}

const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 6: 4 };

/** What browsers and `encodeGrey` write: eight bits a channel, no palette, no
 *  interlacing. */
export function decodePng(png: Buffer): Raster {
	const chunks = [...chunksOf(png)];
	const header = chunks.find(({ type }) => type === "IHDR")?.body;
	if (header === undefined) throw new Error("not a PNG");
	const width = header.readUInt32BE(0);
	const height = header.readUInt32BE(4);
	const channels = CHANNELS[header[9] ?? -1];
	if (header[8] !== 8 || channels === undefined || header[12] !== 0) {
		throw new Error("a PNG of another kind");
	}
	const packed = chunks.filter(({ type }) => type === "IDAT");
	const lines = inflateSync(Buffer.concat(packed.map(({ body }) => body)));
	const data = unfilter(lines, { height, channels, stride: width * channels });
	return { width, height, channels, data };
}

function* chunksOf(png: Buffer) {
	for (let at = SIGNATURE.length; at < png.length; ) {
		const length = png.readUInt32BE(at);
		const type = png.toString("latin1", at + 4, at + 8);
		yield { type, body: png.subarray(at + 8, at + 8 + length) };
		at += length + 12;
	}
}

function unfilter(
	lines: Buffer,
	shape: { height: number; channels: number; stride: number },
): Uint8Array {
	const { height, channels, stride } = shape;
	const data = new Uint8Array(height * stride);
	for (let y = 0; y < height; y++) {
		const filter = lines[y * (stride + 1)] ?? 0;
		for (let x = 0; x < stride; x++) {
			const at = y * stride + x;
			const left = x < channels ? 0 : (data[at - channels] ?? 0);
			const up = y === 0 ? 0 : (data[at - stride] ?? 0);
			const corner =
				x < channels || y === 0 ? 0 : (data[at - stride - channels] ?? 0);
			const raw = lines[y * (stride + 1) + 1 + x] ?? 0;
			data[at] = raw + predicted(filter, { left, up, corner });
		}
	}
	return data;
}

function predicted(
	filter: number,
	{ left, up, corner }: { left: number; up: number; corner: number },
): number {
	if (filter === 0) return 0;
	if (filter === 1) return left;
	if (filter === 2) return up;
	if (filter === 3) return (left + up) >> 1;
	const guess = left + up - corner;
	const [toLeft, toUp, toCorner] = [left, up, corner].map((value) =>
		Math.abs(guess - value),
	) as [number, number, number];
	if (toLeft <= toUp && toLeft <= toCorner) return left;
	return toUp <= toCorner ? up : corner;
}

/** A picture in grey, as small as it gets. */
export function encodeGrey({ width, height, data }: Raster): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header[8] = 8;
	const lines = Buffer.alloc(height * (width + 1));
	for (let y = 0; y < height; y++) {
		lines.set(data.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
	}
	return Buffer.concat([
		SIGNATURE,
		chunk("IHDR", header),
		chunk("IDAT", deflateSync(lines, { level: 9 })),
		chunk("IEND", Buffer.alloc(0)),
	]);
}

function chunk(type: string, body: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(body.length);
	const check = Buffer.alloc(4);
	check.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, check]);
}
