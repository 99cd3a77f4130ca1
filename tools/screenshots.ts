// Takes the pictures of the README from a demo: node tools/screenshots.ts
// http://127.0.0.1:8080. They stand in docs/images.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";

const FOLDER = path.join(import.meta.dirname, "..", "docs", "images");
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

interface Shot {
	readonly name: string;
	readonly scheme: "light" | "dark";
	readonly viewport?: typeof WIDE;
	/** Goes to what is shown. */
	readonly show: (page: Page) => Promise<void>;
}

async function go(page: Page, address: string): Promise<void> {
	await page.goto(new URL(address, page.url()).href);
	await page.getByRole("heading", { level: 1 }).first().waitFor();
}

async function openVm(page: Page, tab: string): Promise<void> {
	await go(page, "/vms?filter=power_state:Running");
	const link = page.locator('a[href^="/vm/"]').first();
	await link.waitFor();
	const href = await link.getAttribute("href");
	await go(page, (href ?? "/").replace(/[^/]+$/, tab));
}

const SHOTS: readonly Shot[] = [
	{ name: "dashboard", scheme: "light", show: (page) => go(page, "/") },
	{ name: "vms", scheme: "dark", show: (page) => go(page, "/vms") },
	{ name: "vm", scheme: "light", show: (page) => openVm(page, "overview") },
	{ name: "stats", scheme: "dark", show: (page) => openVm(page, "stats") },
	{
		name: "topology",
		scheme: "light",
		show: (page) => go(page, "/topology"),
	},
	{
		name: "palette",
		scheme: "dark",
		show: async (page) => {
			await openVm(page, "overview");
			await page.keyboard.press("Control+k");
			await page.getByRole("dialog").waitFor();
			await page.keyboard.type("prod");
		},
	},
	{
		name: "phone",
		scheme: "light",
		viewport: PHONE,
		show: (page) => openVm(page, "overview"),
	},
];

async function take(browser: Browser, url: string, shot: Shot): Promise<void> {
	const context = await browser.newContext({
		viewport: shot.viewport ?? WIDE,
		colorScheme: shot.scheme,
		locale: "en-US",
		reducedMotion: "reduce",
	});
	const page = await context.newPage();
	await page.goto(url);
	await page.locator("input[autocomplete=username]").fill("admin@admin.net");
	await page.locator("input[type=password]").fill("admin");
	await page.locator("button[type=submit]").click();
	await page.getByRole("banner").waitFor();
	await shot.show(page);
	// Charts draw what came last after the first paint.
	await page.waitForTimeout(2_000);
	await page.screenshot({ path: path.join(FOLDER, `${shot.name}.png`) });
	await context.close();
}

const [url] = process.argv.slice(2);
if (url === undefined) throw new Error("give the address of a running demo");
mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
	args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
});
for (const shot of SHOTS) await take(browser, url, shot);
await browser.close();
