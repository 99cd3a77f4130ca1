import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { ServerConfig } from "../config/config-schema.ts";
import type { Context } from "../context.ts";
import { type Audience, differenceOf } from "../feed/audience-registry.ts";
import { makeFrames } from "../feed/frame.ts";
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
	readonly #subscribed = new Map<JsonRpcConnection, Subscribed>();
	readonly #rights: Disposable;
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
		this.#rights = context.rights.subscribe(() => this.#refreshAudiences());
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

	async [Symbol.asyncDispose](): Promise<void> {
		this.#ping[Symbol.dispose]();
		this.#rights[Symbol.dispose]();
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
		this.#subscribed.get(connection)?.subscription[Symbol.dispose]();
		this.#subscribed.delete(connection);
		const { user } = connection;
		if (user === undefined) return;
		const { hub, audiences } = this.#context;
		const audience = audiences.of(user);
		const subscription = hub.subscribe(audience, connection);
		this.#subscribed.set(connection, { audience, subscription });
	}

	/** Rights changed: whoever sees other objects now gets the difference. */
	#refreshAudiences(): void {
		const { audiences, objects, cache } = this.#context;
		for (const [connection, { audience: before }] of this.#subscribed) {
			const { user } = connection;
			const after = user && audiences.of(user);
			if (after?.key === before.key) continue;
			this.#subscribe(connection);
			if (after === undefined) continue;
			const { upserts, removals } = differenceOf(objects.all(), before, after);
			const frames = makeFrames(
				{ upserts, removals: removals.map(({ id }) => id) },
				(id) => cache.findBytes(id),
			);
			for (const frame of frames) connection.sendFrame(frame);
		}
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

interface Subscribed {
	readonly audience: Audience;
	readonly subscription: Disposable;
}

function refuse(socket: Duplex, status: string): void {
	socket.end(
		`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
	);
}
