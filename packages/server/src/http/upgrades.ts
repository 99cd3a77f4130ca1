import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { isKnownHost, isSameOrigin, UNKNOWN_HOST } from "./same-origin.ts";

/** Takes WebSockets at paths of its own. */
export interface UpgradeFront {
	/** Whether the path is one of these. */
	serves(path: string): boolean;
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

interface Refusal {
	readonly status: string;
	readonly reason: string;
}

/** Hands WebSocket requests to the front that serves their path, once it is
 *  clear that they are meant for us and come from no other site's page. */
export function attachUpgrades(
	server: Server,
	options: {
		readonly fronts: readonly UpgradeFront[];
		readonly hostNames: readonly string[];
	},
): void {
	server.on("upgrade", (request, socket, head) => {
		socket.on("error", () => socket.destroy());
		const path = (request.url ?? "").split("?")[0] ?? "";
		const front = options.fronts.find((candidate) => candidate.serves(path));
		const refusal = refusalOf(request, options.hostNames);
		if (front === undefined) {
			refuseUpgrade(socket, {
				status: "404 Not Found",
				reason: "no WebSocket here: JSON-RPC is at /api/",
			});
		} else if (refusal !== undefined) refuseUpgrade(socket, refusal);
		else front.upgrade(request, socket, head);
	});
}

function refusalOf(
	{ headers }: IncomingMessage,
	hostNames: readonly string[],
): Refusal | undefined {
	if (!isKnownHost(headers.host, hostNames)) {
		return { status: "421 Misdirected Request", reason: UNKNOWN_HOST };
	}
	if (headers.origin === undefined || isSameOrigin(headers)) return undefined;
	return {
		status: "403 Forbidden",
		reason: "this connection comes from a page of another site",
	};
}

/** Answers in HTTP instead of upgrading. */
export function refuseUpgrade(
	socket: Duplex,
	{ status, reason }: Refusal,
): void {
	const body = `${JSON.stringify({ error: reason })}\n`;
	socket.end(
		[
			`HTTP/1.1 ${status}`,
			"Connection: close",
			"Content-Type: application/json; charset=utf-8",
			`Content-Length: ${Buffer.byteLength(body)}`,
			"",
			body,
		].join("\r\n"),
	);
}

/** The peer's address, IPv4 without its IPv6 clothes. */
export function addressOf({ socket }: IncomingMessage): string {
	return (socket.remoteAddress ?? "").replace(/^::ffff:/, "");
}
