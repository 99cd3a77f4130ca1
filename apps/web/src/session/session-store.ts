import {
	type CallOptions,
	type CallParams,
	type CallResult,
	type ClientState,
	type MethodName,
	type User,
	XoClient,
	XoError,
} from "@xo/client";

/** `signed-out`: nobody has been signed in since the page was loaded.
 *  `expired`: somebody was, and the page is kept. `isLost`: no connection at
 *  the moment; one is being made. */
export type SessionState =
	| { readonly status: "starting"; readonly isLost: boolean }
	| { readonly status: "signed-out" }
	| {
			readonly status: "signed-in" | "expired";
			readonly user: User;
			readonly isLost: boolean;
	  };

interface SessionStoreOptions {
	readonly createClient: () => XoClient;
	/** The client on which live queries are to be open from now on. */
	readonly onClient: (client: XoClient) => void;
	readonly onConnection: (isLive: boolean) => void;
	/** What the user may do has changed, or may have while nobody could tell. */
	readonly onRights: () => void;
	/** Who signed in after an expiry is somebody else. */
	readonly onOtherUser: () => void;
}

const INVALID_CREDENTIALS = 3;
/** People wait in front of it: sooner than a program would try again. */
const LONGEST_WAIT_MS = 5_000;

/** The one connection of the page, and who is signed in on it. The socket is
 *  signed in by the cookie that the browser sends along. */
export class SessionStore {
	readonly #options: SessionStoreOptions;
	readonly #listeners = new Set<() => void>();
	#state: SessionState = { status: "starting", isLost: false };
	#client: XoClient | undefined;
	#retry: ReturnType<typeof setTimeout> | undefined;

	constructor(options: SessionStoreOptions) {
		this.#options = options;
	}

	readonly getState = (): SessionState => this.#state;

	readonly subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	/** Connects, or connects anew after a sign-in. */
	connect(): void {
		this.close();
		const client = this.#options.createClient();
		this.#client = client;
		this.#options.onClient(client);
		client.on("state", (state) => {
			if (client === this.#client) this.#onState(state);
		});
		client.on("notification", ({ method }) => {
			if (method === "rights") void this.#askUser(client);
		});
		// How it went is told by the state.
		client.open().catch(() => undefined);
	}

	/** @throws XoError, XoConnectionError */
	async call<N extends MethodName>(
		method: N,
		params?: CallParams<N>,
		options?: CallOptions,
	): Promise<CallResult<N>> {
		if (this.#client === undefined) throw new Error("not connected");
		return await this.#client.call(method, params, options);
	}

	close(): void {
		clearTimeout(this.#retry);
		const client = this.#client;
		this.#client = undefined;
		void client?.close();
	}

	#onState(state: ClientState): void {
		this.#options.onConnection(state.status === "open");
		if (state.status === "open" && state.user !== undefined) {
			this.#onOpen(state.user);
		} else if (state.status === "waiting") {
			this.#setLost();
			if (state.delayMs > LONGEST_WAIT_MS) this.#retrySoon();
		} else if (state.status === "closed") this.#onClosed(state.error);
	}

	#onOpen(user: User): void {
		const before = "user" in this.#state ? this.#state.user : undefined;
		if (before !== undefined && before.id !== user.id) {
			this.#options.onOtherUser();
			return;
		}
		this.#setState({ status: "signed-in", user, isLost: false });
		if (before !== undefined) this.#options.onRights();
	}

	/** Rights change with the role of the user too. */
	async #askUser(client: XoClient): Promise<void> {
		try {
			const user = await client.call("session.getUser");
			if (client === this.#client) this.#onOpen(user);
		} catch {
			// The connection was lost: it is told with the next one.
		}
	}

	#onClosed(error: unknown): void {
		if (error instanceof XoError && error.code === INVALID_CREDENTIALS) {
			this.#setState(
				"user" in this.#state
					? { ...this.#state, status: "expired", isLost: false }
					: { status: "signed-out" },
			);
			return;
		}
		this.#setLost();
		this.#retrySoon();
	}

	/** Spread, since a server that was restarted has everybody come back. */
	#retrySoon(): void {
		clearTimeout(this.#retry);
		const delayMs = LONGEST_WAIT_MS * (0.4 + 0.6 * Math.random());
		this.#retry = setTimeout(() => this.connect(), delayMs);
	}

	#setLost(): void {
		if (this.#state.status === "signed-out") return;
		this.#setState({ ...this.#state, isLost: true });
	}

	#setState(state: SessionState): void {
		this.#state = state;
		for (const listener of this.#listeners) listener();
	}
}

/** A client of the server that this page is from. */
export function createPageClient(): XoClient {
	return new XoClient({
		url: location.origin,
		credentials: {},
		// All that the pages show comes from live queries.
		createSocket: (url) => new WebSocket(`${url}?objects=none`),
	});
}
