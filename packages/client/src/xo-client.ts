import type { OperationName, ParamsOf, ResultOf } from "@xo/contract";
import {
	type Clock,
	createDeferred,
	type Deferred,
	sleep,
	systemClock,
} from "@xo/std";
import { attemptAfter, reconnectDelayMs } from "./backoff.ts";
import { Emitter } from "./emitter.ts";
import { XoConnectionError, XoError } from "./errors.ts";
import { type Notification, RpcConnection } from "./rpc-connection.ts";
import { type CreateSocket, createGlobalSocket } from "./socket.ts";
import { toSocketUrl } from "./url.ts";
import { type CallOptions, within } from "./within.ts";

/** What `session.signIn` understands: a password with its user name, or a
 *  token. Nothing at all: the cookie of the page, which the browser sends when
 *  the socket opens. */
export type Credentials =
	| Readonly<Record<string, never>>
	| { readonly token: string }
	| {
			readonly email: string;
			readonly password: string;
			readonly otp?: string | undefined;
	  };

/** The signed-in user, as the server describes it. */
export type User = ResultOf<"session.signIn">;

/** Where the client stands. `waiting`: the connection was lost and the next
 *  attempt starts after `delayMs`. `closed` is final; its `error` tells why,
 *  unless `close()` was called. */
export type ClientState =
	| { readonly status: "idle" }
	| { readonly status: "connecting"; readonly attempt: number }
	| { readonly status: "open"; readonly user: User | undefined }
	| {
			readonly status: "waiting";
			readonly attempt: number;
			readonly delayMs: number;
			readonly error: unknown;
	  }
	| { readonly status: "closed"; readonly error?: unknown };

/** Names that the contract declares are typed, others are open: a server may
 *  have methods of plugins. */
export type MethodName = OperationName | (string & {});
export type CallParams<N extends MethodName> = N extends OperationName
	? ParamsOf<N>
	: object;
export type CallResult<N extends MethodName> = N extends OperationName
	? ResultOf<N>
	: unknown;

export interface XoClientOptions {
	/** Address of the server; a path is kept, no scheme means `wss`. */
	readonly url: string;
	/** Signs in at each connection; see also `signIn`. */
	readonly credentials?: Credentials | undefined;
	/** Default: the global `WebSocket`. */
	readonly createSocket?: CreateSocket | undefined;
	/** Time within which a new connection must open and answer its first call,
	 *  in milliseconds, each; default 10,000. A server that is starting accepts
	 *  sockets that it never answers. */
	readonly answerTimeoutMs?: number | undefined;
	/** Default 30,000. */
	readonly heartbeatMs?: number | undefined;
	readonly clock?: Clock | undefined;
	/** In [0, 1); default `Math.random`. */
	readonly random?: (() => number) | undefined;
}

export interface ClientEvents {
	readonly state: ClientState;
	readonly notification: Notification;
}

/** What lives on a connection and must be made anew on each one. */
export interface Resource {
	onOpen(): void;
	onNotification(notification: Notification): void;
}

const ANSWER_TIMEOUT_MS = 10_000;
const HEARTBEAT_MS = 30_000;
const HEARTBEAT_PATIENCE_MS = 60_000;
/** Only for a server that does not answer yet: what cannot be reached at all
 *  is reported at once. */
const FIRST_ATTEMPTS = 3;
const INVALID_CREDENTIALS = 3;

/** A connection to a server that is kept up: it reconnects with backoff, signs
 *  in again and reopens its subscriptions. */
export class XoClient implements AsyncDisposable {
	readonly #options: XoClientOptions;
	readonly #url: string;
	readonly #clock: Clock;
	readonly #random: () => number;
	readonly #emitter = new Emitter<ClientEvents>();
	readonly #resources = new Set<Resource>();
	readonly #stop = new AbortController();
	#credentials: Credentials | undefined;
	#connection: RpcConnection | undefined;
	#opening: Promise<User | undefined> | undefined;
	/** Replaced whenever the connection is lost. */
	#ready: Deferred<RpcConnection> = createQuietDeferred();
	#state: ClientState = { status: "idle" };

