import type { Page } from "playwright-core";

const PATIENCE_MS = 2_000;

/** Opens the palette, types, and takes what it offers: with Enter, or, where an
 *  answer that came while it opened left nothing selected, with a click. */
export async function goByPalette(
	page: Page,
	text: string,
	expected = text,
): Promise<void> {
	await page.keyboard.press("Control+k");
	await page.locator("[role=dialog] input:focus").waitFor();
	await page.keyboard.type(text);
	const dialog = page.getByRole("dialog");
	const offer = dialog.locator("[data-action]").filter({ hasText: expected });
	for (let tries = 0; tries < 5 && (await offer.count()) === 0; tries++) {
		await offer
			.first()
			.waitFor({ timeout: PATIENCE_MS })
			.catch(() => undefined);
		if ((await offer.count()) > 0) break;
		// Asks anew.
		await page.keyboard.press("Backspace");
		await page.keyboard.type(text.slice(-1));
	}
	try {
		await dialog
			.locator("[data-selected]")
			.filter({ hasText: expected })
			.waitFor({ timeout: PATIENCE_MS });
		await page.keyboard.press("Enter");
		await dialog.waitFor({ state: "hidden", timeout: PATIENCE_MS });
	} catch {
		await offer.first().click();
		await dialog.waitFor({ state: "hidden" });
	}
}
