import { CELL_HEIGHT, CELL_WIDTH, FULL_COVER, glyphOf } from "./font.ts";
import type { Selection } from "./selection.ts";
import { PLAIN, type Terminal } from "./terminal.ts";

/** A rectangle of pixels. */
export interface Rect {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

const CURSOR_HEIGHT = 3;

/** The pixels of a part of the screen, row by row, each `0xRRGGBB`. What lies
 *  beyond the last cell is background. */
export function paint(
	{ terminal, selection }: { terminal: Terminal; selection: Selection },
	rect: Rect,
): Uint32Array {
	const pixels = new Uint32Array(rect.width * rect.height);
	pixels.fill(PLAIN.background);
	const firstColumn = Math.floor(rect.x / CELL_WIDTH);
	const lastColumn = Math.floor((rect.x + rect.width - 1) / CELL_WIDTH);
	const firstRow = Math.floor(rect.y / CELL_HEIGHT);
	const lastRow = Math.floor((rect.y + rect.height - 1) / CELL_HEIGHT);
	for (let row = firstRow; row <= lastRow; row++) {
		for (let column = firstColumn; column <= lastColumn; column++) {
			const isReverse = selection.covers(column, row);
			paintCell(terminal, { column, row, isReverse }, { rect, pixels });
		}
	}
	return pixels;
}

function paintCell(
	terminal: Terminal,
	place: { column: number; row: number; isReverse: boolean },
	{ rect, pixels }: { rect: Rect; pixels: Uint32Array },
): void {
	const { column, row, isReverse } = place;
	const cell = terminal.cellAt(column, row);
	if (cell === undefined) return;
	const { cursor } = terminal;
	const hasCursor =
		terminal.isCursorVisible && cursor.column === column && cursor.row === row;
	const ramp = rampOf(cell.style, isReverse);
	const glyph = glyphOf(cell.character);
	for (let y = 0; y < CELL_HEIGHT; y++) {
		const targetY = row * CELL_HEIGHT + y - rect.y;
		if (targetY < 0 || targetY >= rect.height) continue;
		const isCursorLine = hasCursor && y >= CELL_HEIGHT - CURSOR_HEIGHT;
		for (let x = 0; x < CELL_WIDTH; x++) {
			const targetX = column * CELL_WIDTH + x - rect.x;
			if (targetX < 0 || targetX >= rect.width) continue;
			const cover = isCursorLine ? FULL_COVER : glyph[y * CELL_WIDTH + x];
			pixels[targetY * rect.width + targetX] = ramp[cover ?? 0] ?? 0;
		}
	}
}

/** The colours from background to foreground. */
function rampOf(
	style: { readonly foreground: number; readonly background: number },
	isReverse: boolean,
): number[] {
	const [from, to] = isReverse
		? [style.foreground, style.background]
		: [style.background, style.foreground];
	return Array.from({ length: FULL_COVER + 1 }, (_, level) =>
		mix(from, to, level / FULL_COVER),
	);
}

function mix(from: number, to: number, share: number): number {
	const channel = (shift: number) => {
		const a = (from >> shift) & 0xff;
		const b = (to >> shift) & 0xff;
		return Math.round(a + (b - a) * share) << shift;
	};
	return channel(16) | channel(8) | channel(0);
}
