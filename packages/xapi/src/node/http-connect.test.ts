import { once } from "node:events";
import net, { type AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { sendConnect } from "./http-connect.ts";

/** A server that writes these pieces, each after the one before was taken. */
async function connectTo(pieces: readonly string[]) {
	const requests: string[] = [];
	const server = net.createServer({ noDelay: true }, async (socket) => {
		socket.on("data", (chunk) => requests.push(chunk.toString()));
		socket.on("error", () => {});
		await once(socket, "data");
		for (const piece of pieces) {
			await new Promise((resolve) => socket.write(piece, resolve));
			await new Promise(setImmediate);
		}
		socket.end();
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const socket = net.connect((server.address() as AddressInfo).port);
	return {
		socket,
		requests,
		[Symbol.dispose]() {
			socket.destroy();
			server.close();
		},
	};
}

const REQUEST = {
	target: "/console?uuid=1",
	headers: { Host: "h" },
	version: "1.0",
} as const;

describe("sendConnect", () => {
	it("leaves the bytes behind the head to the caller", async () => {
		using peer = await connectTo([
			"HTTP/1.1 200 OK\r\nX: y\r",
			"\n\r\nRFB 003",
			".008\n",
		]);
		expect(await sendConnect(peer.socket, REQUEST)).toBe(200);
		const chunks: Buffer[] = [];
		for await (const chunk of peer.socket) chunks.push(chunk);
		expect(Buffer.concat(chunks).toString()).toBe("RFB 003.008\n");
		expect(peer.requests).toEqual([
			"CONNECT /console?uuid=1 HTTP/1.0\r\nHost: h\r\n\r\n",
		]);
	});

	it("gives the status of a refusal", async () => {
		using peer = await connectTo(["HTTP/1.0 503 Connection Limit\r\n\r\n"]);
		expect(await sendConnect(peer.socket, REQUEST)).toBe(503);
	});

	it.each([
		[["HTTP/1.1 200 OK\r\n"], "ECONNRESET"],
		[["hello\r\n\r\n"], "PROTOCOL_ERROR"],
		[["HTTP/1.1 200 OK\r\nX: ", "y".repeat(20_000)], "PROTOCOL_ERROR"],
	])("fails for %j with %s", async (pieces, code) => {
		using peer = await connectTo(pieces);
		await expect(sendConnect(peer.socket, REQUEST)).rejects.toMatchObject({
			code,
		});
	});

	it("lets nobody smuggle lines", async () => {
		using peer = await connectTo([]);
		for (const request of [
			{ ...REQUEST, target: "/a b" },
			{ ...REQUEST, target: "/a\r\nX: y" },
			{ ...REQUEST, headers: { Host: "h\r\nX: y" } },
		]) {
			await expect(sendConnect(peer.socket, request)).rejects.toMatchObject({
				code: "PROTOCOL_ERROR",
			});
		}
	});
});
