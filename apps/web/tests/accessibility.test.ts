import { forAllTests } from "@xo/testing";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { type PageRoute, routes } from "../src/routes.tsx";
import { findViolations } from "./_axe.ts";
import { startJourney } from "./_journey.ts";

const TYPES: Readonly<Record<string, string>> = {
	vm: "VM",
	host: "host",
	pool: "pool",
	sr: "SR",
	vdi: "VDI",
	network: "network",
};

const SCHEMES = ["light", "dark"] as const;

const journey = await forAllTests(startJourney());
const page = await journey.openSignedIn("/");

/** In each scheme. */
async function findAllViolations(where: Page): Promise<string[]> {
	const found: string[] = [];
	for (const colorScheme of SCHEMES) {
		await where.emulateMedia({ colorScheme });
		for (const violation of await findViolations(where)) {
			found.push(`${colorScheme}: ${violation}`);
		}
	}
	return found;
}

/** Every address that shows a page, tabs too. */
function addressesOf(pages: readonly PageRoute[], parent = ""): string[] {
	return pages.flatMap(({ path, children }) => {
		const address = `${parent}/${path}`.replace(/\/+/g, "/");
		return children === undefined ? [address] : addressesOf(children, address);
	});
}

/** With the id of some object of the folder's type. */
function withId(address: string): string {
	const type = TYPES[address.split("/")[1] ?? ""] ?? "";
	const [object] = journey.server.context.objects.ofType(type as "VM");
	return address.replace(/\$\w+/, object?.id ?? "none");
}

test.each(addressesOf(routes))("%s has no violation", async (address) => {
	await page.goto(journey.server.url + withId(address));
	await page.getByRole("heading", { level: 1 }).first().waitFor();
	await page.locator(".mantine-Loader-root").first().waitFor({
		state: "hidden",
	});
	expect(await findAllViolations(page)).toEqual([]);
});

test("high contrast leaves no text or line pale", async () => {
	const pale = () =>
		page.evaluate(() => {
			const style = getComputedStyle(document.documentElement);
			const text = style.getPropertyValue("--mantine-color-text");
			const names = ["dimmed", "placeholder", "default-border"].filter(
				(name) => style.getPropertyValue(`--mantine-color-${name}`) !== text,
			);
			const frames = [...document.querySelectorAll(".mantine-Input-input")]
				.map((field) => getComputedStyle(field))
				.filter(({ borderTopColor, color }) => borderTopColor !== color);
			return [...names, ...frames.map(() => "frame of a field")];
		});
	for (const colorScheme of SCHEMES) {
		await page.emulateMedia({ colorScheme });
		expect(await pale()).not.toEqual([]);
		await page.evaluate(() => {
			document.documentElement.dataset.contrast = "high";
		});
		// Frames change within a tenth of a second.
		await expect.poll(pale).toEqual([]);
		await page.evaluate(() => {
			delete document.documentElement.dataset.contrast;
		});
	}
});

test("the sign-in page has no violation", async () => {
	const signIn = await journey.open("/");
	await signIn.getByRole("button", { name: "Sign in" }).waitFor();
	expect(await findAllViolations(signIn)).toEqual([]);
});

test("neither have the palette and the user menu", async () => {
	await page.goto(journey.server.url);
	await page.getByRole("banner").waitFor();
	await page.keyboard.press("Control+k");
	await page.getByRole("dialog").waitFor();
	await page.keyboard.type("a");
	expect(await findAllViolations(page)).toEqual([]);
	await page.keyboard.press("Escape");
	await page.getByRole("button", { name: "User menu" }).click();
	await page.getByRole("menu").waitFor();
	expect(await findAllViolations(page)).toEqual([]);
});
