import net from "node:net";
import tls from "node:tls";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningPool } from "../../src/index.ts";
import { send, signIn, startTestPool } from "./_pool.ts";

let pool: RunningPool;

beforeAll(async () => {
	pool = await startTestPool();
});

afterAll(() => pool[Symbol.asyncDispose]());

/** Sends bytes as they are and gives all that comes back, also from a
 *  connection that is cut. */
async function sendRaw(
	bytes: string | Uint8Array,
	{ address, port }: RunningPool = pool,
): Promise<string> {
	const socket = net.connect(port, address);
	const { promise, resolve } = Promise.withResolvers<void>();
	let answer = "";
	socket.on("data", (chunk) => {
		answer += chunk.toString("latin1");
	});
	socket.on("error", () => {});
	socket.on("close", () => resolve());
	socket.end(bytes);
	await promise;
	return answer;
}

async function expectAlive(): Promise<void> {
	expect(await send(pool.url, "system.isAlive", ["x"])).toEqual({
		result: "x",
	});
}

function postOf(body: Buffer, path = "/jsonrpc"): Buffer {
	const head = `POST ${path} HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n`;
	return Buffer.concat([Buffer.from(head), body]);
}

describe("what is no HTTP", () => {
	it.each([
		["a line of nonsense", "nonsense\r\n\r\n", 400],
		["a bad header", "GET / HTTP/1.1\r\n: x\r\n\r\n", 400],
		[
			"a bad length",
			"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n",
			400,
		],
		[
			"a bad chunk",
			"POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
			400,
		],
		[
			"huge headers",
			`GET / HTTP/1.1\r\nHost: h\r\nX: ${"x".repeat(20_000)}\r\n\r\n`,
			431,
		],
		["a CONNECT to nowhere", "CONNECT /x HTTP/1.1\r\nHost: h\r\n\r\n", 403],
	])("%s ends the connection with a page", async (_name, bytes, status) => {
		const answer = await sendRaw(bytes);
		expect(answer).toContain(`HTTP/1.1 ${status} `);
		expect(answer).toMatch(/content-type: text\/html\r\n/i);
		expect(answer).toMatch(/connection: close\r\n/i);
		expect(answer).toContain(`<h1>HTTP ${status} `);
		await expectAlive();
	});

	it("random bytes are answered or cut", async () => {
		const start = fc.constantFrom(
			"",
			"GET / HTTP/1.1\r\n",
			"POST / HTTP/1.1\r\nContent-Length: 9\r\n",
			"PUT /import HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n",
		);
		await fc.assert(
			fc.asyncProperty(
				start,
				fc.uint8Array({ maxLength: 300 }),
				async (head, rest) => {
					const answer = await sendRaw(
						Buffer.concat([Buffer.from(head), Buffer.from(rest)]),
					);
					if (answer !== "") expect(answer).toMatch(/^HTTP\/1\.1 \d{3} /);
				},
			),
			{ numRuns: 80 },
		);
		await expectAlive();
	});

	it("leaves a TLS port alive, encrypted or not", async () => {
		await using secure = await startTestPool({ http: false });
		await sendRaw("GET / HTTP/1.1\r\n\r\n", secure);
		await sendRaw(Buffer.from([0x16, 3, 1, 0xff, 0xff, 1, 2, 3]), secure);
		const socket = tls.connect({
			host: secure.address,
			port: secure.port,
			rejectUnauthorized: false,
		});
		const { promise, resolve } = Promise.withResolvers<string>();
		socket.once("data", (chunk) => resolve(chunk.toString()));
		socket.on("error", () => {});
		socket.end("nonsense\r\n\r\n");
		expect(await promise).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
	});
});

describe("bodies of calls", () => {
	it("any bytes get an answer", async () => {
		const paths = fc.constantFrom("/", "/jsonrpc");
		await fc.assert(
			fc.asyncProperty(
				paths,
				fc.uint8Array({ maxLength: 200 }),
				async (path, bytes) => {
					const answer = await sendRaw(postOf(Buffer.from(bytes), path));
					expect(answer).toMatch(/^HTTP\/1\.1 (200|500) /);
				},
			),
			{ numRuns: 60 },
		);
	});

	it("any arguments get an answer", async () => {
		const { session } = await signIn(pool);
		const methods = fc.constantFrom(
			"VM.create",
			"VM.set_other_config",
			"Async.VM.start",
			"event.inject",
			"pool.get_all_records_where",
			"network.add_to_other_config",
			"session.login_with_password",
		);
		const value = fc.oneof(
			fc.jsonValue(),
			fc.constantFrom(...pool.db.refs("VM"), { __proto__: 1, toString: 1 }),
		);
		await fc.assert(
			fc.asyncProperty(
				methods,
				fc.array(value, { maxLength: 4 }),
				async (method, args) => {
					const answer = await send(pool.url, method, [session, ...args]);
					// A code of XAPI's, not the text of an accident.
					const [code = "NONE"] = answer.error ?? [];
					expect(code).toMatch(/^[A-Z_]+$|^Fault$/);
				},
			),
			{ numRuns: 150 },
		);
		await expectAlive();
	});

	it("nested deeply are refused", async () => {
		const deep = "[".repeat(100_000) + "]".repeat(100_000);
		const json = `{"id":1,"method":"VM.get_all","params":${deep}}`;
		expect(await sendRaw(postOf(Buffer.from(json)))).toMatch(
			/^HTTP\/1\.1 (200|500) /,
		);
		const xml = `<methodCall><methodName>VM.get_all</methodName><params><param>${"<value><array><data>".repeat(10_000)}`;
		expect(await sendRaw(postOf(Buffer.from(xml), "/"))).toMatch(
			/^HTTP\/1\.1 500 /,
		);
		await expectAlive();
	});

	it("cut midway harm nobody", async () => {
		const whole = postOf(Buffer.from("{}".repeat(500)));
		await sendRaw(whole.subarray(0, whole.length - 10));
		await expectAlive();
	});
});
