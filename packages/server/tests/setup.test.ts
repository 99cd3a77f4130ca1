import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ManualClock } from "@xo/std";
import { expect, test } from "vitest";
import { TestBrowser } from "./_browser.ts";
import { startEmptyServer } from "./_empty-server.ts";

const ADMIN = { email: "ada@example.org", password: "correct horse" };
const HOUR_MS = 3_600_000;

function secretOf(link: string | undefined): string {
	return new URL(link ?? "").hash.slice(1);
}

function post(
	url: string,
	body: unknown,
	headers: Record<string, string> = {},
) {
	return fetch(`${url}/setup`, {
		method: "POST",
		headers: { "content-type": "application/json", ...headers },
		body: JSON.stringify(body),
	});
}

async function errorOf(response: Response) {
	const { error } = (await response.json()) as { error: string };
	return [response.status, error];
}

test("the link makes the first administrator, once, and signs in", async () => {
	await using server = await startEmptyServer();
	const { url } = server;
	const browser = new TestBrowser(url);
	expect((await browser.get("/")).headers.get("location")).toBe("/setup");
	expect((await browser.get("/setup")).status).toBe(200);
	const link = await server.createSetupLink();
	expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/setup#[\w-]{43}$/);

	const made = await browser.get("/setup", {
		method: "POST",
		headers: { "content-type": "application/json", origin: url },
		body: JSON.stringify({ ...ADMIN, secret: secretOf(link) }),
	});
	expect([made.status, await made.json()]).toEqual([201, { next: "/" }]);
	const { result } = await browser.call("session.signIn", {});
	expect(result).toMatchObject({ email: ADMIN.email, permission: "admin" });

	const again = await post(url, { ...ADMIN, secret: secretOf(link) });
	expect(await errorOf(again)).toEqual([
		409,
		"the first administrator exists already: sign in instead",
	]);
	expect(await server.createSetupLink()).toBeUndefined();
	expect((await browser.get("/setup")).headers.get("location")).toBe("/signin");
});

test("of two who use the link at once one wins", async () => {
	await using server = await startEmptyServer();
	const secret = secretOf(await server.createSetupLink());
	const answers = await Promise.all(
		["a@example.org", "b@example.org"].map((email) =>
			post(server.url, { ...ADMIN, email, secret }),
		),
	);
	expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
	expect(server.context.store.users.list()).toHaveLength(1);
});

test("a link is good for an hour, and only the last one", async () => {
	const clock = new ManualClock(Date.now());
	await using server = await startEmptyServer({ clock });
	const first = secretOf(await server.createSetupLink());
	const second = secretOf(await server.createSetupLink());
	expect(
		await errorOf(await post(server.url, { ...ADMIN, secret: first })),
	).toEqual([
		403,
		"this setup link is not good: it is not the one that the server printed last",
	]);
	clock.advance(HOUR_MS);
	expect(
		await errorOf(await post(server.url, { ...ADMIN, secret: second })),
	).toEqual([
		403,
		"this setup link is not good: it was valid for an hour; restart the server",
	]);
	const third = secretOf(await server.createSetupLink());
	clock.advance(HOUR_MS - 1);
	expect((await post(server.url, { ...ADMIN, secret: third })).status).toBe(
		201,
	);
});

test.each([
	[{ password: "1234567" }, /too short: at least 8/],
	[{ email: "ada" }, /"ada" is not an e-mail address/],
	[{ email: 1 }, /^not a usable email$/],
	[{ more: true }, /^no such field: more$/],
])("says what is wrong with %j", async (fields, message) => {
	await using server = await startEmptyServer();
	const secret = secretOf(await server.createSetupLink());
	const [status, error] = await errorOf(
		await post(server.url, { ...ADMIN, secret, ...fields }),
	);
	expect(status).toBe(422);
	expect(error).toMatch(message);
	expect((await post(server.url, { ...ADMIN, secret })).status).toBe(201);
});

test.each(["text", {}, ADMIN, { ...ADMIN, secret: 1 }])(
	"without the link's secret it says where to find it: %j",
	async (body) => {
		await using server = await startEmptyServer();
		expect(await errorOf(await post(server.url, body))).toEqual([
			422,
			"open the setup link that the server printed when it started (a restart prints a new one)",
		]);
	},
);

test("a page of another site cannot set up, nor use the link", async () => {
	await using server = await startEmptyServer();
	const secret = secretOf(await server.createSetupLink());
	const body = { ...ADMIN, secret };
	const origin = "https://evil.example";
	expect((await post(server.url, body, { origin })).status).toBe(403);
	expect(server.context.store.users.list()).toHaveLength(0);
});

test("the secret is nowhere on disk", async () => {
	await using server = await startEmptyServer();
	const secret = secretOf(await server.createSetupLink());
	for (const name of readdirSync(server.dataDir)) {
		const bytes = readFileSync(path.join(server.dataDir, name));
		expect(bytes.includes(secret)).toBe(false);
	}
});
