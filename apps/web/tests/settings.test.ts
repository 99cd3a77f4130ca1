import { forAllTests } from "@xo/testing";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { codeAt } from "../src/pages/settings/totp.ts";
import { signIn, startJourney } from "./_journey.ts";

const journey = await forAllTests(startJourney());

/** The table row that holds a text. */
function rowOf(page: Page, text: string) {
	return page.getByRole("row").filter({ hasText: text });
}

function dialogOf(page: Page, name: string | RegExp) {
	return page.getByRole("dialog", { name });
}

test("from no pool to a connected one, with a confirmed certificate", async () => {
	const { pools } = journey.server.context;
	for (const { id } of pools.list()) await pools.remove(id);
	const page = await journey.openSignedIn("/settings/connections");
	await page
		.getByRole("heading", { name: "Connect your first pool" })
		.waitFor();
	const { url, username, password, fingerprint } = journey.pool;
	await page.getByRole("button", { name: "Add a pool" }).first().click();
	const dialog = dialogOf(page, "Add a pool");
	await dialog.getByRole("button", { name: "Connect" }).click();
	await dialog.getByText("This is needed.").first().waitFor();
	await dialog
		.getByRole("textbox", { name: "Address of the pool’s master" })
		.fill(new URL(url).host);
	await dialog.getByRole("textbox", { name: "User name" }).fill(username);
	await dialog.getByLabel("Password", { exact: true }).fill(password);
	await dialog.getByRole("button", { name: "Connect" }).click();
	await dialog.getByText(fingerprint).waitFor();
	expect(pools.list()).toEqual([]);
	const trust = dialog.getByRole("button", { name: "Trust and connect" });
	expect(await trust.isDisabled()).toBe(true);
	await dialog
		.getByRole("checkbox", { name: "The host shows the same fingerprint" })
		.check();
	await trust.click();
	await dialog.waitFor({ state: "hidden" });
	const row = rowOf(page, "test pool");
	await row.getByText("Connected", { exact: true }).waitFor();
	await row.getByRole("link", { name: "test pool" }).waitFor();

	await row.getByRole("switch").click({ force: true });
	await page.getByText("Switched off").waitFor();
	await page.getByRole("switch").click({ force: true });
	await row.getByText("Connected", { exact: true }).waitFor();
});

test("a wrong password of a pool says what to do", async () => {
	const { pools, store } = journey.server.context;
	const row = store.poolConnections.list()[0];
	if (row === undefined) throw new Error("no pool connection");
	const page = await journey.openSignedIn("/settings/connections");
	await page.getByRole("button", { name: /^Edit: / }).click();
	const dialog = dialogOf(page, "Pool connection");
	await dialog.getByLabel("Password", { exact: true }).fill("wrong");
	await dialog.getByRole("button", { name: "Save" }).click();
	await page
		.getByText("The pool refuses the user name or the password.")
		.waitFor();
	await page.getByRole("button", { name: "Details" }).click();
	await page.getByText("SESSION_AUTHENTICATION_FAILED").waitFor();
	await store.poolConnections.update(row.id, {
		password: journey.pool.password,
	});
	await pools.enable(row.id);
	await page.getByText("Connected", { exact: true }).waitFor();
});

test("users, groups and access rights", async () => {
	const page = await journey.openSignedIn("/settings/users");
	await page.getByRole("button", { name: "Add a user" }).click();
	const user = dialogOf(page, "Add a user");
	await user.getByRole("textbox", { name: "E-mail or name" }).fill("ada");
	await user.getByLabel("Password", { exact: true }).fill("short");
	await user.getByRole("button", { name: "Create" }).click();
	await user.getByText("the password is too short").waitFor();
	await user.getByLabel("Password", { exact: true }).fill("long enough");
	await user.getByRole("button", { name: "Create" }).click();
	await rowOf(page, "ada").waitFor();
	const own = rowOf(page, "admin@example.org");
	expect(
		await own
			.getByRole("button", { name: /^Remove: / })
			.getAttribute("aria-disabled"),
	).toBe("true");

	await page.goto(`${journey.server.url}/settings/groups`);
	await page.getByText("There is no group yet.").waitFor();
	await page.getByRole("button", { name: "Add a group" }).click();
	const group = dialogOf(page, "Add a group");
	await group.getByRole("textbox", { name: "Name" }).fill("readers");
	await group.getByRole("combobox", { name: "Members" }).click();
	await page.getByRole("option", { name: "ada" }).click();
	await page.keyboard.press("Tab");
	await group.getByRole("button", { name: "Create" }).click();
	await rowOf(page, "readers").getByText("ada").waitFor();

	await page.goto(`${journey.server.url}/settings/acls`);
	await page.getByRole("button", { name: "Give access" }).click();
	const acl = dialogOf(page, "Give access");
	await acl.getByRole("combobox", { name: "User or group" }).click();
	await page.getByRole("option", { name: "readers" }).click();
	await acl.getByRole("combobox", { name: "Object" }).fill("test pool");
	await page.getByRole("option", { name: "test pool · pool" }).click();
	await acl.getByRole("button", { name: "Give", exact: true }).click();
	const right = rowOf(page, "readers");
	await right.getByRole("link", { name: "test pool" }).waitFor();
	await right.getByRole("button", { name: /^Take away: / }).click();
	await page.getByText("Nobody has been given anything").waitFor();
});

