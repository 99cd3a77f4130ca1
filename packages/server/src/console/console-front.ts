import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { UserRow } from "@xo/store";
import { type WebSocket, WebSocketServer } from "ws";
import { hashToken } from "../auth/token-secret.ts";
import type { Context } from "../context.ts";
import { parseCookies } from "../http/cookies.ts";
import type { UpgradeFront } from "../http/upgrades.ts";
import { ConsoleClosed } from "./console-closed.ts";
import type { ConsoleVm } from "./console-service.ts";
import { relay } from "./relay.ts";

const PATH = /^\/(?:v5\/)?api\/consoles\/([^/]+)$/;
const MAX_CONSOLES = 1_000;
const MAX_CONSOLES_PER_USER = 50;
/** Of one message of a viewer: keys are small, a clipboard may not be. */
const MAX_MESSAGE_BYTES = 1024 * 1024;
const CHECK_MS = 30_000;

interface Viewing {
	readonly socket: WebSocket;
	readonly vmId: string;
	readonly userId: string;
	readonly token: string;
	isAlive: boolean;
}

/** Screens of VMs at `/api/consoles/<id>`: RFB in binary frames, relayed as
 *  fast as the slower end reads. */
export class ConsoleFront implements UpgradeFront, AsyncDisposable {
	readonly #context: Context;
	readonly #server = new WebSocketServer({
		noServer: true,
		maxPayload: MAX_MESSAGE_BYTES,
		perMessageDeflate: false,
		handleProtocols: (offered) => offered.has("binary") && "binary",
	});
	readonly #viewings = new Set<Viewing>();
	readonly #rights: Disposable;
	#check: Disposable;

	constructor(context: Context) {
		this.#context = context;
		this.#rights = context.rights.subscribe(() => this.#recheck());
		this.#check = this.#scheduleCheck();
	}

	serves(path: string): boolean {
		return PATH.test(path);
	}

	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
		this.#server.handleUpgrade(request, socket, head, (webSocket) => {
			// Whatever comes before the relay listens is kept.
			webSocket.pause();
			webSocket.on("error", () => webSocket.terminate());
			this.#serve(webSocket, request).catch((error: unknown) => {
				close(webSocket, error);
				this.#context.logger.debug({ err: error }, "a console ended");
			});
		});
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.#rights[Symbol.dispose]();
		this.#check[Symbol.dispose]();
		for (const { socket } of this.#viewings) socket.close(1001);
		for (const socket of this.#server.clients) socket.terminate();
		this.#server.close();
	}

	async #serve(socket: WebSocket, request: IncomingMessage): Promise<void> {
		const { consoles, logger } = this.#context;
		const { user, token } = this.#authenticate(request);
		this.#checkLimits(user);
		const id = PATH.exec((request.url ?? "").split("?")[0] ?? "")?.[1] ?? "";
		const vm = consoles.find(id, user);
		const viewing = { socket, vmId: vm.id, userId: user.id, token };
		const entry = { ...viewing, isAlive: true };
		this.#viewings.add(entry);
		socket.on("pong", () => {
			entry.isAlive = true;
		});
		const log = logger.child({ vm: vm.id, user: user.id });
		log.info("console opened");
		try {
			await this.#relay(socket, vm);
		} finally {
			this.#viewings.delete(entry);
			log.info("console closed");
		}
	}

	async #relay(socket: WebSocket, vm: ConsoleVm): Promise<void> {
		const gone = new AbortController();
		socket.once("close", () => gone.abort());
		const { consoles } = this.#context;
		const tunnel = await consoles.connect(vm, gone.signal);
		if (socket.readyState !== socket.OPEN) {
			tunnel.destroy();
			return;
		}
		await relay(socket, tunnel);
		tunnel.destroy();
		if (socket.readyState !== socket.OPEN) return;
		close(socket, await consoles.explainEnd(vm));
	}

	/** By the cookie of the session, which no page of another site can make a
	 *  browser send here: it always says its Origin, and programs send none.
	 *  @throws ConsoleClosed */
	#authenticate(request: IncomingMessage): { user: UserRow; token: string } {
		const cookies = parseCookies(request.headers.cookie);
		const token = cookies.get("token") ?? cookies.get("authenticationToken");
		try {
			const { authentication } = this.#context;
			const { user } = authentication.signInWithToken(
				token ?? "",
				this.#context.addressOf(request),
			);
			return { user, token: token ?? "" };
		} catch {
			throw new ConsoleClosed("notSignedIn", "sign in first");
		}
	}

	/** @throws ConsoleClosed */
	#checkLimits(user: UserRow): void {
		const ofUser = [...this.#viewings].filter(
			({ userId }) => userId === user.id,
		);
		const isFull =
			this.#viewings.size >= MAX_CONSOLES ||
			ofUser.length >= MAX_CONSOLES_PER_USER;
		if (!isFull) return;
		throw new ConsoleClosed("tooMany", "too many consoles are open");
	}

	/** Ends what is no longer allowed. */
	#recheck(): void {
		for (const { socket, vmId, userId, token } of this.#viewings) {
			try {
				const { store, consoles, clock } = this.#context;
				const row = store.tokens.find(hashToken(token));
				if (row === undefined || row.expiresAt <= clock.now()) {
					throw new ConsoleClosed("notSignedIn", "the session ended");
				}
				consoles.checkRight(vmId, store.users.find(userId));
			} catch (error) {
				close(socket, error);
			}
		}
	}

	/** Finds sessions that ended, and viewers that have silently gone. */
	#scheduleCheck(): Disposable {
		return this.#context.clock.after(CHECK_MS, () => {
			this.#recheck();
			for (const viewing of this.#viewings) {
				if (!viewing.isAlive) viewing.socket.terminate();
				viewing.isAlive = false;
				viewing.socket.ping();
			}
			this.#check = this.#scheduleCheck();
		});
	}
}

function close(socket: WebSocket, error: unknown): void {
	// A paused socket would never hear the other end's answer.
	socket.resume();
	if (error instanceof ConsoleClosed) socket.close(error.code, error.message);
	else socket.close(1011, "this console failed: the server's log tells why");
}
