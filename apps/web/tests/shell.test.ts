import { forAllTests } from "@xo/testing";
import { describe, expect, test } from "vitest";
import { startJourney } from "./_journey.ts";
import { goByPalette } from "./_palette.ts";

const journey = await forAllTests(startJourney());

function vmNames(): string[] {
	return [...journey.server.context.objects.ofType("VM")].map(nameOf);
}

function nameOf(object: object): string {
	return String("name_label" in object ? object.name_label : "");
}

function vmIdOf(name: string): string {
	const vms = [...journey.server.context.objects.ofType("VM")];
	return vms.find((vm) => nameOf(vm) === name)?.id ?? "";
}

test("the language of the browser, then the chosen one", async () => {
	const page = await journey.openSignedIn("/", { locale: "fr-FR" });
	await page.getByRole("heading", { name: "Tableau de bord" }).waitFor();
	expect(await page.locator("html").getAttribute("lang")).toBe("fr");
	await page.getByRole("button", { name: "Menu de l’utilisateur" }).click();
	await page.getByRole("menuitemradio", { name: "English" }).click();
	await page.getByRole("heading", { name: "Dashboard" }).waitFor();
	await page.reload();
	await page.getByRole("heading", { name: "Dashboard" }).waitFor();
	expect(await page.locator("html").getAttribute("lang")).toBe("en");
});

test("the theme of the system, then the chosen one", async () => {
	const page = await journey.openSignedIn("/", { colorScheme: "dark" });
	const html = page.locator("html");
	expect(await html.getAttribute("data-mantine-color-scheme")).toBe("dark");
	await page.getByRole("button", { name: "User menu" }).click();
	await page.getByRole("menuitemradio", { name: "Light" }).click();
	await page.getByRole("menuitemcheckbox", { name: "High contrast" }).click();
	await page.reload();
	await page.getByRole("banner").waitFor();
	expect(await html.getAttribute("data-mantine-color-scheme")).toBe("light");
	expect(await html.getAttribute("data-contrast")).toBe("high");
});

describe("the tree", () => {
	test("is walked by keyboard", async () => {
		const page = await journey.openSignedIn("/");
		const tree = page.getByRole("tree", { name: "Infrastructure" });
		const items = tree.getByRole("treeitem");
		await items.first().waitFor();
		await tree.focus();
		const focused = async () => {
			const id = await tree.getAttribute("aria-activedescendant");
			return await page.locator(`[id="${id}"]`).textContent();
		};
		expect(await focused()).toContain("test pool");
		await page.keyboard.press("ArrowLeft");
		await expect.poll(() => items.count()).toBe(1);
		await page.keyboard.press("ArrowRight");
		await expect.poll(() => items.count()).toBeGreaterThan(2);
		await page.keyboard.press("ArrowRight");
		const host = await focused();
		await page.keyboard.press("ArrowLeft");
		expect(await focused()).toContain("test pool");
		await page.keyboard.press("ArrowDown");
		expect(await focused()).toBe(host);
		await page.keyboard.press("Home");
		await page.keyboard.type(host?.slice(0, 3) ?? "");
		await expect.poll(focused).toBe(host);
	});

	test("finds by name", async () => {
		const page = await journey.openSignedIn("/");
		const [name = ""] = vmNames();
		await page.getByRole("searchbox", { name: "Search by name" }).fill(name);
		const tree = page.getByRole("tree", { name: "Infrastructure" });
		await expect.poll(() => tree.getByRole("treeitem").count()).toBe(1);
		expect(await tree.textContent()).toContain(name);
	});

	test("shows changes by itself", async () => {
		const page = await journey.openSignedIn("/");
		const [name = ""] = vmNames();
		await page.getByRole("searchbox", { name: "Search by name" }).fill("new n");
		await page.getByText("Nothing has this name.").waitFor();
		const { db } = journey.pool;
		const ref = db.findByUuid("VM", vmIdOf(name)) ?? "";
		db.update("VM", ref, { name_label: "new name" });
		await page.getByRole("treeitem", { name: "new name" }).waitFor();
		db.update("VM", ref, { name_label: name });
		await page.getByText("Nothing has this name.").waitFor();
	});

	test("is shown by tag too", async () => {
		const page = await journey.openSignedIn("/");
		await page.getByRole("combobox", { name: "View" }).click();
		await page.getByRole("option", { name: "By tag" }).click();
		await page.getByRole("treeitem", { expanded: false }).first().click();
		await page.getByRole("treeitem", { level: 2 }).first().waitFor();
	});
});

test("the palette finds objects and pages, by keyboard only", async () => {
	const page = await journey.openSignedIn("/");
	await page.getByRole("heading", { name: "Dashboard" }).waitFor();
	const [name = ""] = vmNames();
	await goByPalette(page, name);
	await page.waitForURL("**/vm/**");
	await goByPalette(page, "dashb", "Dashboard");
	await page.waitForURL((url) => url.pathname === "/");
});

test("on a phone the tree is in a drawer", async () => {
	const page = await journey.openSignedIn("/", {
		viewport: { width: 390, height: 844 },
		hasTouch: true,
	});
	const tree = page.getByRole("tree", { name: "Infrastructure" });
	const left = () => tree.evaluate((node) => node.getBoundingClientRect().left);
	await expect.poll(left).toBeLessThan(0);
	await page.getByRole("button", { name: "Menu", exact: true }).click();
	await tree.getByRole("treeitem").first().click();
	await page.waitForURL("**/pool/**");
	await expect.poll(left).toBeLessThan(0);
	const width = await page.evaluate(() => document.body.scrollWidth);
	expect(width).toBe(390);
});