test("a token is shown once, and works", async () => {
	const page = await journey.openSignedIn("/settings/tokens");
	await page.getByRole("button", { name: "Create a token" }).click();
	const dialog = dialogOf(page, "Create a token");
	await dialog
		.getByRole("textbox", { name: "Description" })
		.fill("nightly script");
	await dialog.getByRole("button", { name: "Create" }).click();
	const made = dialogOf(page, "Copy the token now");
	const token = (await made.locator("pre").textContent()) ?? "";
	expect(token).toMatch(/^[\w-]{43}$/);
	const ask = () =>
		fetch(`${journey.server.url}/rest/v0/users/me`, {
			headers: { cookie: `authenticationToken=${token}` },
		});
	expect((await ask()).status).toBe(200);
	await made.getByRole("button", { name: "Close" }).click();
	await page.getByRole("button", { name: "Remove: nightly script" }).click();
	await page
		.getByRole("dialog")
		.getByRole("button", { name: "Remove" })
		.click();
	await rowOf(page, "nightly script").waitFor({ state: "detached" });
	expect((await ask()).status).toBe(401);
	expect(await page.content()).not.toContain(token);
});

test("the own password and a second factor", async () => {
	const { users } = journey.server.context;
	const person = { email: "eve@example.org", password: "first password" };
	await users.create(person);
	const page = await journey.open("/settings/profile");
	await signIn(page, person);
	await page.getByLabel("Present password").fill(person.password);
	await page
		.getByLabel("New password", { exact: true })
		.fill("second password");
	await page.getByLabel("New password, again").fill("second password");
	await page.getByRole("button", { name: "Change the password" }).click();
	await page.getByText("The password was changed.").waitFor();

	await page.getByRole("button", { name: "Switch on" }).click();
	await page.getByRole("img", { name: "QR code of the secret" }).waitFor();
	const code = page.getByRole("textbox", { name: /The code that the app/ });
	await code.fill("000000");
	await page.getByRole("button", { name: "Switch on" }).click();
	await page.getByText("This is not the code").waitFor();
	const secret = (await page.locator("pre").textContent())?.replaceAll(" ", "");
	await code.fill(await codeAt(secret ?? "", Date.now()));
	await page.getByRole("button", { name: "Switch on" }).click();
	await page.getByText("Sign-in asks for a code.").waitFor();
	expect(users.get((await idOf(person.email)) ?? "").preferences.otp).toBe(
		secret,
	);
	await page.getByRole("button", { name: "Switch off" }).click();
	await page
		.getByRole("dialog")
		.getByRole("button", { name: "Switch off" })
		.click();
	await page.getByRole("button", { name: "Switch on" }).waitFor();
});

async function idOf(email: string): Promise<string | undefined> {
	return journey.server.context.store.users.findByEmail(email)?.id;
}

test("the log of failures, and what this is", async () => {
	const page = await journey.openSignedIn("/settings/logs");
	const { version } = journey.server.context;
	await page.getByRole("row").nth(1).waitFor();
	await page
		.getByRole("button", { name: /^Details: / })
		.first()
		.click();
	await page.getByText('"method":').first().waitFor();
	await page.getByRole("button", { name: "Delete all" }).click();
	await page
		.getByRole("dialog")
		.getByRole("button", { name: "Delete all" })
		.click();
	await page.getByText("Nothing has failed.").waitFor();
	await page.goto(`${journey.server.url}/settings/about`);
	await page.getByRole("cell", { name: version, exact: true }).waitFor();
	await page.getByText("1 of 1 connected").waitFor();
});
