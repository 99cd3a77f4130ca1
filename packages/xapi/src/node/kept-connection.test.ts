import { once } from "node:events";
import net, { type AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { expect, it, onTestFinished } from "vitest";
import { KeptConnection } from "./kept-connection.ts";

/** Answers each request with the next text; null closes the connection. */
async function connectTo(answers: readonly (string | null)[]) {
	const queue = [...answers];
	let connections = 0;
	const server = net.createServer((socket) => {
		connections++;
		socket.on("error", () => {});
		socket.on("data", () => {
			const answer = queue.shift();
			if (answer === null) socket.destroy();
			else if (answer !== undefined) socket.write(answer);
		});
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	const connection = new KeptConnection({
		open: async () => {
			const socket = net.connect(port, "127.0.0.1");
			await once(socket, "connect");
			return socket;
		},
		idleTimeoutMs: 50,
	});
	onTestFinished(() => {
		connection[Symbol.dispose]();
		server.close();
	});
	return {
		connections: () => connections,
		post: (options: { address?: string; signal?: AbortSignal } = {}) =>
			connection.post({
				address: "a",
				origin: "http://a:80",
				path: "/",
				headers: { accept: "text/plain" },
				body: "é",
				timeoutMs: 200,
				...options,
			}),
	};
}

function answerOf(body: string, header = ""): string {
	return `HTTP/1.1 200 OK\r\n${header}Content-Length: ${body.length}\r\n\r\n${body}`;
}

const long = "x".repeat(300_000);

it("asks again over the same connection, also after a long answer", async () => {
	const host = await connectTo([answerOf("one"), answerOf(long), answerOf("")]);
	const first = await host.post();
	expect(first).toMatchObject({ status: 200, body: Buffer.from("one") });
	const second = await host.post();
	expect(String(await buffer(second.body as never))).toBe(long);
	expect((await host.post()).body).toHaveLength(0);
	expect(host.connections()).toBe(1);
});

it("opens another connection when the host closed it or is another", async () => {
	const close = "Connection: close\r\n";
	const host = await connectTo([
		answerOf("1", close),
		...["2", "3"].map((n) => answerOf(n)),
	]);
	await host.post();
	await host.post();
	expect(host.connections()).toBe(2);
	await host.post({ address: "b" });
	expect(host.connections()).toBe(3);
});

it("drops what is not read to its end", async () => {
	const host = await connectTo([answerOf(long), answerOf("next")]);
	const { body } = await host.post();
	(body as NodeJS.ReadableStream & { destroy(): void }).destroy();
	expect((await host.post()).body).toEqual(Buffer.from("next"));
	expect(host.connections()).toBe(2);
});

it.each([
	["the host closes", null, { code: "ECONNRESET" }],
	["the host is silent", "", { code: "TIMEOUT", params: ["answer"] }],
	[
		"an answer stops",
		"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab",
		{ code: "TIMEOUT", params: ["body"] },
	],
	["it is no HTTP", "what?\r\n\r\n", { code: "PROTOCOL_ERROR" }],
])("says why it failed when %s, and goes on", async (_, bad, error) => {
	const host = await connectTo([bad, answerOf("good")]);
	await expect(host.post()).rejects.toMatchObject(error);
	expect((await host.post()).body).toEqual(Buffer.from("good"));
});

it("ends a long answer that stops with an error", async () => {
	const half = answerOf(long).slice(0, 200_000);
	const host = await connectTo([half]);
	const { body } = await host.post();
	await expect(buffer(body as never)).rejects.toMatchObject({
		code: "TIMEOUT",
	});
});

it("gives up when told to", async () => {
	const host = await connectTo([""]);
	const abort = new AbortController();
	const asked = host.post({ signal: abort.signal });
	abort.abort(new Error("enough"));
	await expect(asked).rejects.toMatchObject({ code: "ABORTED" });
	await expect(host.post({ signal: abort.signal })).rejects.toMatchObject({
		code: "ABORTED",
	});
});
