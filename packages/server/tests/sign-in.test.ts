import { ManualClock } from "@xo/std";
import { startTestServer, TEST_ADMIN } from "@xo/testing";
import { Secret, TOTP } from "otpauth";
import { describe, expect, test } from "vitest";
import { TestBrowser } from "./_browser.ts";
import { startEmptyServer } from "./_empty-server.ts";

const HOUR_MS = 3_600_000;
const FORM = { username: TEST_ADMIN.email, password: TEST_ADMIN.password };
const FOREIGN = { origin: "https://evil.example" };

/** Why the browser is sent back to the sign-in page. */
function refusalOf(response: Response): string | null {
	expect(response.status).toBe(303);
	const location = response.headers.get("location") ?? "";
	expect(location).toMatch(/^\/signin\?error=/);
	return new URLSearchParams(location.split("?")[1]).get("error");
}

/** What the sign-in page does. */
async function signIn(browser: TestBrowser, url: string, body: object) {
	const response = await browser.get("/signin/local", {
		method: "POST",
		headers: { "content-type": "application/json", origin: url },
		body: JSON.stringify(body),
	});
	const text = await response.text();
	return [response.status, text === "" ? undefined : JSON.parse(text).kind];
}

async function isSignedIn(browser: TestBrowser): Promise<boolean> {
	const { error } = await browser.call("session.signIn", {});
	return error === undefined;
}

test("a form signs the browser in, and /signout out", async () => {
	await using server = await startTestServer();
	const browser = new TestBrowser(server.url);
	expect(await isSignedIn(browser)).toBe(false);

	const response = await browser.post("/signin/local", FORM);
	expect([response.status, response.headers.get("location")]).toEqual([
		303,
		"/",
	]);
	expect(browser.setCookies).toEqual([
		expect.stringMatching(
			/^token=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
		),
		expect.stringMatching(
			/^clientId=[\w-]+; Path=\/; Max-Age=315360000; HttpOnly; SameSite=Strict$/,
		),
	]);
	const { result } = await browser.call("session.signIn", {});
	expect(result).toMatchObject({ email: TEST_ADMIN.email });

	const token = browser.cookies.get("token") ?? "";
	const out = await browser.get("/signout");
	expect([out.status, out.headers.get("location")]).toEqual([302, "/"]);
	expect(browser.setCookies[0]).toMatch(/^token=; Path=\/; Max-Age=0;/);
	browser.cookies.set("token", token);
	expect(await isSignedIn(browser)).toBe(false);
});

test("a session ends after 10 hours, a remembered one after 30 days", async () => {
	const clock = new ManualClock(Date.now());
	await using server = await startEmptyServer({ clock });
	await server.context.users.create({ ...TEST_ADMIN, permission: "admin" });
	const browser = new TestBrowser(server.url);
	const remembered = new TestBrowser(server.url);
	await browser.post("/signin/local", FORM);
	await remembered.post("/signin/local", { ...FORM, "remember-me": "on" });
	expect(remembered.setCookies[0]).toContain("Max-Age=2592000;");
	clock.advance(10 * HOUR_MS - 1);
	expect(await isSignedIn(browser)).toBe(true);
	clock.advance(1);
	expect(await isSignedIn(browser)).toBe(false);
	clock.advance(29 * 24 * HOUR_MS);
	expect(await isSignedIn(remembered)).toBe(true);
	clock.advance(24 * HOUR_MS);
	expect(await isSignedIn(remembered)).toBe(false);
	clock.advance(HOUR_MS);
	const { tokens } = server.context.store;
	await expect.poll(() => tokens.list()).toEqual([]);
});

test("says that the password is wrong, then to wait", async () => {
	const clock = new ManualClock(Date.now());
	await using server = await startEmptyServer({ clock });
	await server.context.users.create({ ...TEST_ADMIN, permission: "admin" });
	const browser = new TestBrowser(server.url);
	const wrong = await browser.post("/signin/local", { ...FORM, password: "x" });
	expect(refusalOf(wrong)).toBe("invalidCredentials");
	const soon = await browser.post("/signin/local", FORM);
	expect(refusalOf(soon)).toBe("tooManyRequests");
	expect(await signIn(browser, server.url, FORM)).toEqual([
		429,
		"tooManyRequests",
	]);
	expect(browser.cookies.has("token")).toBe(false);

	const { error } = await browser.call("session.signIn", FORM);
	expect(error).toMatchObject({
		code: 29,
		message: expect.stringContaining("wait two seconds"),
	});
	const basic = Buffer.from(`${FORM.username}:${FORM.password}`);
	const rest = await fetch(`${server.url}/rest/v0/users`, {
		headers: { authorization: `Basic ${basic.toString("base64")}` },
	});
	expect([rest.status, rest.headers.get("retry-after")]).toEqual([429, "2"]);
	clock.advance(2_000);
	expect(
		(await browser.post("/signin/local", FORM)).headers.get("location"),
	).toBe("/");
});

