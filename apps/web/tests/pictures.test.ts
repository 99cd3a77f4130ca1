import { forAllTests } from "@xo/testing";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { signIn, startJourney } from "./_journey.ts";
import { checkPicture, difference, reduce } from "./_picture.ts";
import { decodePng, encodeGrey } from "./_png.ts";
import { screenText } from "./_screen.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const LOOKS: Readonly<Record<string, BrowserContextOptions>> = {
	light: { colorScheme: "light" },
	dark: { colorScheme: "dark" },
	phone: { colorScheme: "light", viewport: { width: 390, height: 844 } },
};

const journey = await forAllTests(startJourney({ vms: 12 }));

/** One VM for all pictures, whatever the order of the pool's. */
function vmPath(tab: string): string {
	const running = [...journey.server.context.objects.ofType("VM")]
		.filter(({ power_state }) => power_state === "Running")
		.toSorted((a, b) => a.name_label.localeCompare(b.name_label));
	return `/vm/${running[0]?.id}/${tab}`;
}

const PAGES: Readonly<Record<string, () => string>> = {
	dashboard: () => "/",
	vms: () => "/vms",
	vm: () => vmPath("overview"),
	console: () => vmPath("console"),
	topology: () => "/topology",
	settings: () => "/settings/connections",
};

/** What is loading is no picture yet. */
async function untilLoaded(page: Page): Promise<void> {
	await page.getByRole("heading", { level: 1 }).first().waitFor();
	for (const kind of ["Skeleton", "Loader"]) {
		const parts = page.locator(`.mantine-${kind}-root`);
		await expect.poll(() => parts.count(), { timeout: 15_000 }).toBe(0);
	}
}

describe.each(Object.entries(LOOKS))("%s", (look, options) => {
	let page: Page;
	beforeAll(async () => {
		page = await journey.open("/", { ...options, timezoneId: "UTC" });
		await page.getByRole("button", { name: "Sign in" }).waitFor();
	});
	afterAll(() => page?.context().close());

	test("sign-in", () => checkPicture(page, `sign-in-${look}`));

	test.each(Object.entries(PAGES))("%s", async (name, address) => {
		if ((await page.getByRole("banner").count()) === 0) await signIn(page);
		await page.goto(journey.server.url + address());
		await untilLoaded(page);
		if (name === "console") {
			await expect
				.poll(() => screenText(page), { timeout: 20_000 })
				.toContain("login:");
		}
		await checkPicture(page, `${name}-${look}`);
	});
});

test("another layout is another picture, another text is not", async () => {
	const page = await journey.openSignedIn("/vms");
	await untilLoaded(page);
	const take = async () => reduce(decodePng(await page.screenshot()));
	const before = await take();
	await page.addStyleTag({ content: "* { font-family: serif !important }" });
	expect(difference(before, await take())).toBeLessThan(0.03);
	await page.addStyleTag({ content: "header { display: none }" });
	const { data } = await take();
	expect(data.length).toBe(before.data.length);
	await page.addStyleTag({ content: "main { padding-left: 60px !important }" });
	expect(difference(before, await take())).toBeGreaterThan(0.03);
	const copy = decodePng(encodeGrey(before));
	expect(difference(before, copy)).toBe(0);
	await page.context().close();
});
