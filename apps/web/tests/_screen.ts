import { readConsoleText } from "@xo/testing";
import type { Page } from "playwright-core";

/** The text that a console shows on the page, read from its pixels. */
export async function screenText(page: Page): Promise<string> {
	const picture = await page.evaluate(() => {
		const canvas = document.querySelector<HTMLCanvasElement>(
			"[data-status] canvas",
		);
		const context = canvas?.getContext("2d");
		if (!canvas || !context || canvas.width === 0) return undefined;
		const { width, height } = canvas;
		const { data } = context.getImageData(0, 0, width, height);
		// Four bytes a pixel are too much to send as numbers.
		let text = "";
		for (let at = 0; at < data.length; at += 4) {
			text += String.fromCharCode(data[at] ?? 0, data[at + 1] ?? 0);
		}
		return { width, text };
	});
	if (picture === undefined) return "";
	const { width, text } = picture;
	const pixels = new Uint16Array(text.length / 2);
	for (const [at] of pixels.entries()) {
		pixels[at] = text.charCodeAt(2 * at) * 256 + text.charCodeAt(2 * at + 1);
	}
	return readConsoleText({ width, pixels });
}
