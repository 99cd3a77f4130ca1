import { createHmac } from "node:crypto";
import { forAllTests, TEST_ADMIN } from "@xo/testing";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { callAsAdmin } from "./_act.ts";
import { startJourney } from "./_journey.ts";

const journey = await forAllTests(startJourney());

const SECRET = Buffer.from("12345678901234567890");
const SECRET_BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

interface Account {
	readonly email: string;
	readonly password: string;
}

/** The code of an authenticator app (RFC 6238). */
function codeNow(): string {
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
	const hash = createHmac("sha1", SECRET).update(counter).digest();
	const offset = (hash.at(-1) ?? 0) & 0xf;
	const code = (hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000;
	return String(code).padStart(6, "0");
}

async function fillIn(page: Page, user: Account): Promise<void> {
	await page.getByLabel("User", { exact: true }).fill(user.email);
	await page.getByLabel("Password", { exact: true }).fill(user.password);
	await page.getByRole("button", { name: "Sign in" }).click();
}

describe("sign-in", () => {
	test("says what is wrong, then shows the page that was asked for", async () => {
		const page = await journey.open("/?view=mine");
		await fillIn(page, { email: "nobody@example.org", password: "wrong" });
		const alert = page.getByRole("alert");
		await alert.waitFor();
		expect(await alert.textContent()).toContain("not right");
		await fillIn(page, TEST_ADMIN);
		await page.getByRole("heading", { name: "Dashboard" }).waitFor();
		expect(new URL(page.url()).search).toBe("?view=mine");
	});

	test("asks for a code only where the account has one", async () => {
		const { users, store } = journey.server.context;
		const user = { email: "totp@example.org", password: "long enough" };
		const id = await users.create({ ...user, permission: "admin" });
		await store.users.update(id, { preferences: { otp: SECRET_BASE32 } });
		const page = await journey.open("/");
		expect(await page.getByLabel("Code").count()).toBe(0);
		await fillIn(page, user);
		await page.getByLabel("Code").fill(codeNow());
		await page.getByRole("button", { name: "Sign in" }).click();
		await page.getByRole("heading", { name: "Dashboard" }).waitFor();
	});

	test("ends with signing out", async () => {
		const page = await journey.openSignedIn("/");
		await page.getByRole("button", { name: "User menu" }).click();
		await page.getByRole("menuitem", { name: "Sign out" }).click();
		await page.getByLabel("User").waitFor();
		await page.reload();
		await page.getByLabel("User").waitFor();
	});
});

test("a session that has ended is renewed without losing the page", async () => {
	const page = await journey.openSignedIn("/?view=kept");
	const search = page.getByRole("searchbox", { name: "Search by name" });
	await search.fill("half a wo");
	const { tokens } = journey.server.context.store;
	await tokens.delete(tokens.list().map(({ id }) => id));
	const dialog = page.getByRole("dialog", { name: "Your session has ended" });
	await dialog.waitFor();
	await dialog
		.getByLabel("Password", { exact: true })
		.fill(TEST_ADMIN.password);
	await dialog.getByRole("button", { name: "Sign in" }).click();
	await dialog.waitFor({ state: "hidden" });
	expect(await search.inputValue()).toBe("half a wo");
	expect(new URL(page.url()).search).toBe("?view=kept");
	await page.getByRole("img", { name: /^Connected/ }).waitFor();
});

test("a lost connection is told at once and comes back by itself", async () => {
	const page = await journey.openSignedIn("/");
	const vms = page.getByRole("region", { name: "VMs" });
	await vms.getByText("4", { exact: true }).first().waitFor();
	await callAsAdmin(journey, "api.closeAllConnections", {});
	await page.getByRole("alert").getByText("Connection lost").waitFor();
	await page.getByRole("alert").waitFor({ state: "hidden" });
	await vms.getByText("4", { exact: true }).first().waitFor();
});
