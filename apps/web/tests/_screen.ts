import { readConsoleText } from "@xo/testing";
import type { Page } from "playwright-core";

/** The text that a console shows on the page, read from its pixels. */
export async function screenText(page: Page): Promise<string> {
	const picture = await page.evaluate(() => {
		const canvas = document.querySelector<HTMLCanvasElement>(
			"[data-console] canvas",
		);
		const context = canvas?.getContext("2d");
		if (!canvas || !context || canvas.width === 0) return undefined;
		const { width, height } = canvas;
		const { data } = context.getImageData(0, 0, width, height);
		// One byte of each pixel is enough, and all that is quick to send.
		let text = "";
		for (let at = 1; at < data.length; at += 4) {
			text += String.fromCharCode(data[at] ?? 0);
		}
		return { width, text };
	});
	if (picture === undefined) return "";
	const { width, text } = picture;
	return readConsoleText({ width, pixels: Buffer.from(text, "latin1") });
}
