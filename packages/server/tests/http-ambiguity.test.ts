import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { basicOf, forAllTests, startTestServer, TEST_ADMIN } from "@xo/testing";
import { expect, test } from "vitest";

const server = await forAllTests(startTestServer());

const HOST = "Host: 127.0.0.1\n";
const UPGRADE =
	"Connection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Version: 13\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\n";

/** Status, headers and parsed body of the one answer. */
async function send(head: string) {
	const { hostname, port } = new URL(server.url);
	const socket = connect(Number(port), hostname);
	socket.write(`${head}\n`.replaceAll("\n", "\r\n"));
	const answer = await text(socket);
	const [top = "", body = ""] = answer.split("\r\n\r\n");
	const [status = "", ...headers] = top.split("\r\n");
	return {
		status: Number(status.split(" ")[1]),
		headers: headers.join("\n").toLowerCase(),
		body: JSON.parse(body),
	};
}

test.each([
	["a broken escape", `GET /% HTTP/1.1\n${HOST}`, /target/],
	["a broken escape below /rest", `GET /rest/v0/% HTTP/1.1\n${HOST}`, /target/],
	["half an escape", `GET /a%f HTTP/1.1\n${HOST}`, /target/],
	["two hosts", `GET / HTTP/1.1\n${HOST}Host: evil.example\n`, /Host/],
	["the same host twice", `GET / HTTP/1.1\n${HOST}${HOST}`, /Host/],
	[
		"an absolute target",
		`GET http://evil.example/ HTTP/1.1\n${HOST}`,
		/begin with a slash/,
	],
	[
		"an absolute target of ours",
		`GET http://127.0.0.1/rest/v0/ping HTTP/1.1\n${HOST}`,
		/begin with a slash/,
	],
	[
		"an upgrade of two hosts",
		`GET /api/ HTTP/1.1\n${HOST}${HOST}${UPGRADE}`,
		/Host/,
	],
	[
		"an upgrade of an absolute target",
		`GET http://127.0.0.1/api/ HTTP/1.1\n${HOST}${UPGRADE}`,
		/begin with a slash/,
	],
	["no HTTP at all", "nonsense\n", /malformed/],
])(
	"%s: 400 in our form, with the security headers",
	async (_, head, reason) => {
		const { status, headers, body } = await send(head);
		expect(status).toBe(400);
		expect(body).toEqual({ error: expect.stringMatching(reason) });
		expect(headers).toContain("connection: close");
		expect(headers).toContain("x-content-type-options: nosniff");
		expect(headers).toContain("content-security-policy: default-src 'self'");
	},
);

test("a body with the key __proto__ is refused", async () => {
	const response = await fetch(`${server.url}/rest/v0/groups`, {
		method: "POST",
		headers: {
			authorization: basicOf(TEST_ADMIN),
			"content-type": "application/json",
		},
		body: '{"name":"x","__proto__":{"a":1}}',
	});
	expect([response.status, await response.json()]).toEqual([
		400,
		{ error: 'a key of the body must not be "__proto__"' },
	]);
});
