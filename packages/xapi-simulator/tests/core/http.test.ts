import http from "node:http";
import https from "node:https";
import net from "node:net";
import { text } from "node:stream/consumers";
import { decodeXmlRpcOutcome } from "@xo/xapi-wire";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningPool } from "../../src/index.ts";
import { signIn, startTestPool } from "./_pool.ts";

let pool: RunningPool;

beforeAll(async () => {
	pool = await startTestPool();
});

afterAll(() => pool[Symbol.asyncDispose]());

const IS_ALIVE =
	"<methodCall><methodName>system.isAlive</methodName><params><param><value>x</value></param></params></methodCall>";

function post(path: string, body: string | Buffer): Promise<Response> {
	return fetch(pool.url + path, { method: "POST", body });
}

/** Sends bytes as they are and gives all that comes back. */
async function sendRaw(bytes: string): Promise<string> {
	const socket = net.connect(pool.port, pool.address);
	socket.end(bytes);
	return text(socket);
}

describe("RPC over HTTP", () => {
	it.each(["/", "/RPC2", "/xmlrpc", "/json"])(
		"answers XML-RPC at %s",
		async (path) => {
			const response = await post(path, IS_ALIVE);
			expect(response.headers.get("content-type")).toBe("text/xml");
			expect(decodeXmlRpcOutcome(await response.text())).toEqual({
				result: "x",
			});
		},
	);

	it("answers JSON-RPC with XAPI's headers", async () => {
		const body = '{"id":1,"method":"system.isAlive","params":["x"]}';
		const response = await post("/jsonrpc", body);
		expect(Object.fromEntries(response.headers)).toMatchObject({
			"content-type": "application/json",
			"cache-control": "no-cache, no-store",
			"access-control-allow-origin": "*",
			"access-control-allow-headers": "X-Requested-With",
			connection: "keep-alive",
		});
		expect(await response.json()).toEqual({ result: "x", error: null, id: 1 });
	});

	it("lists methods in XML-RPC without a Status", async () => {
		const xml = IS_ALIVE.replace("isAlive", "listMethods");
		const outcome = decodeXmlRpcOutcome(await (await post("/", xml)).text());
		expect("result" in outcome && outcome.result).toContain("VM.start");
	});

	it.each([
		["malformed XML", "/", "<methodCall>"],
		["malformed JSON", "/jsonrpc", "{"],
		["no id", "/jsonrpc", '{"method":"system.isAlive","params":[]}'],
		["a body over 300 KiB", "/", "x".repeat(300 * 1024 + 1)],
	])("answers 500 to %s", async (_name, path, body) => {
		const response = await post(path, body);
		expect(response.status).toBe(500);
		expect(response.statusText).toBe("Internal Error");
		expect(response.headers.get("content-type")).toBe("text/html");
	});

	it("wants a Content-Length", async () => {
		const answer = await sendRaw(
			"POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
		);
		expect(answer).toMatch(/^HTTP\/1\.1 500 Internal Error\r\n/);
	});

	it("closes after an HTTP/1.0 request", async () => {
		const answer = await sendRaw(
			`POST / HTTP/1.0\r\nContent-Length: ${IS_ALIVE.length}\r\n\r\n${IS_ALIVE}`,
		);
		expect(answer).toMatch(/connection: close/i);
	});

	it("refuses strings that are not UTF-8", async () => {
		const body = Buffer.from(IS_ALIVE.replace(">x<", ">\u00ff<"), "latin1");
		const outcome = decodeXmlRpcOutcome(await (await post("/", body)).text());
		expect("error" in outcome && outcome.error.slice(0, 2)).toEqual([
			"INVALID_VALUE",
			"Invalid UTF-8 string in parameter",
		]);
	});

	it("survives any body", async () => {
		const bodies = fc.sample(
			fc.oneof(fc.string(), fc.json(), fc.constant("<methodCall><value>")),
			60,
		);
		for (const [index, body] of bodies.entries()) {
			const response = await post(index % 2 ? "/" : "/jsonrpc", body);
			await response.arrayBuffer();
			expect([200, 500]).toContain(response.status);
		}
	});

	it("keeps a connection", async () => {
		const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
		const ports = new Set<number>();
		for (let i = 0; i < 3; i++) {
			const { promise, resolve } = Promise.withResolvers<void>();
			const request = http.request(pool.url, { method: "POST", agent });
			request.on("response", (response) => {
				ports.add(request.socket!.localPort!);
				response.resume().on("end", resolve);
			});
			request.end(IS_ALIVE);
			await promise;
		}
		agent.destroy();
		expect(ports.size).toBe(1);
	});
});

describe("other requests", () => {
	it("are answered 403 or 501", async () => {
		expect((await post("/nowhere", "")).status).toBe(403);
		expect((await fetch(`${pool.url}/nowhere`)).status).toBe(403);
		const response = await fetch(pool.url, { method: "DELETE" });
		expect(response.status).toBe(501);
	});

	it("are allowed from other origins", async () => {
		const response = await fetch(`${pool.url}/jsonrpc`, {
			method: "OPTIONS",
			headers: { "access-control-request-headers": "content-type" },
		});
		expect(Object.fromEntries(response.headers)).toMatchObject({
			"access-control-allow-origin": "*",
			"access-control-allow-methods": "PUT",
			"access-control-allow-headers": "content-type, X-Requested-With",
		});
	});

	it("need a session or a password", async () => {
		const { session } = await signIn(pool);
		const url = `${pool.url}/rrd_updates?start=0`;
		const get = async (headers: Record<string, string>, more = "") => {
			const response = await fetch(url + more, { headers });
			await response.arrayBuffer();
			return response;
		};
		const refused = await get({});
		expect(refused.status).toBe(401);
		expect(refused.headers.get("www-authenticate")).toMatch(
			/^Basic realm=".+"$/,
		);
		const basic = (text: string) => ({
			authorization: `Basic ${Buffer.from(text).toString("base64")}`,
		});
		expect((await get(basic("root:wrong"))).status).toBe(401);
		expect((await get({}, "&session_id=nope")).status).toBe(401);
		const sessions = pool.db.refs("session").length;
		for (const [headers, more] of [
			[basic("root:password"), ""],
			[{ cookie: `a=b; session_id=${session}` }, ""],
			[{}, `&session_id=${encodeURIComponent(session)}`],
		] as const) {
			expect((await get(headers, more)).status).not.toBe(401);
		}
		expect(pool.db.refs("session")).toHaveLength(sessions);
	});
});

describe("TLS", () => {
	it("is the default, with a certificate that the pool knows of", async () => {
		await using secure = await startTestPool({ http: false });
		expect(secure.url).toMatch(/^https:/);
		const { promise, resolve } = Promise.withResolvers<string>();
		const request = https.request(
			secure.url,
			{ method: "POST", rejectUnauthorized: false, agent: false },
			(response) => {
				const socket = response.socket as import("node:tls").TLSSocket;
				resolve(socket.getPeerCertificate().fingerprint256);
				response.resume();
			},
		);
		request.end(IS_ALIVE);
		expect(await promise).toBe(secure.fingerprint);
		const host = secure.db.get("host", secure.pool.masterRef());
		const [certificate = ""] = host.certificates as string[];
		expect(secure.db.get("Certificate", certificate)).toMatchObject({
			type: "host",
			fingerprint_sha256: secure.fingerprint,
		});
	});
});
