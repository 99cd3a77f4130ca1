import { once } from "node:events";
import type { TestServer } from "@xo/testing";
import { WebSocket } from "ws";

/** A viewer that shows every byte and how it ended. */
export class ConsoleClient {
	readonly socket: WebSocket;
	/** The close frame: code and text. */
	readonly closed: Promise<readonly [code: number, text: string]>;
	received = Buffer.alloc(0);

	constructor(socket: WebSocket) {
		this.socket = socket;
		socket.on("error", () => undefined);
		socket.on("message", (data: Buffer) => {
			this.received = Buffer.concat([this.received, data]);
		});
		this.closed = new Promise((resolve) => {
			socket.once("close", (code, text) => resolve([code, String(text)]));
		});
	}

	/** Takes the next bytes, waiting for them. */
	async take(bytes: number): Promise<Buffer> {
		while (this.received.length < bytes) {
			if (this.socket.readyState > WebSocket.OPEN) {
				throw new Error(`closed after ${this.received.length} bytes`);
			}
			await Promise.race([
				once(this.socket, "message"),
				once(this.socket, "close"),
			]);
		}
		const taken = this.received.subarray(0, bytes);
		this.received = this.received.subarray(bytes);
		return taken;
	}

	/** Speaks RFB until the screen's size and name are known. */
	async handshake() {
		await this.take(12);
		this.socket.send("RFB 003.008\n");
		await this.take(2);
		this.socket.send(Buffer.from([1]));
		await this.take(4);
		this.socket.send(Buffer.from([1]));
		const init = await this.take(24);
		const name = await this.take(init.readUInt32BE(20));
		return {
			width: init.readUInt16BE(0),
			height: init.readUInt16BE(2),
			name: String(name),
		};
	}

	/** Asks for the whole screen. */
	askForAll(): void {
		this.socket.send(Buffer.from([3, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff]));
	}
}

/** Opens the console of an object as a page of ours does. */
export function openConsole(
	server: Pick<TestServer, "url">,
	id: string,
	headers: Record<string, string>,
): ConsoleClient {
	const url = `${server.url.replace(/^http/, "ws")}/api/consoles/${id}`;
	return new ConsoleClient(
		new WebSocket(url, ["binary"], {
			headers: { origin: server.url, ...headers },
		}),
	);
}

/** A session's cookie of a user. */
export async function cookieOf(
	{ context }: Pick<TestServer, "context">,
	userId: string,
): Promise<string> {
	const { secret } = await context.tokens.create({
		userId,
		client: { id: "test-browser" },
		description: "test",
		expiresIn: 3_600_000,
	});
	return `token=${secret}`;
}
