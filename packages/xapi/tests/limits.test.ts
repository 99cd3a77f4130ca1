import { once } from "node:events";
import http, { type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { startTestPool } from "@xo/testing";
import { describe, expect, it } from "vitest";
import { Xapi } from "../src/index.ts";
import { connectTo } from "./_util.ts";

/** Whatever answers at the address of a pool. */
async function startHost(listener: RequestListener) {
	const server = http.createServer(listener).listen(0, "127.0.0.1");
	await once(server, "listening");
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		[Symbol.dispose]() {
			server.closeAllConnections();
			server.close();
		},
	};
}

function connect(url: string, limits = {}): Promise<Xapi> {
	return Xapi.connect({ url, username: "a", password: "b", limits });
}

describe("bad answers", () => {
	it("that are too large are given up", async () => {
		await using pool = await startTestPool({ hosts: 1, http: true });
		await using xapi = await connectTo(pool, {
			limits: { maxAnswerBytes: 100_000 },
		});
		await expect(xapi.call("VM.get_all_records")).rejects.toMatchObject({
			code: "PROTOCOL_ERROR",
			params: ["the answer exceeds 100000 bytes"],
		});
		await expect(xapi.call("pool.get_all")).resolves.toHaveLength(1);
	});

	it("that end early are lost connections", async () => {
		using host = await startHost((_request, response) => {
			response.writeHead(200, {
				"content-type": "application/json",
				"content-length": "1000",
			});
			response.write('{"result":', () => response.destroy());
		});
		await expect(connect(host.url)).rejects.toMatchObject({
			code: "ECONNRESET",
		});
	});

	it("that never come are timeouts", async () => {
		using host = await startHost((_request, response) => {
			response.writeHead(200, { "content-type": "application/json" });
			response.write('{"result":');
		});
		await expect(
			connect(host.url, { idleTimeoutMs: 50 }),
		).rejects.toMatchObject({ code: "TIMEOUT", params: ["body"] });
	});

	it.each([
		["no JSON-RPC", "{}"],
		["half a document", '{"result":{"a":'],
		["a result of the wrong type", '{"result":[[[1]]],"id":1}'],
	])("that are %s are protocol errors", async (_name, body) => {
		using host = await startHost((_request, response) => {
			response.setHeader("content-type", "application/json").end(body);
		});
		await expect(connect(host.url)).rejects.toMatchObject({
			code: "PROTOCOL_ERROR",
		});
	});

	it.each([500, 401])("with status %i are HTTP errors", async (status) => {
		using host = await startHost((_request, response) => {
			response.writeHead(status).end();
		});
		await expect(connect(host.url)).rejects.toMatchObject({
			code: "HTTP_ERROR",
			params: [String(status), expect.any(String)],
		});
	});
});
