import type { Writable } from "node:stream";
import { ApiError } from "@xo/contract";
import type { TokenRow, UserRow } from "@xo/store";
import type WebSocket from "ws";
import type { CallerSession } from "../api/caller.ts";
import {
	type Dispatcher,
	findOperation,
	methodNotFound,
	type PreparedCall,
} from "../api/dispatcher.ts";
import { StreamedResult } from "../api/handlers.ts";
import type { NotificationReader } from "../feed/notification-hub.ts";
import type { Logger } from "../http/logger.ts";
import { isAdministrator } from "../permissions/administrator.ts";
import { ConnectionQueries } from "../query/connection-queries.ts";
import type { LiveQueryEngine } from "../query/live-query-engine.ts";
import { toJsonRpcError } from "./error-answer.ts";
import { type ParsedMessage, parseMessage } from "./message.ts";
import { encodeTextFrame, textFrameOf } from "./text-frame.ts";

export interface ConnectionDependencies {
	/** What the WebSocket writes to. */
	readonly stream: Writable;
	readonly dispatcher: Dispatcher;
	readonly logger: Logger;
	readonly queryEngine: LiveQueryEngine;
	readonly findUser: (id: string) => UserRow | undefined;
	readonly now: () => number;
	readonly address: string;
	readonly cookieToken: string | undefined;
	/** Aborted when the daemon stops. */
	readonly signal: AbortSignal;
	/** False for pages that open live queries instead. */
	readonly isFollowingObjects: boolean;
	/** The connection now belongs to another user, or to none. */
	readonly onUserChanged: (connection: JsonRpcConnection) => void;
}

type Request = Extract<ParsedMessage, { kind: "request" }>;

/** Calls of one connection that may run at once. */
const MAX_CALLS = 256;
/** More than this waiting in the socket: the reader is behind. */
const BEHIND_BYTES = 1024 * 1024;

/** One WebSocket connection: requests in, answers and notifications out. */
export class JsonRpcConnection implements CallerSession, NotificationReader {
	readonly queries: ConnectionQueries;
	readonly #socket: WebSocket;
	readonly #dependencies: ConnectionDependencies;
	readonly #abort = new AbortController();
	#userId: string | undefined;
	#token: Pick<TokenRow, "id" | "expiresAt"> | undefined;
	#calls = 0;
	#isEnding = false;
	/** Answers in pieces hold back every other frame. */
	#streaming: Promise<void> = Promise.resolve();
	#isStreaming = false;
	/** What they hold back, in order. */
	#held: string[] = [];
	/** Answers in pieces under way or waiting. Notifications wait for all of
	 *  them: each shows the objects as of its call. */
	#streams = 0;
	#catchUp: (() => void)[] = [];
	readonly #onSent = () => this.#noteSent();

