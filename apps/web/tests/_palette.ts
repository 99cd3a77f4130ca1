import type { Page } from "playwright-core";

/** Opens the palette, types, and takes what it selects. */
export async function goByPalette(
	page: Page,
	text: string,
	expected = text,
): Promise<void> {
	await page.keyboard.press("Control+k");
	await page.locator("[role=dialog] input:focus").waitFor();
	await page.keyboard.type(text);
	const dialog = page.getByRole("dialog");
	await dialog
		.locator("[data-selected]")
		.filter({ hasText: expected })
		.waitFor();
	await page.keyboard.press("Enter");
	await dialog.waitFor({ state: "hidden" });
}
