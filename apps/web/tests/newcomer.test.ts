import { readFileSync } from "node:fs";
import { launchChromium } from "@xo/testing";
import type { Browser, Download, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { DEMO_ADMIN, type Demo, startDemo } from "./_demo.ts";
import { opener } from "./_journey.ts";
import { goByPalette } from "./_palette.ts";
import { screenText } from "./_screen.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let demo: Demo;
let browser: Browser;
beforeAll(async () => {
	demo = await startDemo();
	browser = await launchChromium();
});
afterAll(async () => {
	await browser?.close();
	await demo?.[Symbol.asyncDispose]();
});

async function openDemo(): Promise<Page> {
	const page = await opener(browser, demo.url)("/");
	page.setDefaultTimeout(20_000);
	return page;
}

async function showsLogin(page: Page, name: string): Promise<void> {
	await expect
		.poll(() => screenText(page), { timeout: 30_000 })
		.toContain(`${name} login:`);
}

/** What the list says of the CPU, from the top. */
async function checkBusiest(page: Page): Promise<void> {
	const header = page.getByRole("columnheader", { name: "CPU", exact: true });
	await expect.poll(() => header.getAttribute("aria-sort")).toBe("descending");
	const cells = page.getByRole("gridcell", { name: /^[\d.]+%$/ });
	await cells.first().waitFor();
}

async function checkCsv(download: Download): Promise<void> {
	const lines = readFileSync(await download.path(), "utf8")
		.trim()
		.split("\r\n");
	expect(lines[0]).toContain("Name,State,CPU");
	expect(lines.length).toBeGreaterThan(10);
	const shares = lines.slice(1, 11).map((line) => Number(line.split(",")[3]));
	expect(shares).toEqual(shares.toSorted((a, b) => b - a));
	expect(shares[9]).toBeGreaterThan(0);
}

test("with the mouse: console, name, snapshot, revert, busiest, export", async () => {
	const page = await openDemo();
	await page.getByLabel("User", { exact: true }).fill(DEMO_ADMIN.email);
	await page.getByLabel("Password", { exact: true }).fill(DEMO_ADMIN.password);
	await page.getByRole("button", { name: "Sign in" }).click();

	await page.getByRole("button", { name: "Compute" }).click();
	await page.getByRole("menuitem", { name: "VMs" }).click();
	await page.getByRole("menu").waitFor({ state: "hidden" });
	await page.getByRole("combobox", { name: /^Search:/ }).fill("cache-prod");
	const link = page
		.getByRole("grid")
		.getByRole("link", { name: "cache-prod-01" });
	await link.first().click();
	const tabs = page.getByRole("navigation", { name: "Sections" });
	await tabs.getByRole("link", { name: "Console" }).click();
	await showsLogin(page, "cache-prod-01");
	await page.getByText("Ctrl + Alt + Home leaves the screen.").waitFor();

	await tabs.getByRole("link", { name: "General" }).click();
	await page.getByRole("button", { name: "Edit: Name" }).click();
	await page.getByRole("textbox", { name: "Name" }).fill("by mouse");
	await page.getByRole("button", { name: "Save", exact: true }).click();
	await page.getByRole("heading", { level: 1, name: "by mouse" }).waitFor();

	await tabs.getByRole("link", { name: "Snapshots" }).click();
	await page
		.getByRole("region", { name: /snapshots/ })
		.getByRole("button", { name: "Take snapshot" })
		.click();
	const dialog = page.getByRole("dialog");
	await dialog.getByRole("textbox", { name: "Name" }).fill("before");
	await dialog.getByRole("button", { name: "Take snapshot" }).click();
	await page.getByRole("heading", { name: "1 snapshot" }).waitFor();
	await page.getByRole("button", { name: "Revert to this" }).click();
	await dialog.getByRole("button", { name: "Revert to this" }).click();
	await page.getByRole("heading", { name: "2 snapshots" }).waitFor();

	await page.getByRole("link", { name: "Xen Orchestra" }).click();
	const main = page.getByRole("main");
	await main.getByRole("link", { name: "VMs", exact: true }).click();
	await page.getByRole("button", { name: "CPU", exact: true }).click();
	await checkBusiest(page);
	await page.getByRole("button", { name: "Export" }).click();
	const [download] = await Promise.all([
		page.waitForEvent("download"),
		page.getByRole("menuitem", { name: /CSV/ }).click(),
	]);
	await checkCsv(download);
	await page.context().close();
});

/** Presses a key until the wanted element has the focus. */
async function walkTo(wanted: Locator, key = "Tab", most = 40): Promise<void> {
	const page = wanted.page();
	const has = () =>
		wanted
			.first()
			.evaluate((element) => element.contains(document.activeElement))
			.catch(() => false);
	await wanted.first().waitFor();
	for (let press = 0; press < most; press++) {
		if (await has()) return;
		await page.keyboard.press(key);
	}
	throw new Error(`not reached with ${key}: ${wanted}`);
}

/** Whether what has the focus can be told by looking. */
function isFocusVisible(page: Page): Promise<boolean> {
	return page.evaluate(() => {
		const { activeElement } = document;
		if (activeElement === null) return false;
		const style = getComputedStyle(activeElement);
		return (
			activeElement.matches(":focus-visible") && style.outlineStyle !== "none"
		);
	});
}

test("by keyboard alone: the same", async () => {
	const page = await openDemo();
	const { keyboard } = page;
	await page.getByLabel("User", { exact: true }).waitFor();
	await keyboard.type(DEMO_ADMIN.email);
	await keyboard.press("Tab");
	await keyboard.type(DEMO_ADMIN.password);
	await keyboard.press("Enter");
	await page.getByRole("heading", { name: "Dashboard" }).waitFor();

	// The way past what stands on every page, then the sheet of all keys.
	await keyboard.press("Tab");
	const skip = page.getByRole("link", { name: "Skip to the content" });
	expect(await skip.evaluate((link) => link === document.activeElement)).toBe(
		true,
	);
	await keyboard.press("Enter");
	await keyboard.press("?");
	const dialog = page.getByRole("dialog");
	await dialog.getByRole("heading", { name: "Keyboard shortcuts" }).waitFor();
	await dialog.getByText("Search everything, go to a page, act").waitFor();
	await keyboard.press("Escape");
	await dialog.waitFor({ state: "hidden" });

	await goByPalette(page, "db-prod-01");
	await page.getByRole("heading", { level: 1, name: "db-prod-01" }).waitFor();
	await dialog.waitFor({ state: "hidden" });

	const tabs = page.getByRole("navigation", { name: "Sections" });
	await walkTo(tabs.getByRole("link", { name: "Console" }));
	expect(await isFocusVisible(page)).toBe(true);
	await keyboard.press("Enter");
	await showsLogin(page, "db-prod-01");
	await keyboard.type("root");
	await expect
		.poll(() => screenText(page), { timeout: 20_000 })
		.toContain("login: root");
	await keyboard.press("Tab");
	await keyboard.press("Control+Alt+Home");
	const toolbar = page.getByRole("toolbar", { name: "Console" });
	await walkTo(toolbar.getByRole("button", { name: "Keys" }));
	await walkTo(tabs.getByRole("link", { name: "General" }), "Shift+Tab");
	await keyboard.press("Enter");

	const edit = page.getByRole("button", { name: "Edit: Name" });
	await walkTo(edit);
	await keyboard.press("Enter");
	await keyboard.press("Control+a");
	await keyboard.type("by keys");
	await keyboard.press("Enter");
	await page.getByRole("heading", { level: 1, name: "by keys" }).waitFor();
	expect(
		await edit.evaluate((button) => button === document.activeElement),
	).toBe(true);

	await walkTo(tabs.getByRole("link", { name: "Snapshots" }), "Shift+Tab");
	await keyboard.press("Enter");
	const take = page
		.getByRole("region", { name: /snapshot/ })
		.getByRole("button", { name: "Take snapshot" });
	await walkTo(take);
	await keyboard.press("Enter");
	await dialog.waitFor();
	await keyboard.type("before");
	await keyboard.press("Enter");
	await page.getByRole("heading", { name: "1 snapshot" }).waitFor();
	// The focus is back where the dialog came from.
	await walkTo(take, "Tab", 1);
	await walkTo(page.getByRole("button", { name: "Revert to this" }));
	await keyboard.press("Enter");
	await dialog.waitFor();
	await keyboard.press("Escape");
	await dialog.waitFor({ state: "hidden" });
	await walkTo(page.getByRole("button", { name: "Revert to this" }), "Tab", 1);
	await keyboard.press("Enter");
	await walkTo(dialog.getByRole("button", { name: "Revert to this" }));
	await keyboard.press("Enter");
	await page.getByRole("heading", { name: "2 snapshots" }).waitFor();

	await goByPalette(page, "VMs");
	await page.getByRole("heading", { level: 1, name: "VMs" }).waitFor();
	await dialog.waitFor({ state: "hidden" });
	await keyboard.press("/");
	await keyboard.type("power_state:Running ");
	await page.waitForURL(/power_state/);
	await walkTo(page.getByRole("button", { name: "Export" }));
	await walkTo(page.getByRole("grid"));
	await keyboard.press("ArrowUp");
	const header = page.getByRole("columnheader", { name: "CPU", exact: true });
	for (let moves = 0; moves < 10; moves++) {
		if ((await header.getAttribute("data-active")) !== null) break;
		await keyboard.press("ArrowRight");
	}
	await keyboard.press("Enter");
	await checkBusiest(page);
	await walkTo(page.getByRole("button", { name: "Export" }), "Shift+Tab");
	await keyboard.press("Enter");
	await page.getByRole("menuitem", { name: /CSV/ }).waitFor();
	await keyboard.press("ArrowDown");
	await walkTo(page.getByRole("menuitem", { name: /CSV/ }), "ArrowDown", 3);
	const [download] = await Promise.all([
		page.waitForEvent("download"),
		keyboard.press("Enter"),
	]);
	await checkCsv(download);
	await page.context().close();
});
