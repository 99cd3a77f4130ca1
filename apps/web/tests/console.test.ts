import { readFileSync } from "node:fs";
import { forAllTests } from "@xo/testing";
import type { Page } from "playwright-core";
import { expect, test, vi } from "vitest";
import { findViolations } from "./_axe.ts";
import { signIn, startJourney } from "./_journey.ts";
import { screenText } from "./_screen.ts";

/** Several browsers and a simulator share few processors. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const journey = await forAllTests(startJourney());

function vm() {
	const [first] = [...journey.server.context.objects.ofType("VM")].filter(
		({ power_state }) => power_state === "Running",
	);
	if (first === undefined) throw new Error("the pool has no running VM");
	return first;
}

const address = () => `/vm/${vm().id}/console`;

/** Waits until the screen shows something. */
async function shows(page: Page, text: string): Promise<void> {
	await expect
		.poll(() => screenText(page), { timeout: 30_000, interval: 250 })
		.toContain(text);
}

async function signInAtConsole(page: Page): Promise<void> {
	await shows(page, "login:");
	await page.locator("[data-console=connected] canvas").click();
	await page.keyboard.type("root\nsecret\n");
	await shows(page, ":~#");
}

test("shows the screen, takes keys and pasted text", async () => {
	const page = await journey.openSignedIn(address());
	await shows(page, `${vm().name_label} login:`);
	expect(await findViolations(page)).toEqual([]);
	await signInAtConsole(page);
	await page.keyboard.type("echo typed-42 [a]\n");
	await shows(page, "\ntyped-42 [a]");
	// With the key held, as hands do; nothing but scan codes is sent.
	await page.keyboard.press("Shift+A");
	await page.keyboard.press("Shift+Digit1");
	await shows(page, ":~# A!");
	await page.keyboard.press("Control+c");

	await page.getByRole("button", { name: "Type text" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("Text", { exact: true }).fill("echo Pasted→ @[1]\n");
	await dialog.getByText("This layout has no keys for: →").waitFor();
	expect((await findViolations(page)).join("\n")).toBe("");
	await dialog.getByRole("button", { name: "Type", exact: true }).click();
	await shows(page, "\nPasted @[1]");

	await page.getByRole("button", { name: "Type text" }).click();
	await dialog.getByRole("combobox", { name: /layout/ }).click();
	await page.getByRole("option", { name: "French" }).click();
	await dialog.getByLabel("Text", { exact: true }).fill("aqz");
	await dialog.getByRole("button", { name: "Type", exact: true }).click();
	// The simulated machine has US keys: what is printed elsewhere moves.
	await shows(page, ":~# qaw");
	await page.context().close();
});

test("sends keys that browsers keep, saves pictures, leaves by keyboard", async () => {
	const page = await journey.openSignedIn(address());
	await shows(page, vm().name_label);
	await page.getByRole("button", { name: "Keys" }).click();
	await page.getByRole("menuitem", { name: "Ctrl + C" }).click();
	await shows(page, "^C");

	const download = page.waitForEvent("download");
	await page.getByRole("button", { name: "Save a screenshot" }).click();
	const file = await (await download).path();
	expect(readFileSync(file).subarray(1, 4).toString()).toBe("PNG");

	await page.locator("[data-console=connected] canvas").focus();
	await page.keyboard.press("Control+Alt+Home");
	const isInToolbar = () =>
		page.evaluate(
			() => document.activeElement?.closest("[role=toolbar]") !== null,
		);
	await expect.poll(isInToolbar).toBe(true);

	await page.getByRole("button", { name: "Ctrl + Alt + Del" }).click();
	await shows(page, "Booting from Hard Disk");
	await page.context().close();
});

test("comes back when the VM restarts, waits while it is halted", async () => {
	const page = await journey.openSignedIn(address());
	const { pool, server } = journey;
	const { id, name_label: name } = vm();
	await shows(page, "login:");
	const call = (action: string) =>
		server.fetch(`/rest/v0/vms/${id}/actions/${action}?sync=true`, {
			method: "POST",
		});
	expect(await call("hard_reboot")).toHaveProperty("ok", true);
	await shows(page, "Booting from Hard Disk");
	expect(await call("hard_shutdown")).toHaveProperty("ok", true);
	await page.getByRole("heading", { name: "This VM is halted" }).waitFor();
	expect(await findViolations(page)).toEqual([]);
	const screen = page.getByRole("status").filter({ hasText: "This VM is" });
	await screen.getByRole("button", { name: "Start" }).click();
	await shows(page, name);
	pool.faults.dropConnections();
	await shows(page, name);
	await page.context().close();
});

test("fills a tab of its own", async () => {
	const page = await journey.openSignedIn(address());
	const opened = page.context().waitForEvent("page");
	await page.getByRole("link", { name: "Open in a tab of its own" }).click();
	const own = await opened;
	await shows(own, vm().name_label);
	const box = await own.locator("[data-console]").boundingBox();
	expect(box?.width).toBe(own.viewportSize()?.width);
	await page.context().close();
});

test("is that of the control domain for a host", async () => {
	const [host] = journey.server.context.objects.ofType("host");
	const page = await journey.openSignedIn(`/host/${host?.id}/console`);
	await shows(page, "Press Enter for a local command shell");
	await page.context().close();
});

test("opens a phone's keyboard", async () => {
	const page = await journey.openSignedIn(address(), {
		viewport: { width: 390, height: 844 },
		hasTouch: true,
		isMobile: true,
	});
	await shows(page, vm().name_label);
	await shows(page, "login:");
	await page.getByRole("button", { name: "Open the keyboard" }).tap();
	const field = page.getByLabel("Typed into the machine");
	expect(
		await field.evaluate((element) => element === document.activeElement),
	).toBe(true);
	await page.keyboard.insertText("phone");
	await shows(page, "login: phone");
	await page.keyboard.press("Backspace");
	await page.keyboard.insertText("y");
	await shows(page, "login: phony");
	await page.context().close();
});

test("is refused without the right to operate", async () => {
	const { users, store } = journey.server.context;
	const user = { email: "viewer@example.org", password: "a long password" };
	const subject = await users.create({ ...user, permission: "none" });
	await store.acls.add({ subject, object: vm().id, action: "viewer" });
	const page = await journey.open(address());
	await signIn(page, user);
	await page
		.getByRole("heading", { name: "You may not see this console" })
		.waitFor();
	await page.context().close();
});
