import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { decodePng, encodeGrey, type Raster } from "./_png.ts";

const BASELINES = path.join(import.meta.dirname, "pictures");
const FAILED = path.join(tmpdir(), "xo-pictures");
/** Letters melt into grey; what remains is where things are. */
const BLOCK = 8;
/** Greys that are further apart than this are seen as different. */
const SEEN = 28;
/** Fonts, figures and dates may move so much of a page, not more. */
const TOLERATED_SHARE = 0.03;
const IS_RENEWING = process.env.XO_RENEW_PICTURES === "1";

/** Means of blocks of pixels, in grey. */
export function reduce({ width, height, channels, data }: Raster): Raster {
	const columns = Math.floor(width / BLOCK);
	const rows = Math.floor(height / BLOCK);
	const means = new Uint8Array(columns * rows);
	for (let row = 0; row < rows; row++) {
		for (let column = 0; column < columns; column++) {
			let sum = 0;
			for (let y = row * BLOCK; y < (row + 1) * BLOCK; y++) {
				for (let x = column * BLOCK; x < (column + 1) * BLOCK; x++) {
					const at = (y * width + x) * channels;
					const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
					sum += 0.3 * red + 0.59 * green + 0.11 * blue;
				}
			}
			means[row * columns + column] = Math.round(sum / BLOCK ** 2);
		}
	}
	return { width: columns, height: rows, channels: 1, data: means };
}

/** The share of blocks that look different, 0 to 1. */
export function difference(a: Raster, b: Raster): number {
	if (a.width !== b.width || a.height !== b.height) return 1;
	let seen = 0;
	for (const [at, value] of a.data.entries()) {
		if (Math.abs(value - (b.data[at] ?? 0)) > SEEN) seen++;
	}
	return seen / a.data.length;
}

/** Compares the page with its baseline until they agree. A picture that never
 *  does is written where the error says. */
export async function checkPicture(page: Page, name: string): Promise<void> {
	const file = path.join(BASELINES, `${name}.png`);
	if (IS_RENEWING) {
		writeFileSync(file, encodeGrey(await untilStill(page)));
		return;
	}
	if (!existsSync(file)) {
		throw new Error(`no baseline: node tools/renew-pictures.ts makes ${file}`);
	}
	const baseline = decodePng(readFileSync(file));
	let last: Buffer = Buffer.alloc(0);
	const compare = async () => {
		last = await take(page);
		return difference(reduce(decodePng(last)), baseline);
	};
	try {
		await expect
			.poll(compare, { timeout: 15_000, interval: 500 })
			.toBeLessThanOrEqual(TOLERATED_SHARE);
	} catch (cause) {
		mkdirSync(FAILED, { recursive: true });
		const failed = path.join(FAILED, `${name}.png`);
		writeFileSync(failed, last);
		throw new Error(
			`${name} looks different: ${failed} is not as ${file}. When that is meant, run node tools/renew-pictures.ts`,
			{ cause },
		);
	}
}

function take(page: Page): Promise<Buffer> {
	return page.screenshot({ animations: "disabled", caret: "hide" });
}

/** Twice the same. */
async function untilStill(page: Page): Promise<Raster> {
	let before = reduce(decodePng(await take(page)));
	await expect
		.poll(
			async () => {
				const now = reduce(decodePng(await take(page)));
				const moved = difference(now, before);
				before = now;
				return moved;
			},
			{ timeout: 15_000, interval: 500 },
		)
		.toBe(0);
	return before;
}
