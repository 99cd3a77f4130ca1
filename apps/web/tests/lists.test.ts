import { readFileSync } from "node:fs";
import { forAllTests } from "@xo/testing";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { chooseInMenu, confirm } from "./_act.ts";
import { findViolations } from "./_axe.ts";
import { signIn, startJourney } from "./_journey.ts";

// biome-ignore lint/suspicious/noExplicitAny: tests look into records
type Loose = any;

const journey = await forAllTests(startJourney());

function vms(): Loose[] {
	return [...journey.server.context.objects.ofType("VM")];
}

function find(id: string): Loose {
	return journey.server.context.objects.find(id);
}

async function openList(path: string): Promise<Page> {
	const page = await journey.openSignedIn(path);
	page.setDefaultTimeout(25_000);
	await page.getByRole("row").nth(1).waitFor();
	return page;
}

function searchBox(page: Page) {
	return page.getByRole("combobox", { name: /^Search:/ });
}

function rowOf(page: Page, name: string) {
	return page
		.getByRole("row")
		.filter({ has: page.getByRole("link", { name, exact: true }) });
}

function count(page: Page, number: number) {
	const text = new RegExp(`^${number} objects?$`);
	return page.getByRole("main").getByText(text).waitFor();
}

/** Of VMs whose name no other has. */
function someVm(): Loose {
	const all = vms();
	const found = all.find(
		(vm) =>
			all.filter((it) => it.name_label.includes(vm.name_label)).length === 1,
	);
	if (found === undefined) throw new Error("no VM has a name of its own");
	return found;
}

test("the busiest VMs are two clicks away", async () => {
	const page = await journey.openSignedIn("/");
	await page
		.getByRole("main")
		.getByRole("link", { name: /VMs/ })
		.first()
		.click();
	await page.getByRole("button", { name: "CPU", exact: true }).click();
	const header = page.getByRole("columnheader", { name: "CPU", exact: true });
	await page.waitForURL(/sort=-metrics\.cpu/);
	expect(await header.getAttribute("aria-sort")).toBe("descending");
	await page.getByRole("gridcell", { name: /%$/ }).first().waitFor();
});

test("what is searched, sorted and grouped stands in the address", async () => {
	const page = await openList("/vms");
	const running = vms().filter((vm) => vm.power_state === "Running").length;
	await searchBox(page).fill("power_state:Running");
	await count(page, running);
	await page.waitForURL(/filter=power_state%3ARunning/);
	await page.getByRole("button", { name: "vCPUs", exact: true }).click();
	await page.waitForURL(/sort=-CPUs\.number/);
	await page.getByRole("button", { name: "Memory", exact: true }).click({
		modifiers: ["Shift"],
	});
	await page.waitForURL(/sort=-CPUs\.number(%2C|,)-memory\.size/);
	await page.reload();
	await count(page, running);
	expect(await searchBox(page).inputValue()).toBe("power_state:Running");
	await page.goBack();
	await page.waitForURL((url) => !url.search.includes("memory.size"));
	await page.getByRole("combobox", { name: "Group by" }).click();
	await page.getByRole("option", { name: "Pool" }).click();
	await page.waitForURL(/group=/);
	const group = page.getByRole("row", { expanded: false }).first();
	await group.click();
	await page.getByRole("row", { expanded: true }).first().waitFor();
	await page.getByRole("gridcell", { name: "Running" }).first().waitFor();
});

test("a search is completed, and says where it is wrong", async () => {
	const page = await openList("/vms");
	await searchBox(page).pressSequentially("power_s");
	await page.getByRole("option", { name: /power_state/ }).waitFor();
	await page.keyboard.press("Tab");
	await page.keyboard.type("hal");
	await page.getByRole("option", { name: /Halted/ }).waitFor();
	await page.keyboard.press("Tab");
	expect(await searchBox(page).inputValue()).toBe("power_state:Halted ");
	await count(page, vms().filter((vm) => vm.power_state === "Halted").length);
	await searchBox(page).fill("name_label:(web");
	await page.getByText(/Column 12: .*not closed/).waitFor();
});

test("a wrong search in the address is told in the user's language", async () => {
	const page = await journey.openSignedIn("/vms?filter=((", {
		locale: "fr-FR",
	});
	const note = page.getByText("Cette « ( » n’est pas fermée.", { exact: true });
	await note.waitFor();
});

