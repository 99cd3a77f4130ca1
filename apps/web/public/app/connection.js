const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 20_000;
const INVALID_CREDENTIALS = 3;

/** An error that the server answered. */
export class CallError extends Error {
	constructor({ message, code, data }) {
		super(message);
		this.code = code;
		this.data = data;
	}
}

/** JSON-RPC over a WebSocket that comes back. The socket is signed in by the
 *  cookie that the browser sends along when it opens. */
export class Connection {
	#socket;
	#lastId = 0;
	#waiting = new Map();
	#failures = 0;
	#listeners;

	/** `onState("connecting" | "live" | "lost")`, `onSignedIn(user)`,
	 *  `onSignedOut()`, `onNotification(method, params)` */
	constructor(listeners) {
		this.#listeners = listeners;
		this.#open();
	}

	/** @throws CallError, or an Error when the connection ends first */
	call(method, params) {
		const id = ++this.#lastId;
		return new Promise((resolve, reject) => {
			if (this.#socket.readyState !== WebSocket.OPEN) {
				reject(new Error("the server cannot be reached"));
				return;
			}
			this.#waiting.set(id, { resolve, reject });
			this.#socket.send(JSON.stringify({ jsonrpc: "2.0", id, method, params }));
		});
	}

	#open() {
		const scheme = location.protocol === "https:" ? "wss:" : "ws:";
		// All that this page shows comes from live queries.
		const url = `${scheme}//${location.host}/api/?objects=none`;
		const socket = new WebSocket(url);
		this.#socket = socket;
		socket.addEventListener("open", () => this.#signIn());
		socket.addEventListener("message", ({ data }) => this.#receive(data));
		socket.addEventListener("close", () => this.#retry());
	}

	async #signIn() {
		try {
			const user = await this.call("session.signIn", {});
			this.#failures = 0;
			this.#listeners.onState("live");
			this.#listeners.onSignedIn(user);
		} catch (error) {
			if (error.code === INVALID_CREDENTIALS) this.#listeners.onSignedOut();
			else this.#socket.close();
		}
	}

	#receive(data) {
		const { id, method, params, result, error } = JSON.parse(data);
		if (method !== undefined) {
			this.#listeners.onNotification(method, params);
			return;
		}
		const call = this.#waiting.get(id);
		this.#waiting.delete(id);
		if (error === undefined) call?.resolve(result);
		else call?.reject(new CallError(error));
	}

	#retry() {
		for (const { reject } of this.#waiting.values()) {
			reject(new Error("the connection was lost"));
		}
		this.#waiting.clear();
		this.#listeners.onState("lost");
		const longest = Math.min(
			LONGEST_DELAY_MS,
			FIRST_DELAY_MS * 2 ** this.#failures++,
		);
		setTimeout(() => this.#open(), longest * (0.5 + Math.random() / 2));
	}
}
