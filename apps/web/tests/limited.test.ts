import { XoClient } from "@xo/client";
import { launchChromium, startTestServer, TEST_ADMIN } from "@xo/testing";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { findViolations } from "./_axe.ts";
import { type Journey, opener, signIn, startJourney } from "./_journey.ts";
import { screenText } from "./_screen.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let journey: Journey;
let admin: XoClient;
beforeAll(async () => {
	journey = await startJourney({ vms: 8 });
	admin = new XoClient({
		url: journey.server.url,
		credentials: TEST_ADMIN,
	});
	await admin.open();
});
afterAll(async () => {
	await admin?.close();
	await journey?.[Symbol.asyncDispose]();
});

/** Running ones first. */
function vms() {
	return [...journey.server.context.objects.ofType("VM")].toSorted((a, b) =>
		b.power_state.localeCompare(a.power_state),
	);
}

/** A page of somebody with a role on these objects. */
async function openAs(
	name: string,
	role: "viewer" | "operator",
	options: { readonly path: string; readonly on: readonly string[] },
): Promise<Page> {
	const user = { email: `${name}@example.org`, password: `words of ${name}` };
	const subject = await journey.server.context.users.create(user);
	for (const object of options.on) {
		await admin.call("acl.add", { subject, object, action: role });
	}
	const page = await journey.open(options.path);
	await signIn(page, user);
	return page;
}

function userIdOf(name: string): string {
	const { users } = journey.server.context.store;
	return users.findByEmail(`${name}@example.org`)?.id ?? "";
}

async function go(page: Page, path: string): Promise<void> {
	await page.goto(journey.server.url + path);
	await page.getByRole("heading", { level: 1 }).first().waitFor();
}

describe("an operator of four VMs", () => {
	let page: Page;
	const four = () => vms().slice(0, 4);
	beforeAll(async () => {
		const on = four().map(({ id }) => id);
		page = await openAs("operator", "operator", { path: "/", on });
	});
	afterAll(() => page?.context().close());

	test("sees these on the dashboard, in the list and in the tree", async () => {
		const tile = page.getByRole("region", { name: "VMs", exact: true });
		await tile.getByText("4", { exact: true }).first().waitFor();
		// Nothing of the infrastructure: zeros would be untrue.
		const others = page.getByRole("region", { name: /^(Hosts|Storage)$/ });
		expect(await others.count()).toBe(0);
		expect(await findViolations(page)).toEqual([]);
		await go(page, "/vms");
		await page.getByText("4 objects").waitFor();
		const cell = page.getByRole("gridcell", { name: "Not shared with you" });
		await cell.first().waitFor();
		const rows = await page.getByRole("grid").innerText();
		expect(rows).not.toMatch(/[\da-f]{8}-[\da-f]{4}-/);
		await page.goto(`${journey.server.url}/vms?group=%24container`);
		await page
			.getByRole("row", { name: /Not shared with you/ })
			.first()
			.waitFor();
		await go(page, "/topology");
		await page.getByText(/None of the pools is shared with you/).waitFor();
		expect(
			await page.getByRole("link", { name: "Pool connections" }).count(),
		).toBe(0);
		await go(page, "/hosts");
		await page.getByText(/what you have been given access to/).waitFor();
		expect(await findViolations(page)).toEqual([]);
	});

	test("finds only pages of their own in the menu", async () => {
		await page.getByRole("button", { name: "Settings" }).click();
		await page.getByRole("menuitem", { name: "Profile" }).waitFor();
		expect(await page.getByRole("menuitem", { name: "Users" }).count()).toBe(0);
		await page.keyboard.press("Escape");
	});

	test("uses a VM, and is told why it cannot be changed", async () => {
		const [vm] = four();
		await go(page, `/vm/${vm?.id}/overview`);
		await page.getByText("Not shared with you").first().waitFor();
		await go(page, `/vm/${vm?.id}/general`);
		const shutDown = page.getByRole("button", { name: "Shut down" });
		await expect
			.poll(() => shutDown.getAttribute("aria-disabled"))
			.toBe("false");
		const edit = page.getByRole("button", { name: "Edit: Name" });
		await expect.poll(() => edit.getAttribute("aria-disabled")).toBe("true");
		await edit.hover();
		await page
			.getByRole("tooltip")
			.filter({ hasText: "You may not do this with it." })
			.waitFor();
		const addTag = page.getByRole("button", { name: "Add a tag" });
		expect(await addTag.getAttribute("aria-disabled")).toBe("true");
		await page.getByRole("button", { name: "More actions" }).click();
		const item = page.getByRole("menuitem", { name: /^Delete/ });
		await item.getByText(/An administrator can give you the right/).waitFor();
		expect(await item.getAttribute("aria-disabled")).toBe("true");
		await page.keyboard.press("Escape");
		await page.getByRole("link", { name: "Console" }).click();
		await expect
			.poll(() => screenText(page), { timeout: 20_000 })
			.toContain("login:");
	});

	test("is told in a list why its names cannot be changed", async () => {
		await go(page, "/vms");
		const [vm] = four();
		const link = page.getByRole("link", { name: vm?.name_label, exact: true });
		await page.getByRole("grid").focus();
		await page.keyboard.press("F2");
		const panel = page.getByRole("complementary", { name: "Details" });
		const edit = panel.getByRole("button", { name: "Edit: Name" });
		await edit.waitFor();
		expect(await edit.getAttribute("aria-disabled")).toBe("true");
		expect(await link.count()).toBeGreaterThan(0);
	});

	test("is told whom to ask for what they may not see", async () => {
		await go(page, `/vm/${vms()[6]?.id}/overview`);
		await page
			.getByRole("heading", { name: "There is no such object" })
			.waitFor();
		await page.getByText(/ask an administrator for the right/).waitFor();
		expect(await findViolations(page)).toEqual([]);
		await page.getByRole("link", { name: "All: VMs" }).click();
		await page.getByText("4 objects").waitFor();
	});

	test.each(["connections", "users", "groups", "acls", "logs"])(
		"is told that /settings/%s is for administrators",
		async (name) => {
			await go(page, `/settings/${name}`);
			await page
				.getByRole("heading", { name: "This page is for administrators" })
				.waitFor();
			await page.getByText(/signed in as operator@example.org/).waitFor();
			expect(await findViolations(page)).toEqual([]);
		},
	);
});

