import http, { type IncomingMessage, type ServerResponse } from "node:http";
import https from "node:https";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { messageOf } from "@xo/std";
import type { SelfSignedCertificate } from "@xo/std/self-signed-certificate";
import type { CorePool } from "../core/core-handler.ts";
import { endWithHtmlError, sendHtmlError } from "./html-error.ts";
import { authenticateRequest, mayUse } from "./http-auth.ts";
import { type AnyHttpHandler, findHandler } from "./http-handler.ts";
import { handleRpc, isRpcPath, type RpcHost } from "./rpc-endpoint.ts";

const KEEP_ALIVE_MS = 120_000;
const CORS_PATHS = new Set(["/", "/json", "/jsonrpc"]);

export interface ListenerOptions {
	readonly pool: CorePool;
	readonly rpc: RpcHost;
	readonly handlers: readonly AnyHttpHandler[];
	/** Absent for clear text. */
	readonly certificate: SelfSignedCertificate | undefined;
}

/** The network side of one host. */
export class HostListener {
	readonly #pool: CorePool;
	readonly #rpc: RpcHost;
	readonly #handlers: readonly AnyHttpHandler[];
	readonly #server: http.Server | https.Server;
	readonly #sockets = new Set<Socket>();

	constructor({ pool, rpc, handlers, certificate }: ListenerOptions) {
		this.#pool = pool;
		this.#rpc = rpc;
		this.#handlers = handlers;
		this.#server =
			certificate === undefined
				? http.createServer()
				: https.createServer({ key: certificate.key, cert: certificate.cert });
		this.#server.keepAliveTimeout = KEEP_ALIVE_MS;
		this.#server.requestTimeout = 0;
		this.#server.on("request", (request, response) => {
			this.#handle(request, response).catch((error: unknown) =>
				sendHtmlError(response, 500, { detail: messageOf(error) }),
			);
		});
		this.#server.on("connect", (request, socket, head) => {
			socket.on("error", () => socket.destroy());
			try {
				this.#connect(request, socket, head);
			} catch {
				endWithHtmlError(socket, 500);
			}
		});
		this.#server.on("clientError", answerUnreadable);
		this.#server.on("connection", (socket: Socket) => {
			this.#sockets.add(socket);
			socket.once("close", () => this.#sockets.delete(socket));
		});
	}

	/** Gives the port. */
	async listen(address: string, port: number): Promise<number> {
		const { promise, resolve, reject } = Promise.withResolvers<void>();
		this.#server.once("error", reject);
		this.#server.listen(port, address, resolve);
		await promise;
		this.#server.off("error", reject);
		return (this.#server.address() as AddressInfo).port;
	}

	setCertificate({ key, cert }: SelfSignedCertificate): void {
		if (this.#server instanceof https.Server) {
			this.#server.setSecureContext({ key, cert });
		}
	}

	dropConnections(): void {
		for (const socket of this.#sockets) socket.destroy();
	}

	close(): Promise<void> {
		const { promise, resolve } = Promise.withResolvers<void>();
		this.#server.close(() => resolve());
		this.dropConnections();
		return promise;
	}

	async #handle(
		request: IncomingMessage,
		response: ServerResponse,
	): Promise<void> {
		const { path, query } = splitUrl(request.url ?? "/");
		const { method = "" } = request;
		if (method === "POST" && isRpcPath(path)) {
			await handleRpc(this.#rpc, request, response);
			return;
		}
		if (method === "OPTIONS" && CORS_PATHS.has(path)) {
			sendCors(request, response);
			return;
		}
		if (method === "GET" && path === "/") {
			response.writeHead(200, "OK", { "Content-Type": "text/html" });
			response.end("<html><body>A simulated pool.</body></html>");
			return;
		}
		const handler = findHandler(this.#handlers, method, path);
		if (handler === undefined || handler.method === "CONNECT") {
			sendHtmlError(response, this.#statusWithout(method));
			return;
		}
		const host = this.#rpc.ref;
		using caller = authenticateRequest(this.#pool, host, { request, query });
		if (caller === undefined) {
			const realm = `Basic realm="${handler.label}"`;
			sendHtmlError(response, 401, { headers: { "WWW-Authenticate": realm } });
			return;
		}
		if (!mayUse(caller.session, handler.role, handler.path)) {
			sendHtmlError(response, 403);
			return;
		}
		const context = { pool: this.#pool, host, query, session: caller.session };
		await handler.handle(context, request, response);
	}

	/** 501 for a method that nothing answers, else 403 for the path. */
	#statusWithout(method: string): number {
		const isKnown =
			["GET", "POST", "OPTIONS"].includes(method) ||
			this.#handlers.some((handler) => handler.method === method);
		return isKnown ? 403 : 501;
	}

	#connect(request: IncomingMessage, socket: Duplex, head: Buffer): void {
		const { path, query } = splitUrl(request.url ?? "/");
		const handler = findHandler(this.#handlers, "CONNECT", path);
		if (handler?.method !== "CONNECT") {
			endWithHtmlError(socket, 403);
			return;
		}
		const host = this.#rpc.ref;
		const caller = authenticateRequest(this.#pool, host, { request, query });
		if (caller === undefined) {
			const realm = `Basic realm="${handler.label}"`;
			endWithHtmlError(socket, 401, [`WWW-Authenticate: ${realm}`]);
			return;
		}
		socket.once("close", () => caller[Symbol.dispose]());
		if (!mayUse(caller.session, handler.role, handler.path)) {
			endWithHtmlError(socket, 403);
			return;
		}
		const { session } = caller;
		handler.connect({ pool: this.#pool, host, query, session }, socket, head);
	}
}

const UNREADABLE: Readonly<Record<string, number>> = {
	HPE_HEADER_OVERFLOW: 431,
	ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Ends a connection whose bytes are no HTTP. */
function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
	if (error.code === "ECONNRESET" || !socket.writable) {
		socket.destroy();
		return;
	}
	endWithHtmlError(socket, UNREADABLE[error.code ?? ""] ?? 400);
}

function splitUrl(url: string): { path: string; query: URLSearchParams } {
	const mark = url.indexOf("?");
	return mark < 0
		? { path: url, query: new URLSearchParams() }
		: {
				path: url.slice(0, mark),
				query: new URLSearchParams(url.slice(mark + 1)),
			};
}

function sendCors(request: IncomingMessage, response: ServerResponse): void {
	const asked = request.headers["access-control-request-headers"];
	response.writeHead(200, "OK", {
		"Access-Control-Allow-Origin": "*",
		"Access-Control-Allow-Methods": "PUT",
		"Access-Control-Allow-Headers": `${asked === undefined ? "" : `${asked}, `}X-Requested-With`,
		"Content-Length": 0,
	});
	response.end();
}
