import { strokesOf } from "./glyph-strokes.ts";

/** Size of a character cell in pixels. */
export const CELL_WIDTH = 9;
export const CELL_HEIGHT = 18;
/** Of a pixel inside a stroke; 0 is outside. */
export const FULL_COVER = 4;

const PEN_RADIUS = 0.85;
const glyphs = new Map<string, Uint8Array>();

/** How much of each pixel of a cell the character covers, row by row: 0 to
 *  {@link FULL_COVER}. Few levels, so that tiles have few colours. */
export function glyphOf(character: string): Uint8Array {
	let glyph = glyphs.get(character);
	if (glyph === undefined) {
		glyph = rasterise(character);
		glyphs.set(character, glyph);
	}
	return glyph;
}

function rasterise(character: string): Uint8Array {
	const cover = new Uint8Array(CELL_WIDTH * CELL_HEIGHT);
	for (const points of strokesOf(character)) {
		for (const [index, start] of points.entries()) {
			const end = points[index + 1];
			// A dot is a line to itself; the last point of a longer line is none.
			if (end === undefined && index > 0) continue;
			drawLine(cover, toPixels(start), toPixels(end ?? start));
		}
	}
	return cover;
}

interface Pixel {
	readonly x: number;
	readonly y: number;
}

function toPixels([x, y]: readonly [number, number]): Pixel {
	return { x: 1.5 + x * 1.5, y: 3 + y * 1.6 };
}

function drawLine(cover: Uint8Array, from: Pixel, to: Pixel): void {
	for (let row = 0; row < CELL_HEIGHT; row++) {
		for (let column = 0; column < CELL_WIDTH; column++) {
			const centre = { x: column + 0.5, y: row + 0.5 };
			const inside = PEN_RADIUS + 0.5 - distanceToLine(centre, from, to);
			const level = Math.round(Math.min(1, Math.max(0, inside)) * FULL_COVER);
			const index = row * CELL_WIDTH + column;
			if (level > (cover[index] ?? 0)) cover[index] = level;
		}
	}
}

function distanceToLine(point: Pixel, from: Pixel, to: Pixel): number {
	const dx = to.x - from.x;
	const dy = to.y - from.y;
	const length = dx * dx + dy * dy;
	const along =
		length === 0
			? 0
			: ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
	const t = Math.min(1, Math.max(0, along));
	return Math.hypot(point.x - from.x - t * dx, point.y - from.y - t * dy);
}