test("a viewer looks, and acts on nothing", async () => {
	const vm = vms().find(({ power_state }) => power_state === "Halted");
	const on = [vm?.id ?? ""];
	const page = await openAs("viewer", "viewer", { path: "/vms", on });
	await page.getByText("1 object", { exact: true }).waitFor();
	await page.getByRole("grid").focus();
	await page.keyboard.press("Enter");
	await page.waitForURL(/\/vm\//);
	const start = page.getByRole("button", { name: "Start", exact: true });
	await expect.poll(() => start.getAttribute("aria-disabled")).toBe("true");
	await start.hover();
	await page
		.getByRole("tooltip")
		.getByText(/You may not do this/)
		.waitFor();
	await page.context().close();
});

test("who loses a right sees so at once, and when it comes back", async () => {
	const vm = vms().find(({ power_state }) => power_state === "Halted");
	const object = vm?.id ?? "";
	const path = `/vm/${object}/overview`;
	const page = await openAs("late", "operator", { path, on: [object] });
	const start = page.getByRole("button", { name: "Start", exact: true });
	await expect.poll(() => start.getAttribute("aria-disabled")).toBe("false");
	const subject = userIdOf("late");
	await admin.call("acl.add", { subject, object, action: "viewer" });
	await admin.call("acl.remove", { subject, object, action: "operator" });
	await expect.poll(() => start.getAttribute("aria-disabled")).toBe("true");
	await admin.call("acl.add", { subject, object, action: "operator" });
	await expect.poll(() => start.getAttribute("aria-disabled")).toBe("false");
	await page.context().close();
});

test("who has been given nothing is told so, and sees at once what comes", async () => {
	const page = await openAs("nobody", "viewer", { path: "/", on: [] });
	await page
		.getByRole("heading", { name: "Nothing has been shared with you yet" })
		.waitFor();
	expect(await findViolations(page)).toEqual([]);
	const subject = userIdOf("nobody");
	const object = vms()[0]?.id ?? "";
	await admin.call("acl.add", { subject, object, action: "viewer" });
	const tile = page.getByRole("region", { name: "VMs", exact: true });
	await tile.getByText("1", { exact: true }).first().waitFor();
	await page.context().close();
});

test("an address without a page leads on", async () => {
	const page = await journey.openSignedIn("/no/such/page");
	await page.getByRole("heading", { name: "There is no such page" }).waitFor();
	expect(await findViolations(page)).toEqual([]);
	const main = page.getByRole("main");
	await main.getByRole("button", { name: /Search or go to/ }).click();
	await page.getByRole("dialog").waitFor();
	await page.keyboard.press("Escape");
	await main.getByRole("link", { name: "Dashboard" }).click();
	await page.getByRole("heading", { level: 1, name: "Dashboard" }).waitFor();
	await page.context().close();
});

test("an empty server leads its administrator to the first pool", async () => {
	await using server = await startTestServer();
	const browser = await launchChromium();
	try {
		const page = await opener(browser, server.url)("/");
		await signIn(page);
		await page
			.getByRole("heading", { name: "Connect your first pool" })
			.waitFor();
		expect(await findViolations(page)).toEqual([]);
		await page.getByRole("button", { name: "Add a pool" }).click();
		await page.waitForURL(/connections\?add=true/);
		await page
			.getByRole("dialog")
			.getByRole("textbox", { name: /^Address of the pool/ })
			.waitFor({ timeout: 30_000 });
	} finally {
		await browser.close();
	}
});
