import { forAllTests } from "@xo/testing";
import { expect, test } from "vitest";
import { findViolations } from "./_axe.ts";
import { startJourney } from "./_journey.ts";

// biome-ignore lint/suspicious/noExplicitAny: tests look into records
type Loose = any;

const journey = await forAllTests(startJourney());

function all(type: "VM" | "VM-template"): Loose[] {
	return [...journey.server.context.objects.ofType(type)];
}

const template = (): Loose =>
	all("VM-template").find(
		({ isDefaultTemplate, template_info }) =>
			isDefaultTemplate && template_info.disks.length > 0,
	);

test("makes a VM from a template, by its name", async () => {
	const page = await journey.openSignedIn("/new/vm");
	await page.getByText("Choose a template to begin with").waitFor();
	const choose = page.getByRole("combobox", { name: "Template" });
	await choose.fill(template().name_label);
	await page
		.getByRole("option", { name: template().name_label, exact: true })
		.click();
	await page.getByRole("textbox", { name: "Name" }).first().fill("fresh");
	await page.getByRole("textbox", { name: "CPUs" }).fill("2");
	await page.getByRole("combobox", { name: "ISO image" }).click();
	await page.getByRole("listbox").getByRole("option").first().click();
	await page.getByRole("button", { name: "Add interface" }).click();
	await page.getByRole("button", { name: "Create VM" }).click();
	await page.waitForURL(/\/vm\//);
	await page.getByRole("heading", { level: 1, name: "fresh" }).waitFor();
	const vm = all("VM").find(({ name_label }) => name_label === "fresh");
	expect(vm).toMatchObject({
		power_state: "Running",
		CPUs: { number: 2 },
	});
	expect(vm.VIFs).toHaveLength(2);
	expect(vm.$VBDs).toHaveLength(template().template_info.disks.length + 1);
});

test("says what is wrong while one types, and keeps it from being sent", async () => {
	const page = await journey.openSignedIn(
		`/new/vm?template=${encodeURIComponent(template().id)}`,
	);
	await page.getByRole("textbox", { name: "Memory" }).fill("0.001");
	await page.getByText("Less than the system of this template").waitFor();
	await page.getByRole("button", { name: "Create VM" }).click();
	await page.getByText("A VM needs a name.").waitFor();
	await page.getByRole("alert").getByText("3 things to correct").waitFor();
	await page.getByRole("textbox", { name: "Name" }).first().fill("named");
	await page.getByRole("alert").getByText("2 things to correct").waitFor();
});

test("keeps what was typed when the server refuses", async () => {
	const page = await journey.openSignedIn(
		`/new/vm?template=${encodeURIComponent(template().id)}`,
	);
	const before = all("VM").length;
	await page.getByRole("textbox", { name: "Name" }).first().fill("too big");
	await page.getByRole("combobox", { name: "Install from" }).click();
	await page.getByRole("option", { name: "Nothing" }).click();
	const { db } = journey.pool;
	const ref = db.findByUuid("VM", template().uuid) ?? "";
	db.update("VM", ref, {
		blocked_operations: { clone: "not today" },
	} as never);
	await page.getByRole("button", { name: "Create VM" }).click();
	await page
		.getByRole("alert")
		.filter({ hasText: "The VM was not created" })
		.waitFor();
	expect(
		await page.getByRole("textbox", { name: "Name" }).first().inputValue(),
	).toBe("too big");
	expect(all("VM")).toHaveLength(before);
});

test("is accessible in both schemes", { timeout: 60_000 }, async () => {
	const page = await journey.openSignedIn(
		`/new/vm?template=${encodeURIComponent(template().id)}`,
	);
	await page.getByRole("button", { name: "Show" }).click();
	await page.getByRole("button", { name: "Create VM" }).click();
	await page.getByText("A VM needs a name.").waitFor();
	expect(await findViolations(page)).toEqual([]);
	await page.emulateMedia({ colorScheme: "dark" });
	expect(await findViolations(page)).toEqual([]);
});