	/** @throws TypeError when `url` is not an address. */
	constructor(options: XoClientOptions) {
		this.#options = options;
		this.#url = toSocketUrl(options.url);
		this.#clock = options.clock ?? systemClock;
		this.#random = options.random ?? Math.random;
		this.#credentials = options.credentials;
	}

	get state(): ClientState {
		return this.#state;
	}

	get user(): User | undefined {
		return this.#state.status === "open" ? this.#state.user : undefined;
	}

	/** Connects, and signs in when there are credentials. Once this has worked,
	 *  lost connections are made again until `close`.
	 *  @throws XoConnectionError or XoError; the client is then closed. */
	open(): Promise<User | undefined> {
		this.#opening ??= this.#openFirst();
		return this.#opening;
	}

	/** Signs in, and does so again at each reconnection.
	 *  @throws XoError code 3 when the server refuses. */
	async signIn(credentials: Credentials): Promise<User> {
		const connection = await this.#connected({});
		const user = (await connection.call("session.signIn", credentials, {
			timeoutMs: this.#answerTimeoutMs,
		})) as User;
		this.#credentials = credentials;
		if (connection === this.#connection) {
			const isOther = user.id !== this.user?.id;
			this.#setState({ status: "open", user });
			// The server ends what another user has opened.
			if (isOther) for (const resource of this.#resources) resource.onOpen();
		}
		return user;
	}

	/** Calls a method; waits first for the connection when it is being made.
	 *  @throws XoError what the server answered.
	 *  @throws XoConnectionError when there was no answer. */
	async call<N extends MethodName>(
		method: N,
		params?: CallParams<N>,
		options: CallOptions = {},
	): Promise<CallResult<N>> {
		if (method.startsWith("session.") && method !== "session.getUser") {
			throw new TypeError(
				`${method}: sign in with signIn() or \`credentials\``,
			);
		}
		// Where it can, it leaves at once: a page that is being drawn is answered
		// meanwhile.
		const connection = this.#open ?? (await this.#connected(options));
		const result = await connection.call(method, params, options);
		return result as CallResult<N>;
	}

	/** Calls `listener` at each event; returns the way to stop. */
	on<E extends keyof ClientEvents>(
		name: E,
		listener: (event: ClientEvents[E]) => void,
	): () => void {
		return this.#emitter.on(name, listener);
	}

	/** Keeps `resource` told of connections and notifications; returns the way
	 *  to stop. */
	attach(resource: Resource): () => void {
		this.#resources.add(resource);
		if (this.#state.status === "open") resource.onOpen();
		return () => {
			this.#resources.delete(resource);
		};
	}

	/** Ends the connection for good; pending calls fail with code `closed`. */
	close(): Promise<void> {
		this.#finish(undefined);
		return Promise.resolve();
	}

	[Symbol.asyncDispose](): Promise<void> {
		return this.close();
	}

	get #open(): RpcConnection | undefined {
		return this.#state.status === "open" ? this.#connection : undefined;
	}

	get #answerTimeoutMs(): number {
		return this.#options.answerTimeoutMs ?? ANSWER_TIMEOUT_MS;
	}