test("a search is built from fields", async () => {
	const page = await openList("/vms");
	await page.getByRole("button", { name: "Build a search" }).click();
	const builder = page.getByRole("dialog", { name: "Build a search" });
	await builder.getByRole("button", { name: "Add a rule" }).click();
	const { name_label } = someVm();
	await builder.getByRole("textbox", { name: "Value" }).fill(name_label);
	await count(page, 1);
	expect(await searchBox(page).inputValue()).toContain("name_label:");
	expect(await findViolations(page)).toEqual([]);
});

test("a VM is renamed in its row, and tagged in its panel", async () => {
	const page = await openList("/vms");
	const { id, name_label } = someVm();
	await rowOf(page, name_label).getByRole("gridcell").nth(2).click();
	const panel = page.getByRole("complementary", { name: "Details" });
	await panel.getByRole("link", { name: name_label }).waitFor();
	await panel.getByRole("button", { name: "Add a tag" }).click();
	await page.keyboard.type("from the list");
	await page.keyboard.press("Enter");
	await expect.poll(() => find(id).tags).toContain("from the list");
	await rowOf(page, name_label).getByRole("gridcell").nth(2).click();
	await page.keyboard.press("ArrowLeft");
	await page.keyboard.press("F2");
	await page.getByRole("textbox", { name: "Edit" }).fill("a new name");
	await page.keyboard.press("Enter");
	await rowOf(page, "a new name").waitFor();
	expect(find(id).name_label).toBe("a new name");
	expect(await findViolations(page)).toEqual([]);
});

test("many VMs are started at once, by keyboard alone", async () => {
	const page = await openList("/vms?filter=power_state%3AHalted");
	const halted = vms().filter((vm) => vm.power_state === "Halted").length;
	await page.getByRole("grid").focus();
	await page.keyboard.press("Control+a");
	const bar = page.getByRole("toolbar", { name: "Actions on the selection" });
	await bar.getByText(`${halted} selected`).waitFor();
	await bar.getByRole("button", { name: "Start" }).waitFor();
	expect(await findViolations(page)).toEqual([]);
	await page.keyboard.press("Escape");
	await bar.waitFor({ state: "hidden" });
	await page.keyboard.press("Space");
	await page.keyboard.press("Shift+ArrowDown");
	await bar.getByText("2 selected").waitFor();
	await bar.getByRole("button", { name: "Start" }).focus();
	await page.keyboard.press("Enter");
	await expect
		.poll(() => vms().filter((vm) => vm.power_state === "Halted").length)
		.toBe(halted - 2);
});

test("Enter opens the page of a VM, and back comes back", async () => {
	const page = await openList("/vms?sort=-name_label");
	await page.getByRole("grid").focus();
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	await page.waitForURL(/\/vm\/[^/]+\/overview/);
	await page.goBack();
	await page.waitForURL(/\/vms\?sort=-name_label/);
	await page.getByRole("grid").waitFor();
});

test("letters lead to a name, wherever in the list it is", async () => {
	const page = await openList("/vms?sort=-name_label");
	const { id, name_label } = someVm();
	await page.getByRole("grid").focus();
	await page.keyboard.press("End");
	// Spaces choose rows.
	await page.keyboard.type(name_label.split(" ")[0]);
	const row = rowOf(page, name_label);
	await expect
		.poll(() => row.locator("[data-active]").count(), { timeout: 10_000 })
		.toBe(1);
	await page.keyboard.press("Enter");
	await page.waitForURL(new RegExp(`/vm/${id}/overview`));
});

test.each(["CSV", "JSON"])("the whole list is exported as %s", async (kind) => {
	const page = await openList("/vms");
	await page.getByRole("button", { name: "Export" }).click();
	const [download] = await Promise.all([
		page.waitForEvent("download"),
		page.getByRole("menuitem", { name: new RegExp(kind) }).click(),
	]);
	const text = readFileSync(await download.path(), "utf8");
	if (kind === "JSON") {
		expect(JSON.parse(text)).toHaveLength(vms().length);
	} else {
		const lines = text.trim().split("\r\n");
		expect(lines[0]).toContain("id,Name,State,CPU");
		expect(lines).toHaveLength(vms().length + 1);
	}
});

test("a view is kept for its user", async () => {
	const page = await openList("/hosts?sort=-memory.size&filter=enabled%3F");
	await page.getByRole("button", { name: "Views" }).click();
	await page.getByRole("textbox", { name: "Name of this view" }).fill("Large");
	await page.keyboard.press("Enter");
	await page.getByRole("menuitem", { name: "Large" }).waitFor();
	const other = await openList("/hosts");
	await other.getByRole("button", { name: "Views" }).click();
	await other.getByRole("menuitem", { name: "Large" }).click();
	await other.waitForURL(/sort=-memory\.size/);
	expect(await searchBox(other).inputValue()).toBe("enabled?");
});

