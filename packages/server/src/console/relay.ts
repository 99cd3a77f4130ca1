import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";

/** What may wait in each direction for a slow reader. */
const BUFFER_BYTES = 64 * 1024;

/** Carries bytes both ways, as fast as the slower end reads, until either end
 *  closes. Closes neither. */
export async function relay(socket: WebSocket, tunnel: Duplex): Promise<void> {
	const { promise, resolve } = Promise.withResolvers<void>();
	socket.on("message", (data) => {
		// The peer of `ws` gives one Buffer by default.
		if (!tunnel.write(data as Buffer)) socket.pause();
	});
	tunnel.on("drain", () => socket.resume());
	const onSent = () => {
		if (socket.bufferedAmount < BUFFER_BYTES) tunnel.resume();
	};
	tunnel.on("data", (chunk: Buffer) => {
		socket.send(chunk, onSent);
		if (socket.bufferedAmount >= BUFFER_BYTES) tunnel.pause();
	});
	for (const event of ["end", "error", "close"]) tunnel.once(event, resolve);
	socket.once("close", resolve);
	socket.resume();
	await promise;
}
