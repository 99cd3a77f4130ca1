import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { ambiguityOf } from "./ambiguity.ts";
import { rawAnswer } from "./raw-answer.ts";
import { isKnownHost, isSameOrigin, UNKNOWN_HOST } from "./same-origin.ts";
import { securityHeaders } from "./security-headers.ts";

/** Takes WebSockets at paths of its own. */
export interface UpgradeFront {
	/** Whether the path is one of these. */
	serves(path: string): boolean;
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

interface Refusal {
	readonly status: number;
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
		const ambiguity = ambiguityOf(request);
		if (ambiguity !== undefined) {
			refuseUpgrade(socket, { status: 400, reason: ambiguity });
			return;
		}
		const path = (request.url ?? "").split("?")[0] ?? "";
		const front = options.fronts.find((candidate) => candidate.serves(path));
		const refusal = refusalOf(request, options.hostNames);
		if (front === undefined) {
			refuseUpgrade(socket, {
				status: 404,
				reason: "no WebSocket here: JSON-RPC is at /api/",
			});
		} else if (refusal !== undefined) refuseUpgrade(socket, refusal);
		else front.upgrade(request, socket, head);
	});
}

function refusalOf(
	request: IncomingMessage,
	hostNames: readonly string[],
): Refusal | undefined {
	const { headers } = request;
	if (!isKnownHost(headers.host, hostNames)) {
		return { status: 421, reason: UNKNOWN_HOST };
	}
	if (headers.origin === undefined || isSameOrigin(headers)) return undefined;
	return {
		status: 403,
		reason: "this connection comes from a page of another site",
	};
}

/** Answers in HTTP instead of upgrading. */
export function refuseUpgrade(
	socket: Duplex,
	{ status, reason }: Refusal,
): void {
	const isHttps = "encrypted" in socket;
	socket.end(rawAnswer(status, reason, securityHeaders({ isHttps })));
}