test("columns are chosen", async () => {
	const page = await openList("/vms");
	await page.getByRole("button", { name: "Columns" }).click();
	await page.getByRole("checkbox", { name: "UUID" }).check();
	await page.getByRole("checkbox", { name: "vCPUs", exact: true }).uncheck();
	await page.waitForURL(/columns=/);
	await page.getByRole("columnheader", { name: "UUID" }).waitFor();
	await page
		.getByRole("columnheader", { name: "vCPUs", exact: true })
		.waitFor({ state: "hidden" });
});

test("who may see one VM sees one", async () => {
	const { context } = journey.server;
	const user = { email: "one@example.org", password: "sees one VM only" };
	const subject = await context.users.create(user);
	const { id, name_label } = someVm();
	await context.store.acls.add({ subject, object: id, action: "viewer" });
	const page = await journey.open("/vms");
	await signIn(page, user);
	await count(page, 1);
	await rowOf(page, name_label).waitFor();
});

test("a phone shows cards, and details over them", async () => {
	const page = await journey.openSignedIn("/vms", {
		viewport: { width: 390, height: 844 },
	});
	await page.getByRole("row").nth(1).waitFor();
	const width = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(width).toBeLessThanOrEqual(390);
	await page
		.getByRole("row")
		.nth(1)
		.getByText("Running")
		.or(page.getByText("Halted"))
		.first()
		.click();
	const details = page.getByRole("dialog", { name: "Details" });
	await details.getByRole("button", { name: "Add a tag" }).waitFor();
});

test("on a phone, labels and values of cards stay inside of their cells", async () => {
	const page = await journey.openSignedIn("/vifs", {
		viewport: { width: 390, height: 844 },
	});
	const cells = page.locator("[data-cards] [data-column]:not([data-title])");
	await cells.getByRole("link").first().waitFor();
	const parts = await cells.evaluateAll((all) =>
		all.flatMap((cell) => {
			const { right } = cell.getBoundingClientRect();
			return [...cell.children].map((part) => {
				const box = part.getBoundingClientRect();
				return { isInside: box.right <= right + 1, width: box.width };
			});
		}),
	);
	expect(parts.length).toBeGreaterThan(10);
	expect(parts.filter(({ isInside }) => !isInside)).toEqual([]);
	expect(Math.min(...parts.map(({ width }) => width))).toBeGreaterThan(12);
});

test("an export names what is linked to", async () => {
	const page = await openList("/vifs?columns=device,%24VM,%24network");
	await page.getByRole("button", { name: "Export" }).click();
	const [download] = await Promise.all([
		page.waitForEvent("download"),
		page.getByRole("menuitem", { name: /JSON/ }).click(),
	]);
	const rows: Loose[] = JSON.parse(readFileSync(await download.path(), "utf8"));
	expect(rows.length).toBeGreaterThan(5);
	for (const row of rows) {
		const vif = find(row.id);
		expect(row.$VM).toBe(find(vif.$VM).name_label);
		expect(row.$network).toBe(find(vif.$network).name_label);
	}
});

test.each([
	["/templates", "VM-template"],
	["/snapshots", "VM-snapshot"],
	["/pools", "pool"],
	["/srs", "SR"],
	["/networks", "network"],
	["/pifs", "PIF"],
	["/vifs", "VIF"],
	["/pcis", "PCI"],
	["/messages", "message"],
] as const)("%s lists all", async (path, type) => {
	const page = await journey.openSignedIn(path);
	await count(page, [...journey.server.context.objects.ofType(type)].length);
});

test("of an action on several, what failed is told by name, with why", async () => {
	const page = await openList("/vms");
	await page.getByRole("grid").focus();
	await page.keyboard.press("Control+a");
	const bar = page.getByRole("toolbar", { name: "Actions on the selection" });
	const { length } = vms();
	await bar.getByText(`${length} selected`).waitFor();
	journey.pool.faults.failCalls("VM.snapshot", ["SR_FULL", "1", "2"]);
	await chooseInMenu(page, "Take snapshot");
	await confirm(page, "Take snapshot");
	const alert = page.getByRole("alert").filter({ hasText: "Take snapshot" });
	await alert.getByText(`1 of ${length}`).waitFor();
	await alert.getByRole("button", { name: "Show" }).click();
	const report = page.getByRole("dialog").getByRole("row");
	await expect.poll(() => report.count()).toBe(length + 1);
	expect(await report.nth(1).innerText()).not.toContain("Done");
	expect(await report.nth(2).innerText()).toContain("Done");
	expect(await findViolations(page)).toEqual([]);
});
