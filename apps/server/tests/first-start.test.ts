import { afterEach, beforeEach, expect, test } from "vitest";
import { Sandbox } from "./_run-daemon.ts";

const EMAIL = "ada@example.org";
const PASSWORD = "correct horse";

let sandbox: Sandbox;

beforeEach(() => {
	sandbox = new Sandbox();
});
afterEach(() => sandbox[Symbol.dispose]());

const setUp = (input: string, ...args: string[]) =>
	sandbox.run(["setup", ...args], { input });

function fetchAs(url: string, password: string): Promise<Response> {
	const credential = Buffer.from(`${EMAIL}:${password}`).toString("base64");
	return fetch(`${url}/rest/v0/users`, {
		headers: { authorization: `Basic ${credential}` },
	});
}

test("a link is printed at each start until somebody used it", async () => {
	const links: string[] = [];
	for (const level of ["info", "error"]) {
		await using daemon = sandbox.start(["--log-level", level]);
		links.push(await daemon.find(/"url":"([^"]*\/setup#[\w-]{43})"/));
		daemon.child.kill("SIGTERM");
		expect(await daemon.ended).toMatchObject({ code: 0 });
	}
	expect(links[0]).not.toBe(links[1]);

	await using daemon = sandbox.start([]);
	const url = await daemon.listening();
	const link = await daemon.find(/"url":"([^"]*\/setup#[\w-]{43})"/);
	const secret = new URL(link).hash.slice(1);
	const made = await fetch(`${url}/setup`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ email: EMAIL, password: PASSWORD, secret }),
	});
	expect(made.status).toBe(201);
	daemon.child.kill("SIGTERM");
	await daemon.ended;

	await using later = sandbox.start([]);
	expect((await fetchAs(await later.listening(), PASSWORD)).status).toBe(200);
	later.child.kill("SIGTERM");
	expect((await later.ended).stderr).not.toContain("setup#");
});

test("xo-server setup makes the administrator from standard input", async () => {
	expect(await setUp(`${PASSWORD}\n`, "--email", EMAIL)).toEqual({
		code: 0,
		signal: null,
		stdout: `${EMAIL} is now the first administrator\n`,
		stderr: "",
	});
	await using daemon = sandbox.start([]);
	const url = await daemon.listening();
	expect((await fetchAs(url, PASSWORD)).status).toBe(200);
	daemon.child.kill("SIGTERM");
	await daemon.ended;
	const again = await setUp(PASSWORD, "--email", "bob@example.org");
	expect(again).toMatchObject({
		code: 1,
		stderr:
			"xo-server: the first administrator exists already: sign in instead\n",
	});
});

test.each([
	[[], PASSWORD, /--email is needed/],
	[["--email", "ada"], PASSWORD, /"ada" is not an e-mail address/],
	[["--email", EMAIL], "short\n", /too short: at least 8/],
	[["--email", EMAIL], "", /too short/],
])("setup %j with %j fails", async (args, input, message) => {
	const ended = await setUp(input, ...args);
	expect(ended).toMatchObject({ code: 1, stdout: "" });
	expect(ended.stderr).toMatch(message);
});