test("the old password of user.changePassword is slowed as well", async () => {
	await using server = await startTestServer();
	const { users, authentication, store } = server.context;
	const user = store.users.find(server.adminId);
	if (user === undefined) throw new Error("no administrator");
	const caller = { user, isAdmin: true, address: "" };
	const change = (oldPassword: string) =>
		users.changePassword(caller, { oldPassword, newPassword: "new password" });
	await expect(change("wrong")).rejects.toMatchObject({
		kind: "invalidCredentials",
	});
	await expect(change(TEST_ADMIN.password)).rejects.toMatchObject({
		kind: "tooManyRequests",
	});
	await expect(
		authentication.checkPassword({
			login: TEST_ADMIN.email,
			password: TEST_ADMIN.password,
			address: caller.address,
		}),
	).rejects.toMatchObject({ kind: "tooManyRequests" });
});

test("a second factor is asked, and not used up by wrong passwords", async () => {
	const clock = new ManualClock(Date.now());
	await using server = await startEmptyServer({ clock });
	const { store, users } = server.context;
	const id = await users.create({ ...TEST_ADMIN, permission: "admin" });
	const otp = "JBSWY3DPEHPK3PXP";
	await store.users.update(id, { preferences: { otp } });
	const secret = Secret.fromBase32(otp);
	const codeNow = () =>
		new TOTP({ secret }).generate({ timestamp: clock.now() });
	const browser = new TestBrowser(server.url);
	// The right password without a code is no guess: no wait after it.
	const without = await browser.post("/signin/local", FORM);
	expect(refusalOf(without)).toBe("invalidCredentials");
	const asked = await signIn(browser, server.url, FORM);
	expect(asked).toEqual([401, "otpRequired"]);
	const code = codeNow();
	const wrong = { ...FORM, password: "x", otp: code };
	expect(await signIn(browser, server.url, wrong)).toEqual([
		401,
		"invalidCredentials",
	]);
	clock.advance(2_000);
	const right = { ...FORM, otp: code };
	expect(await signIn(browser, server.url, right)).toEqual([204, undefined]);
	expect(await isSignedIn(browser)).toBe(true);
});

test("GET /signin?token= signs in until the token ends", async () => {
	await using server = await startTestServer();
	const made = await server.fetch("/rest/v0/users/me/authentication_tokens", {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ expiresIn: "1 hour" }),
	});
	const { token } = (await made.json()) as { token: { id: string } };
	const browser = new TestBrowser(server.url);
	const response = await browser.get(
		`/signin?token=${token.id}&next=//evil.example`,
	);
	expect([response.status, response.headers.get("location")]).toEqual([
		303,
		"/",
	]);
	expect(browser.setCookies[0]).toMatch(/Max-Age=3(600|599);/);
	expect(await isSignedIn(browser)).toBe(true);
	// The token is not of this browser: signing out leaves it alone.
	await browser.get("/signout");
	browser.cookies.set("token", token.id);
	expect(await isSignedIn(browser)).toBe(true);

	const wrong = new TestBrowser(server.url);
	const refused = await wrong.get("/signin?token=nonsense");
	expect(refusalOf(refused)).toBe("token");
});

test("no redirect leaves the server, no text of a request is shown", async () => {
	await using server = await startTestServer();
	const browser = new TestBrowser(server.url);
	const path = "/signin/local?next=https://evil.example&url=//evil.example";
	const response = await browser.post(path, {
		...FORM,
		next: "//evil.example",
	});
	expect(response.headers.get("location")).toBe("/");
	const page = await browser.get("/signin?error=<script>alert(1)</script>");
	const html = await page.text();
	expect(html).not.toContain("alert");
	expect(page.headers.get("content-security-policy")).toContain(
		"script-src 'self'",
	);
	expect((await browser.get("//evil.example")).status).toBe(404);
});

describe("another site", () => {
	test("cannot sign a browser in", async () => {
		await using server = await startTestServer();
		const browser = new TestBrowser(server.url);
		const headers = [
			FOREIGN,
			{ origin: "null" },
			{ "sec-fetch-site": "cross-site" },
			{ "sec-fetch-site": "same-site" },
		];
		for (const header of headers) {
			const { status } = await browser.post("/signin/local", FORM, header);
			expect(status).toBe(403);
		}
		expect(browser.setCookies).toEqual([]);
	});

	test("cannot use the cookie, by REST or WebSocket", async () => {
		await using server = await startTestServer();
		const browser = new TestBrowser(server.url);
		await browser.post("/signin/local", FORM);
		const init = { method: "DELETE", headers: FOREIGN };
		const path = `/rest/v0/users/${server.adminId}`;
		expect((await browser.get(path, init)).status).toBe(403);
		await expect(browser.call("session.signIn", {}, FOREIGN)).rejects.toThrow(
			"403",
		);
	});

	test("a program's socket is not signed in by a cookie", async () => {
		await using server = await startTestServer();
		const browser = new TestBrowser(server.url);
		await browser.post("/signin/local", FORM);
		const { error } = await browser.call("session.signIn", {}, {});
		expect(error).toEqual({ code: 3, message: "invalid credentials" });
		const stranger = new TestBrowser(server.url);
		const answer = await stranger.call("session.signIn", {});
		expect(answer.error).toMatchObject({ code: 3 });
	});

	test("may link to us: the page finds out itself who is signed in", async () => {
		await using server = await startTestServer();
		const browser = new TestBrowser(server.url);
		const headers = { "sec-fetch-site": "cross-site" };
		expect((await browser.get("/", { headers })).status).toBe(200);
	});
});