	constructor(socket: WebSocket, dependencies: ConnectionDependencies) {
		this.#socket = socket;
		this.#dependencies = dependencies;
		this.queries = new ConnectionQueries(dependencies.queryEngine, this);
		// Whoever is behind has more waiting than the stream wants to hold.
		dependencies.stream.on("drain", this.#onSent);
		socket.on("message", (data, isBinary) => {
			// The peer of `ws` gives one Buffer by default.
			this.#receive(data as Buffer, isBinary);
		});
		socket.on("close", () => {
			this.#abort.abort(new Error("the client went away"));
			this.unbindUser();
		});
		socket.on("error", (error) => {
			dependencies.logger.debug({ err: error }, "WebSocket error");
		});
	}

	get signal(): AbortSignal {
		return this.#abort.signal;
	}

	get address(): string {
		return this.#dependencies.address;
	}

	get isFollowingObjects(): boolean {
		return this.#dependencies.isFollowingObjects;
	}

	get cookieToken(): string | undefined {
		return this.#dependencies.cookieToken;
	}

	get userId(): string | undefined {
		return this.#userId;
	}

	get expiresAt(): number | undefined {
		return this.#token?.expiresAt;
	}

	get tokenId(): string | undefined {
		return this.#token?.id;
	}

	get user(): UserRow | undefined {
		return this.#userId === undefined
			? undefined
			: this.#dependencies.findUser(this.#userId);
	}

	bindUser(userId: string, token: TokenRow | undefined): void {
		if (userId !== this.#userId) this.queries.closeAll();
		this.#userId = userId;
		this.#token = token;
		this.#dependencies.onUserChanged(this);
	}

	unbindUser(): void {
		this.#userId = undefined;
		this.#token = undefined;
		this.queries.closeAll();
		this.#dependencies.onUserChanged(this);
	}

	/** The token is gone: no more is told, and the connection closes once the
	 *  calls under way are answered, of which one may have deleted it. */
	endSession(): void {
		this.unbindUser();
		this.#isEnding = true;
		if (this.#calls === 0) this.close();
	}

	close(): void {
		this.#socket.close();
	}

	terminate(): void {
		this.#socket.terminate();
	}

	get isBehind(): boolean {
		return this.#streams > 0 || this.#socket.bufferedAmount > BEHIND_BYTES;
	}

	sendFrame(frame: Buffer): void {
		if (this.#socket.readyState !== this.#socket.OPEN) return;
		// `ws` writes at once too, so frames of both kinds keep their order.
		this.#dependencies.stream.write(textFrameOf(frame));
	}

	whenCaughtUp(callback: () => void): void {
		this.#catchUp.push(callback);
		if (!this.isBehind) queueMicrotask(this.#onSent);
	}

	notify(method: string, params: string): void {
		const head = `{"jsonrpc":"2.0","method":${JSON.stringify(method)}`;
		this.#sendText(`${head},"params":${params}}`);
	}

	#noteSent(): void {
		if (this.#catchUp.length === 0 || this.isBehind) return;
		for (const callback of this.#catchUp.splice(0)) callback();
	}

	#receive(data: Buffer, isBinary: boolean): void {
		const { now } = this.#dependencies;
		if (this.expiresAt !== undefined && now() >= this.expiresAt) {
			this.#socket.close();
			return;
		}
		const message: ParsedMessage = isBinary
			? {
					kind: "invalid",
					id: null,
					code: -32700,
					message: "text frames are expected",
				}
			: parseMessage(data.toString());
		if (message.kind === "invalid") {
			const { id, code, message: text } = message;
			this.#answer(id, { error: { code, message: text } });
			return;
		}
		this.#handle(message).catch((error: unknown) => {
			this.#dependencies.logger.error({ err: error }, "cannot answer a call");
		});
	}

	async #handle({ id, method, params }: Request): Promise<void> {
		const { dispatcher, logger } = this.#dependencies;
		const { user } = this;
		const isAdmin = isAdministrator(user);
		if (this.#calls >= MAX_CALLS) {
			const error = new ApiError("tooManyRequests", {
				message: `more than ${MAX_CALLS} calls at once on one connection`,
			});
			if (id !== undefined) {
				this.#answer(id, { error: toJsonRpcError(error, isAdmin) });
			}
			return;
		}
		this.#calls++;
		try {
			if (findOperation(method)?.rpc === false) throw methodNotFound(method);
			const caller = { user, isAdmin, address: this.address, session: this };
			const prepared = dispatcher.prepare(method, params, caller);
			const result = await dispatcher.run(prepared, {
				signal: this.#signalOf(prepared),
			});
			if (id === undefined) return;
			if (result instanceof StreamedResult) await this.#stream(id, result);
			else this.#answer(id, { result });
		} catch (error) {
			if (this.signal.aborted) return;
			logger.debug({ err: error, method }, "a call failed");
			if (id === undefined) return;
			this.#answer(id, { error: toJsonRpcError(error, isAdmin) });
		} finally {
			this.#calls--;
			if (this.#isEnding && this.#calls === 0) this.close();
		}
	}

	/** What changes something goes on when the caller has gone: it is a task,
	 *  which one can come back to, and abort. */
	#signalOf({ operation }: PreparedCall): AbortSignal {
		return operation.effect === "write"
			? this.#dependencies.signal
			: this.signal;
	}

	#answer(
		id: string | number | null,
		answer: { readonly result: unknown } | { readonly error: unknown },
	): void {
		this.#sendText(JSON.stringify({ jsonrpc: "2.0", id, ...answer }));
	}

	#sendText(text: string): void {
		if (this.#isStreaming) {
			this.#held.push(text);
		} else if (this.#socket.readyState === this.#socket.OPEN) {
			const { stream } = this.#dependencies;
			// Answers of one turn of the event loop leave by one system call.
			if (stream.writableCorked === 0) {
				stream.cork();
				process.nextTick(() => stream.uncork());
			}
			stream.write(encodeTextFrame(text), this.#onSent);
		}
	}

	/** One message in fragments, each sent when there is room for it. */
	async #stream(id: string | number, result: StreamedResult): Promise<void> {
		this.#streams++;
		const before = this.#streaming;
		const { promise, resolve } = Promise.withResolvers<void>();
		this.#streaming = before.then(() => promise);
		await before;
		this.#isStreaming = true;
		try {
			const head = `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":`;
			await this.#sendFragment(Buffer.from(head), false);
			// The memory of a chunk is used again for the one after the next.
			let sent: Promise<void> | undefined;
			for await (const chunk of result.chunks) {
				await sent;
				sent = this.#sendFragment(chunk, false);
				sent.catch(() => undefined);
			}
			await sent;
			await this.#sendFragment(Buffer.from("}"), true);
		} catch (error) {
			// Half a message cannot be taken back.
			this.#socket.terminate();
			throw error;
		} finally {
			this.#isStreaming = false;
			this.#streams--;
			for (const text of this.#held.splice(0)) this.#sendText(text);
			resolve();
			this.#noteSent();
		}
	}

	/** Resolves once the socket took it. */
	async #sendFragment(fragment: Buffer, isLast: boolean): Promise<void> {
		if (this.#socket.readyState !== this.#socket.OPEN) {
			throw new Error("the client went away");
		}
		const { promise, resolve, reject } = Promise.withResolvers<void>();
		this.#socket.send(fragment, { binary: false, fin: isLast }, (error) => {
			if (error) reject(error);
			else resolve();
		});
		await promise;
	}
}
