import { CELL_HEIGHT, CELL_WIDTH, glyphOf } from "./font.ts";

const FIRST = 0x20;
const LAST = 0x7e;
/** In the part of a cell that neither a cursor nor the pen's edge reaches. */
const READ_HEIGHT = CELL_HEIGHT - 3;

let characters: Map<number, string> | undefined;

/** The text that a picture of a console shows, a line per row, without the
 *  blanks at the ends of lines; what is no character of the console's font
 *  reads as `?`. For tests that look at pixels, each `0xRRGGBB`. */
export function readConsoleText(picture: {
	readonly width: number;
	readonly pixels: ArrayLike<number>;
}): string {
	const { width, pixels } = picture;
	const columns = Math.floor(width / CELL_WIDTH);
	const rows = Math.floor(pixels.length / width / CELL_HEIGHT);
	characters ??= knownCharacters();
	const lines: string[] = [];
	for (let row = 0; row < rows; row++) {
		let line = "";
		for (let column = 0; column < columns; column++) {
			const start = row * CELL_HEIGHT * width + column * CELL_WIDTH;
			const background = pixels[start];
			const key = shapeOf((x, y) => {
				return pixels[start + y * width + x] !== background;
			});
			line += characters.get(key) ?? "?";
		}
		lines.push(line.trimEnd());
	}
	return lines.join("\n");
}

function knownCharacters(): Map<number, string> {
	const known = new Map<number, string>();
	for (let code = FIRST; code <= LAST; code++) {
		const character = String.fromCharCode(code);
		const glyph = glyphOf(character);
		const key = shapeOf((x, y) => glyph[y * CELL_WIDTH + x] !== 0);
		if (!known.has(key)) known.set(key, character);
	}
	return known;
}

/** A hash: 95 shapes are far from colliding. */
function shapeOf(isInked: (x: number, y: number) => boolean): number {
	let hash = 0;
	for (let y = 0; y < READ_HEIGHT; y++) {
		for (let x = 0; x < CELL_WIDTH; x++) {
			hash = (Math.imul(hash, 31) + (isInked(x, y) ? 17 : 3)) | 0;
		}
	}
	return hash;
}
