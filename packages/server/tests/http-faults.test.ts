import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { forAllTests, startTestServer, TEST_ADMIN } from "@xo/testing";
import { describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { loadConfig } from "../src/config/load-config.ts";
import { createLogger } from "../src/http/create-logger.ts";
import { createHttpServer } from "../src/http/http-server.ts";

const server = await forAllTests(startTestServer());

function open(url = server.url): Socket {
	const { hostname, port } = new URL(url);
	return connect(Number(port), hostname);
}

/** What the server answers to these bytes before it closes. */
async function send(request: string): Promise<string> {
	const socket = open();
	socket.write(request.replaceAll("\n", "\r\n"));
	return await text(socket);
}

function statusesOf(answer: string): number[] {
	return [...answer.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) =>
		Number(status),
	);
}

const POST =
	"POST /rest/v0/users HTTP/1.1\nHost: 127.0.0.1\nContent-Type: application/json\n";
const SMUGGLED = "GET /rest/v0/ping HTTP/1.1\nHost: 127.0.0.1\n\n";

describe("requests that two servers could read differently", () => {
	test.each([
		["both lengths", "Content-Length: 4\nTransfer-Encoding: chunked\n\n0\n\n"],
		["two lengths", "Content-Length: 4\nContent-Length: 40\n\nabcd"],
		["a length that is none", "Content-Length: 4x\n\nabcd"],
		["chunked not last", "Transfer-Encoding: chunked, gzip\n\n0\n\n"],
		["a bad chunk", "Transfer-Encoding: chunked\n\nzz\nabcd\n0\n\n"],
		["a chunk too long", "Transfer-Encoding: chunked\n\n1\nabcd\n0\n\n"],
		["a space before the colon", "Content-Length : 4\n\nabcd"],
		["a folded header", "X-A: 1\n b\nContent-Length : 4\n\nabcd"],
	])("%s: refused, and nothing after it is read", async (_, rest) => {
		const statuses = statusesOf(await send(POST + rest + SMUGGLED));
		// The head may be answered, with 401, before the rest is seen.
		expect([[400], [401], [401, 400]]).toContainEqual(statuses);
	});

	test("a bare line feed does not end a header", async () => {
		const socket = open();
		socket.write(`${SMUGGLED.replace("\n\n", "\nConnection: close\n\n")}`);
		const [status] = statusesOf(await text(socket));
		expect(status).toBe(400);
	});

	test("says what is wrong, in JSON", async () => {
		const answer = await send("nonsense\n\n");
		expect(statusesOf(answer)).toEqual([400]);
		expect(answer).toMatch(/\{"error":"malformed HTTP request"\}/);
	});
});

describe("too much", () => {
	test("of headers", async () => {
		const answer = await send(
			`GET / HTTP/1.1\nHost: 127.0.0.1\nX-Long: ${"a".repeat(20_000)}\n\n`,
		);
		expect(statusesOf(answer)).toEqual([431]);
		expect(answer).toContain("the headers are too large");
	});

	test("of a body", async () => {
		const response = await server.fetch("/rest/v0/users", {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ name: "a".repeat(5 * 1024 * 1024) }),
		});
		expect(response.status).toBe(413);
		expect(await response.json()).toEqual({
			error: expect.stringMatching(/large/),
		});
	});

	test("of a sign-in form", async () => {
		const response = await fetch(`${server.url}/signin/local`, {
			method: "POST",
			body: new URLSearchParams({ username: "a".repeat(20_000) }),
		});
		expect(response.status).toBe(413);
	});

	test("of a WebSocket message: closed with 1009", async () => {
		const socket = new WebSocket(`${server.url.replace("http", "ws")}/api/`);
		await once(socket, "open");
		socket.send(Buffer.alloc(16 * 1024 * 1024 + 1, "a"));
		const [code] = await once(socket, "close");
		expect(code).toBe(1009);
	});

	test("of time: headers that dribble in are cut off", async () => {
		const config = loadConfig({});
		const app = createHttpServer({
			config: config.http,
			logger: createLogger({ level: "error", format: "json" }),
			tls: undefined,
			headersTimeoutMs: 200,
		});
		try {
			const socket = open(await app.listen({ host: "127.0.0.1", port: 0 }));
			socket.on("error", () => undefined);
			socket.write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n");
			const dribble = setInterval(() => socket.write("X-A: 1\r\n"), 20);
			const answer = await text(socket).finally(() => clearInterval(dribble));
			expect(statusesOf(answer)).toEqual([408]);
			expect(answer).toContain("took too long");
		} finally {
			await app.close();
		}
	});
});

test.each([
	"/../../../../etc/passwd",
	"/..%2f..%2f..%2fetc/passwd",
	"/assets/../../package.json",
	"/assets/%2e%2e/%2e%2e/package.json",
	"/assets/..\\..\\package.json",
	"/assets/main.js%00.html",
	"/index.html",
	"/signin.html",
	"/api/../../etc/passwd",
	"/api/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
	"/api/nothing/..%2f..%2fetc%2fpasswd",
	"/rest/v0/docs/..%2f..%2fpackage.json",
])("no way out of what is served: %s", async (path) => {
	const answer = await send(
		`GET ${path} HTTP/1.1\nHost: 127.0.0.1\nConnection: close\n\n`,
	);
	expect([400, 404]).toContain(statusesOf(answer)[0]);
	expect(answer).not.toMatch(/root:|"workspaces"/);
});

