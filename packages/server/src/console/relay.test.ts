import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { Duplex, PassThrough } from "node:stream";
import { afterEach, describe, expect, it, vi } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { relay } from "./relay.ts";

const MIB = 1024 * 1024;
const cleanups: (() => void)[] = [];

afterEach(() => {
	for (const clean of cleanups.splice(0)) clean();
});

/** Both ends of a WebSocket. */
async function connect() {
	const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
	cleanups.push(() => server.close());
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	const viewer = new WebSocket(`ws://127.0.0.1:${port}`);
	cleanups.push(() => viewer.terminate());
	const [socket] = (await once(server, "connection")) as [WebSocket];
	if (viewer.readyState !== WebSocket.OPEN) await once(viewer, "open");
	return { viewer, socket };
}

/** A screen that shows as much as is read, and counts it. */
function createScreen(totalBytes: number) {
	let shown = 0;
	const screen = new Duplex({
		read(size) {
			const bytes = Math.min(size, totalBytes - shown);
			shown += bytes;
			if (bytes > 0) this.push(Buffer.alloc(bytes, shown & 0xff));
		},
		write: (_chunk, _encoding, done) => done(),
	});
	return { screen, shown: () => shown };
}

describe("relay", () => {
	it("holds little for a viewer that does not read, and loses nothing", async () => {
		const { viewer, socket } = await connect();
		const { screen, shown } = createScreen(64 * MIB);
		let received = 0;
		viewer.on("message", (data: Buffer) => {
			received += data.length;
		});
		viewer.pause();
		const ended = relay(socket, screen);
		await vi.waitFor(() => expect(screen.isPaused()).toBe(true));
		expect(socket.bufferedAmount).toBeLessThan(MIB / 4);
		// The rest of what was shown is in the buffers of the kernel.
		expect(shown()).toBeLessThan(16 * MIB);
		viewer.resume();
		await vi.waitFor(() => expect(received).toBe(64 * MIB), 20_000);
		screen.destroy();
		await ended;
	});

	it("holds little for a screen that takes nothing", async () => {
		const { viewer, socket } = await connect();
		const stuck = new PassThrough({ highWaterMark: 1024 });
		stuck.write = () => false;
		const ended = relay(socket, stuck);
		for (let n = 0; n < 200; n++) viewer.send(Buffer.alloc(64 * 1024));
		await vi.waitFor(() => expect(socket.isPaused).toBe(true));
		expect(viewer.bufferedAmount).toBeGreaterThan(0);
		stuck.destroy();
		await ended;
	});

	it("ends with either end", async () => {
		const first = await connect();
		const screen = createScreen(0).screen;
		const closed = relay(first.socket, screen);
		first.viewer.close();
		await closed;
		const second = await connect();
		const ended = relay(second.socket, screen);
		screen.destroy();
		await ended;
		expect(second.socket.readyState).toBe(WebSocket.OPEN);
	});
});
