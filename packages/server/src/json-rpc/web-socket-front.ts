import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { ServerConfig } from "../config/config-schema.ts";
import type { Context } from "../context.ts";
import { isKnownHost, isSameOrigin } from "../http/same-origin.ts";
import { JsonRpcConnection } from "./connection.ts";

const MAX_MESSAGE_BYTES = 16 * 1024 * 1024;
const MAX_CONNECTIONS = 20_000;
const PING_MS = 30_000;

/** JSON-RPC at `/api/`: accepts sockets and feeds them. */
export class WebSocketFront implements AsyncDisposable {
	readonly #context: Context;
	readonly #config: ServerConfig["http"];
	readonly #server: WebSocketServer;
	readonly #subscriptions = new Map<JsonRpcConnection, Disposable>();
	#ping: Disposable;

	constructor(context: Context, config: ServerConfig["http"]) {
		this.#context = context;
		this.#config = config;
		this.#server = new WebSocketServer({
			noServer: true,
			maxPayload: MAX_MESSAGE_BYTES,
			// Deflating every frame costs five times what sending it does.
			perMessageDeflate: false,
			clientTracking: true,
			skipUTF8Validation: false,
		});
		this.#ping = this.#schedulePing();
	}

	attach(server: Server): void {
		server.on("upgrade", (request, socket, head) => {
			socket.on("error", () => socket.destroy());
			const refusal = this.#refusalOf(request);
			if (refusal !== undefined) {
				refuse(socket, refusal);
				return;
			}
			this.#server.handleUpgrade(request, socket, head, (webSocket) => {
				const address = request.socket.remoteAddress ?? "";
				this.#accept(webSocket, address.replace(/^::ffff:/, ""));
			});
		});
	}

	/** Somebody's rights changed: everybody concerned gets the difference. */
	refreshAudiences(): void {
		for (const connection of this.#context.connections.signedIn()) {
			this.#subscribe(connection);
		}
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.#ping[Symbol.dispose]();
		this.#context.connections.terminateAll();
		this.#server.close();
	}

	#refusalOf(request: IncomingMessage): string | undefined {
		const { headers, url = "" } = request;
		const path = url.split("?")[0];
		if (path !== "/api/" && path !== "/v5/api/") return "404 Not Found";
		if (!isKnownHost(headers.host, this.#config.hostNames)) {
			return "421 Misdirected Request";
		}
		if (headers.origin !== undefined && !isSameOrigin(headers)) {
			return "403 Forbidden";
		}
		const { size } = this.#context.connections;
		return size >= MAX_CONNECTIONS ? "503 Service Unavailable" : undefined;
	}

	#accept(socket: import("ws").WebSocket, address: string): void {
		const { dispatcher, logger, store, clock, connections } = this.#context;
		const connection = new JsonRpcConnection(socket, address, {
			dispatcher,
			logger,
			findUser: (id) => store.users.find(id),
			now: () => clock.now(),
			onUserChanged: (changed) => this.#subscribe(changed),
		});
		connections.add(connection);
	}

	#subscribe(connection: JsonRpcConnection): void {
		this.#subscriptions.get(connection)?.[Symbol.dispose]();
		this.#subscriptions.delete(connection);
		const { user } = connection;
		if (user === undefined) return;
		const { hub, audiences } = this.#context;
		this.#subscriptions.set(
			connection,
			hub.subscribe(audiences.of(user), connection),
		);
	}

	/** Finds the connections whose other end has silently gone. */
	#schedulePing(): Disposable {
		return this.#context.clock.after(PING_MS, () => {
			for (const socket of this.#server.clients) {
				const state = socket as typeof socket & { isSilent?: boolean };
				if (state.isSilent) socket.terminate();
				else {
					state.isSilent = true;
					socket.once("pong", () => {
						state.isSilent = false;
					});
					socket.ping();
				}
			}
			this.#ping = this.#schedulePing();
		});
	}
}

function refuse(socket: Duplex, status: string): void {
	socket.end(
		`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
	);
}
