import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { isDeepStrictEqual } from "node:util";
import { type WebSocket, WebSocketServer } from "ws";
import type { Context } from "../context.ts";
import { type Audience, differenceOf } from "../feed/audience-registry.ts";
import type { HubSubscription, Owed } from "../feed/notification-hub.ts";
import { parseCookies } from "../http/cookies.ts";
import { isSameOrigin } from "../http/same-origin.ts";
import { refuseUpgrade, type UpgradeFront } from "../http/upgrades.ts";
import { isAdministrator } from "../permissions/administrator.ts";
import type { Grants } from "../permissions/permission-engine.ts";
import { JsonRpcConnection } from "./connection.ts";

const MAX_MESSAGE_BYTES = 16 * 1024 * 1024;
const MAX_CONNECTIONS = 20_000;
const PING_MS = 30_000;

/** JSON-RPC at `/api/`: accepts sockets and feeds them. */
export class WebSocketFront implements UpgradeFront, AsyncDisposable {
	readonly #context: Context;
	readonly #server: WebSocketServer;
	readonly #subscribed = new Map<JsonRpcConnection, Subscribed>();
	readonly #rights: Disposable;
	#ping: Disposable;

	constructor(context: Context) {
		this.#context = context;
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

	serves(path: string): boolean {
		return path === "/api/" || path === "/v5/api/";
	}

	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
		if (this.#context.connections.size >= MAX_CONNECTIONS) {
			refuseUpgrade(socket, {
				status: 503,
				reason: `there are ${MAX_CONNECTIONS} connections already`,
			});
			return;
		}
		this.#server.handleUpgrade(request, socket, head, (webSocket) => {
			this.#accept(webSocket, request);
		});
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.#ping[Symbol.dispose]();
		this.#rights[Symbol.dispose]();
		this.#context.connections.terminateAll();
		this.#server.close();
	}

	#accept(socket: WebSocket, request: IncomingMessage): void {
		const { dispatcher, logger, queryEngine, store, clock, connections } =
			this.#context;
		const connection = new JsonRpcConnection(socket, {
			address: this.#context.addressOf(request),
			stream: request.socket,
			cookieToken: cookieTokenOf(request),
			isFollowingObjects: !request.url?.endsWith("?objects=none"),
			dispatcher,
			signal: this.#context.signal,
			logger,
			queryEngine,
			findUser: (id) => store.users.find(id),
			now: () => clock.now(),
			onUserChanged: (changed) => this.#subscribe(changed),
		});
		connections.add(connection);
	}

	#subscribe(connection: JsonRpcConnection): void {
		const before = this.#subscribed.get(connection);
		const owed = before?.subscription?.takeOwed();
		before?.subscription?.[Symbol.dispose]();
		this.#subscribed.delete(connection);
		const { user } = connection;
		if (user === undefined) return;
		const { hub, audiences } = this.#context;
		const audience = audiences.of(user);
		const isSameUser = before?.userId === user.id;
		const subscription = connection.isFollowingObjects
			? hub.subscribe(
					audience,
					connection,
					isSameUser
						? this.#owedAfter(before.audience, audience, owed)
						: undefined,
				)
			: undefined;
		this.#subscribed.set(connection, {
			userId: user.id,
			audience,
			subscription,
			grants: this.#grantsOf(connection),
		});
	}

	/** Of pages, which show what their user may do; administrators need none. */
	#grantsOf(connection: JsonRpcConnection): Grants | undefined {
		const { user, isFollowingObjects } = connection;
		return user === undefined || isFollowingObjects || isAdministrator(user)
			? undefined
			: this.#context.permissions.grantsOf(user.id);
	}

	/** What a user is to be told who sees other objects than before. Objects
	 *  that were changed go through the same queue: nothing is lost between
	 *  the two subscriptions. */
	#owedAfter(before: Audience, after: Audience, owed: Owed | undefined): Owed {
		if (before.key === after.key && owed !== undefined) return owed;
		const objects = this.#context.objects.all();
		const { upserts, removals } = differenceOf(objects, before, after);
		return {
			upserts: [...(owed?.upserts ?? []), ...upserts.map(({ id }) => id)],
			removals: [...(owed?.removals ?? []), ...removals.map(({ id }) => id)],
		};
	}

	/** Rights changed: whoever sees other objects now gets the difference, and
	 *  pages of who may do other things are told to ask for them. */
	#refreshAudiences(): void {
		const { audiences } = this.#context;
		for (const [connection, before] of this.#subscribed) {
			const { user } = connection;
			const after = user && audiences.of(user);
			const seesSame = after?.key === before.audience.key;
			const maySame = isDeepStrictEqual(
				this.#grantsOf(connection),
				before.grants,
			);
			if (seesSame && maySame) continue;
			this.#subscribe(connection);
			if (after === undefined) continue;
			if (!seesSame) connection.queries.refresh(after);
			if (!maySame) connection.notify("rights", "{}");
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
	readonly userId: string;
	readonly audience: Audience;
	/** Absent for those who open live queries instead. */
	readonly subscription: HubSubscription | undefined;
	readonly grants: Grants | undefined;
}

/** Of a page of ours alone: a foreign page, or a program, that sends it along
 *  is to sign in by other means. */
function cookieTokenOf({ headers }: IncomingMessage): string | undefined {
	return isSameOrigin(headers)
		? parseCookies(headers.cookie).get("token")
		: undefined;
}
