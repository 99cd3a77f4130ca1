// The least that a server does to send the same bytes: from memory, over the
// same kind of socket, with the same libraries.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";

/** What the daemon cuts its long answers into. */
const FRAGMENT_BYTES = 256 * 1024;

export interface BaselineOrder {
	/** Holds what is sent for each request of `/bytes`. */
	readonly file?: string | undefined;
}

function sendInFragments(socket: WebSocket, bytes: Buffer): void {
	for (let start = 0; start < bytes.length; start += FRAGMENT_BYTES) {
		const end = start + FRAGMENT_BYTES;
		const fin = end >= bytes.length;
		socket.send(bytes.subarray(start, end), { binary: false, fin });
	}
}

function serve({ file }: BaselineOrder): void {
	const bytes = file === undefined ? Buffer.alloc(0) : readFileSync(file);
	const server = createServer((_, response) => {
		response.setHeader("content-type", "application/json");
		response.end(bytes);
	});
	const sockets = new WebSocketServer({ server, perMessageDeflate: false });
	sockets.on("connection", (socket, { url }) => {
		socket.on("message", (data: Buffer) => {
			if (url === "/bytes") sendInFragments(socket, bytes);
			else socket.send(data, { binary: false });
		});
	});
	server.listen(0, "127.0.0.1", () => {
		process.send?.((server.address() as AddressInfo).port);
	});
}

process.once("message", serve);
process.once("disconnect", () => process.exit());