function get(path: string, headers: string): Promise<string> {
	return send(`GET ${path} HTTP/1.1\n${headers}Connection: close\n\n`);
}

describe("a rebound name", () => {
	const cases = [
		"evil.example",
		"evil.example:80",
		"127.0.0.1.evil.example",
		"localhost.evil",
		"user@127.0.0.1.evil.example",
	];
	test.each(cases)("%s is not us: 421", async (host) => {
		for (const path of ["/", "/signin", "/rest/v0/ping", "/favicon.svg"]) {
			const answer = await get(path, `Host: ${host}\n`);
			expect(statusesOf(answer)).toEqual([421]);
			expect(answer).toContain("http.hostNames");
		}
	});

	test.each(["127.0.0.1", "localhost:1", "[::1]:8080", "xo.localhost"])(
		"%s is",
		async (host) => {
			const answer = await get("/rest/v0/ping", `Host: ${host}\n`);
			expect(statusesOf(answer)).toEqual([200]);
		},
	);

	test("without a Host header there is no answer but 400 or 421", async () => {
		expect([400, 421]).toContain(statusesOf(await get("/", ""))[0]);
	});
});

const UPGRADE =
	"Connection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Version: 13\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\n\n";

test.each([
	[421, "/api/", "Host: evil.example\n"],
	[421, "/api/", "Host: evil.example\nOrigin: http://evil.example\n"],
	[403, "/api/", "Host: 127.0.0.1\nOrigin: http://evil.example\n"],
	[403, "/api/", "Host: 127.0.0.1:80\nOrigin: http://127.0.0.1:81\n"],
	[403, "/api/", "Host: 127.0.0.1\nOrigin: null\n"],
	[404, "/elsewhere", "Host: 127.0.0.1\n"],
	[404, "/api/../api", "Host: 127.0.0.1\n"],
])("an upgrade is refused with %i: %s %j", async (status, path, headers) => {
	const answer = await send(`GET ${path} HTTP/1.1\n${headers}${UPGRADE}`);
	expect(statusesOf(answer)).toEqual([status]);
	expect(answer).toMatch(/\{"error":"[^"]+"\}/);
});

test("a cookie does not write for a page of another site", async () => {
	const { url } = server;
	const signedIn = await fetch(`${url}/signin/local`, {
		method: "POST",
		redirect: "manual",
		body: new URLSearchParams({
			username: TEST_ADMIN.email,
			password: TEST_ADMIN.password,
		}),
	});
	const [cookie = ""] = signedIn.headers.getSetCookie();
	const write = (headers: Record<string, string>) =>
		fetch(`${url}/rest/v0/groups`, {
			method: "POST",
			headers: {
				cookie: cookie.split(";")[0] ?? "",
				"content-type": "application/json",
				...headers,
			},
			body: JSON.stringify({ name: "made by a page" }),
		});
	const refused = await write({ origin: "http://evil.example" });
	expect([refused.status, await refused.json()]).toEqual([
		403,
		expect.objectContaining({ error: "this request comes from another site" }),
	]);
	expect((await write({ origin: url })).status).toBe(201);
});

describe("the interface", () => {
	const get = (path: string, headers: Record<string, string> = {}) =>
		fetch(`${server.url}${path}`, { headers });

	test("is one document for every page", async () => {
		const accept = "text/html,*/*";
		const home = await get("/", { accept });
		const deep = await get("/vm/some-id/snapshots?filter=a", { accept });
		expect([home.status, deep.status]).toEqual([200, 200]);
		expect(deep.headers.get("cache-control")).toBe("no-cache");
		const html = await home.text();
		expect(await deep.text()).toBe(html);
		expect(html).not.toMatch(/<script(?![^>]* src=)/);
	});

	test("is asked for anew when it may have changed, and sent if it has", async () => {
		const first = await get("/favicon.svg");
		expect(first.headers.get("content-type")).toBe("image/svg+xml");
		const etag = first.headers.get("etag") ?? "";
		const again = await get("/favicon.svg", { "if-none-match": etag });
		expect([again.status, await again.text()]).toEqual([304, ""]);
	});

	test("has scripts that are kept for good, compressed as asked", async () => {
		const html = await (await get("/", { accept: "text/html" })).text();
		const script = /src="([^"]+frame[^"]+\.js)"/.exec(html)?.[1] ?? "";
		const encodings = ["identity", "gzip", "gzip, br;q=0", "gzip, br"];
		const answers = await Promise.all(
			encodings.map((encoding) => get(script, { "accept-encoding": encoding })),
		);
		expect(
			answers.map(({ headers }) => headers.get("content-encoding")),
		).toEqual([null, "gzip", "gzip", "br"]);
		const texts = await Promise.all(answers.map((answer) => answer.text()));
		expect(new Set(texts).size).toBe(1);
		for (const { headers } of answers) {
			expect(headers.get("cache-control")).toContain("immutable");
			expect(headers.get("vary")).toBe("accept-encoding");
		}
	});
});

test("what does not exist is an error for programs, and for files", async () => {
	const file = await fetch(`${server.url}/assets/old-page.js`, {
		headers: { accept: "text/html,*/*" },
	});
	expect(file.status).toBe(404);
	const error = await fetch(`${server.url}/nothing`);
	expect([error.status, await error.json()]).toEqual([
		404,
		{ error: "no GET /nothing here" },
	]);
	const plain = await fetch(`${server.url}/api/`);
	expect(plain.status).toBe(426);
});
