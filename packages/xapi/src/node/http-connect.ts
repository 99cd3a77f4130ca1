import { once } from "node:events";
import type { Duplex } from "node:stream";
import { XapiError } from "../common/xapi-error.ts";

const MAX_HEAD_BYTES = 16 * 1024;

export interface ConnectRequest {
	readonly target: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly version: "1.0" | "1.1";
}

/** Sends CONNECT on a fresh socket, which afterwards carries the tunnel: used
 *  for proxies and for consoles.
 *  @returns the HTTP status; what came after the head stays readable. */
export async function sendConnect(
	socket: Duplex,
	{ target, headers, version }: ConnectRequest,
): Promise<number> {
	if (/[\s\r\n]/.test(target)) {
		throw new XapiError("PROTOCOL_ERROR", { params: ["target has spaces"] });
	}
	const lines = Object.entries(headers).map(([name, value]) => {
		if (/[\r\n]/.test(value)) {
			throw new XapiError("PROTOCOL_ERROR", { params: [`header ${name}`] });
		}
		return `${name}: ${value}\r\n`;
	});
	socket.write(`CONNECT ${target} HTTP/${version}\r\n${lines.join("")}\r\n`);
	const head = await readHead(socket);
	const status = /^HTTP\/1\.[01] (\d{3})\b/.exec(head)?.[1];
	if (status === undefined) {
		throw new XapiError("PROTOCOL_ERROR", {
			params: ["no HTTP answer to CONNECT"],
		});
	}
	return Number(status);
}

async function readHead(socket: Duplex): Promise<string> {
	let received = Buffer.alloc(0);
	let isEnded = false;
	const onEnd = () => {
		isEnded = true;
	};
	socket.on("end", onEnd).on("close", onEnd);
	try {
		for (;;) {
			const chunk: Buffer | null = socket.read();
			if (chunk === null) {
				if (isEnded) throw new XapiError("ECONNRESET");
				await nextEvent(socket);
				continue;
			}
			received = Buffer.concat([received, chunk]);
			const end = received.indexOf("\r\n\r\n");
			if (end >= 0) {
				socket.unshift(received.subarray(end + 4));
				return received.toString("latin1", 0, end);
			}
			if (received.length > MAX_HEAD_BYTES) {
				throw new XapiError("PROTOCOL_ERROR", {
					params: ["CONNECT head too long"],
				});
			}
		}
	} finally {
		socket.off("end", onEnd).off("close", onEnd);
	}
}

async function nextEvent(socket: Duplex): Promise<void> {
	const done = new AbortController();
	const { signal } = done;
	try {
		await Promise.race(
			["readable", "end", "close"].map((name) =>
				once(socket, name, { signal }),
			),
		);
	} finally {
		done.abort();
	}
}
