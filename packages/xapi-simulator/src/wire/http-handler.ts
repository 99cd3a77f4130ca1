import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { CorePool } from "../core/core-handler.ts";
import type { Session } from "../core/sessions.ts";
import type { Ref } from "../core/types.ts";

/** What a handler outside of RPC is given; the caller has been let in. */
export interface HttpContext {
	readonly pool: CorePool;
	/** Ref of the host that was asked. */
	readonly host: Ref;
	readonly query: URLSearchParams;
	readonly session: Session;
}

interface Route {
	/** Matches itself and what begins with it. */
	readonly path: string;
	/** The least powerful role that may ask. */
	readonly role: string;
	/** Realm of the authentication; name of the task, where there is one. */
	readonly label: string;
}

/** Answers GET, PUT and POST requests. */
export interface HttpHandler extends Route {
	readonly method: "GET" | "PUT" | "POST";
	handle(
		context: HttpContext,
		request: IncomingMessage,
		response: ServerResponse,
	): void | Promise<void>;
}

/** Takes over the socket after a CONNECT request, answering it itself. */
export interface ConnectHandler extends Route {
	readonly method: "CONNECT";
	connect(context: HttpContext, socket: Duplex, head: Buffer): void;
}

export type AnyHttpHandler = HttpHandler | ConnectHandler;

/** The handler with the longest path that the request's path begins with. */
export function findHandler<Handler extends AnyHttpHandler>(
	handlers: readonly Handler[],
	method: string,
	path: string,
): Handler | undefined {
	let best: Handler | undefined;
	for (const handler of handlers) {
		if (handler.method !== method) continue;
		const isMatch =
			path === handler.path || path.startsWith(`${handler.path}/`);
		if (isMatch && handler.path.length > (best?.path.length ?? -1)) {
			best = handler;
		}
	}
	return best;
}