	async #openFirst(): Promise<User | undefined> {
		for (let attempt = 0; ; attempt++) {
			try {
				return await this.#connect(attempt);
			} catch (error) {
				if (!isUnanswered(error) || attempt + 1 >= FIRST_ATTEMPTS) {
					this.#finish(error);
					throw error;
				}
				await this.#pause(attempt, error);
			}
		}
	}

	async #connect(attempt: number): Promise<User | undefined> {
		this.#throwIfClosed();
		this.#setState({ status: "connecting", attempt });
		const connection = this.#createConnection(attempt);
		this.#connection = connection;
		const tooSlow = this.#clock.after(this.#answerTimeoutMs, () =>
			connection.end(
				"unanswered",
				"the server did not accept the connection in time",
			),
		);
		try {
			await connection.opened;
		} finally {
			tooSlow[Symbol.dispose]();
		}
		const user = await this.#greet(connection);
		if (connection !== this.#connection) {
			throw new XoConnectionError("lost", "connection lost during sign-in");
		}
		this.#setState({ status: "open", user });
		this.#ready.resolve(connection);
		for (const resource of this.#resources) resource.onOpen();
		return user;
	}

	/** The first call; without credentials, one that anybody may make, since
	 *  only an answer tells that the server is ready. */
	async #greet(connection: RpcConnection): Promise<User | undefined> {
		const timeoutMs = this.#answerTimeoutMs;
		const credentials = this.#credentials;
		try {
			if (credentials !== undefined) {
				return (await connection.call("session.signIn", credentials, {
					timeoutMs,
				})) as User;
			}
			await connection.call("system.getVersion", undefined, { timeoutMs });
			return undefined;
		} catch (error) {
			if (!(error instanceof XoConnectionError) || error.code !== "timeout") {
				connection.end("lost", "sign-in failed", error);
				throw error;
			}
			const message = "the server accepted the connection but does not answer";
			connection.end("unanswered", message);
			throw new XoConnectionError("unanswered", message);
		}
	}

	#createConnection(attempt: number): RpcConnection {
		const startedAt = this.#clock.now();
		const connection: RpcConnection = new RpcConnection({
			socket: (this.#options.createSocket ?? createGlobalSocket)(this.#url),
			clock: this.#clock,
			heartbeatMs: this.#options.heartbeatMs ?? HEARTBEAT_MS,
			heartbeatPatienceMs: HEARTBEAT_PATIENCE_MS,
			onNotification: (notification) => {
				if (connection !== this.#connection) return;
				for (const resource of this.#resources) {
					resource.onNotification(notification);
				}
				this.#emitter.emit("notification", notification);
			},
			onEnd: (error) => {
				if (connection !== this.#connection) return;
				this.#connection = undefined;
				if (this.#state.status !== "open") return;
				this.#ready = createQuietDeferred();
				const openMs = this.#clock.now() - startedAt;
				void this.#reconnect(attemptAfter(attempt, openMs), error);
			},
		});
		return connection;
	}

	async #reconnect(firstAttempt: number, reason: unknown): Promise<void> {
		let error = reason;
		for (let attempt = firstAttempt; ; attempt++) {
			try {
				await this.#pause(attempt, error);
				await this.#connect(attempt);
				return;
			} catch (failure) {
				if (this.#stop.signal.aborted) return;
				if (
					failure instanceof XoError &&
					failure.code === INVALID_CREDENTIALS
				) {
					this.#finish(failure);
					return;
				}
				error = failure;
			}
		}
	}

	#pause(attempt: number, error: unknown): Promise<void> {
		this.#throwIfClosed();
		const delayMs = reconnectDelayMs(attempt, this.#random());
		const pause = sleep(delayMs, {
			clock: this.#clock,
			signal: this.#stop.signal,
		});
		this.#setState({ status: "waiting", attempt, delayMs, error });
		return pause;
	}

	async #connected(options: CallOptions): Promise<RpcConnection> {
		if (this.#state.status === "idle") {
			throw new XoConnectionError("closed", "open() was not called");
		}
		return await within(this.#ready.promise, {
			...options,
			what: "connection",
			clock: this.#clock,
		});
	}

	#finish(error: unknown): void {
		if (this.#stop.signal.aborted) return;
		const reason = new XoConnectionError(
			"closed",
			error === undefined ? "the client was closed" : "the session has ended",
			error,
		);
		this.#stop.abort(reason);
		this.#setState(
			error === undefined ? { status: "closed" } : { status: "closed", error },
		);
		this.#ready.reject(reason);
		this.#ready = createQuietDeferred();
		this.#ready.reject(reason);
		this.#connection?.end("closed", reason.message, error);
		this.#connection = undefined;
	}

	#throwIfClosed(): void {
		this.#stop.signal.throwIfAborted();
	}

	#setState(state: ClientState): void {
		this.#state = state;
		this.#emitter.emit("state", state);
	}
}

/** Nobody may be waiting when it fails. */
function createQuietDeferred(): Deferred<RpcConnection> {
	const deferred = createDeferred<RpcConnection>();
	deferred.promise.catch(() => {});
	return deferred;
}

function isUnanswered(error: unknown): boolean {
	return error instanceof XoConnectionError && error.code === "unanswered";
}
