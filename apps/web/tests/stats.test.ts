import { readFile } from "node:fs/promises";
import { forAllTests } from "@xo/testing";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { findViolations } from "./_axe.ts";
import { startJourney } from "./_journey.ts";

const journey = await forAllTests(startJourney());

function idOf(type: "VM" | "host" | "pool", state?: string): string {
	const objects = [...journey.server.context.objects.ofType(type)];
	const found = objects.find(
		(object) =>
			state === undefined ||
			("power_state" in object && object.power_state === state),
	);
	if (found === undefined) throw new Error(`no ${type} of state ${state}`);
	return found.id;
}

function plotOf(page: Page, title: string) {
	return page.getByRole("group", { name: new RegExp(`^${title}, `) });
}

test("a VM's CPUs, over the range that the address names", async () => {
	const page = await journey.openSignedIn(`/vm/${idOf("VM", "Running")}/stats`);
	const plot = plotOf(page, "CPU");
	expect(await plot.getAttribute("aria-label")).toMatch(
		/CPU 0: lowest .*%, highest .*%, latest .*%\./,
	);
	await plot.locator("canvas").waitFor();
	await page.getByText("1 year", { exact: true }).click();
	await page.waitForURL(/range=days/);
	await plot.waitFor();
	await page.reload();
	await plot.waitFor();
	expect(page.url()).toContain("range=days");
});

test("charts zoom together by keyboard, and back", async () => {
	const page = await journey.openSignedIn(`/host/${idOf("host")}/stats`);
	const plot = plotOf(page, "CPU");
	const memory = plotOf(page, "Memory");
	const before = await memory.getAttribute("aria-label");
	await plot.focus();
	await page.keyboard.press("+");
	await expect.poll(() => memory.getAttribute("aria-label")).not.toBe(before);
	await page
		.getByRole("button", { name: "Show the whole range" })
		.first()
		.click();
	await expect.poll(() => memory.getAttribute("aria-label")).toBe(before);
});

test("the same as a table and as a file", async () => {
	const page = await journey.openSignedIn(`/host/${idOf("host")}/stats`);
	await plotOf(page, "Memory").waitFor();
	const menu = page.getByRole("button", { name: "Chart actions: Memory" });
	await menu.click();
	const download = page.waitForEvent("download");
	await page.getByRole("menuitem", { name: "Save as a table (CSV)" }).click();
	const file = await readFile(await (await download).path(), "utf8");
	expect(file).toMatch(/^\uFEFFTime,Used,Total\r\n\d{4}-/);
	await menu.click();
	await page.getByRole("menuitem", { name: "Show as a table" }).click();
	const table = page.getByRole("table", { name: "Memory" });
	expect(await table.getByRole("row").count()).toBeGreaterThan(10);
});

test("a pool shows its hosts beside each other", async () => {
	const page = await journey.openSignedIn(`/pool/${idOf("pool")}/stats`);
	await plotOf(page, "CPU of the hosts").waitFor();
	await plotOf(page, "Memory used on the hosts").waitFor();
});

test("everybody can use it", async () => {
	const page = await journey.openSignedIn(`/host/${idOf("host")}/stats`);
	await plotOf(page, "CPU").waitFor();
	expect(await findViolations(page)).toEqual([]);
});
