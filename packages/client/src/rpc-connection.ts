import { type Clock, createDeferred, isPlainObject } from "@xo/std";
import {
	type ConnectionErrorCode,
	XoConnectionError,
	XoError,
} from "./errors.ts";
import type { SocketEvent, SocketLike } from "./socket.ts";
import { type CallOptions, within } from "./within.ts";

/** A message of the server that answers no call. */
export interface Notification {
	readonly method: string;
	readonly params: unknown;
}

interface PendingCall {
	readonly method: string;
	resolve(result: unknown): void;
	reject(error: unknown): void;
}

interface RpcConnectionOptions {
	readonly socket: SocketLike;
	readonly clock: Clock;
	/** Silence after which the server is asked for a sign of life. */
	readonly heartbeatMs: number;
	/** How long that may take; above the time of a large answer on a slow
	 *  line, since nothing tells that one is on its way. */
	readonly heartbeatPatienceMs: number;
	onNotification(notification: Notification): void;
	onEnd(error: XoConnectionError): void;
}

/** JSON-RPC over one socket, from its opening to its end. */
export class RpcConnection {
	readonly #options: RpcConnectionOptions;
	readonly #opened = createDeferred();
	readonly #pending = new Map<number, PendingCall>();
	#nextId = Number.MIN_SAFE_INTEGER;
	#isOpen = false;
	#hasEnded = false;
	#heartbeat: Disposable | undefined;
	#receivedAt = 0;
	#hasHeard = false;

	constructor(options: RpcConnectionOptions) {
		this.#options = options;
		this.#opened.promise.catch(() => {});
		const { socket } = options;
		socket.addEventListener("open", () => this.#onOpen());
		socket.addEventListener("message", (event) => this.#onMessage(event));
		socket.addEventListener("error", (event) => this.#onError(event));
		socket.addEventListener("close", (event) => {
			this.end("lost", `the server closed the connection${closing(event)}`);
		});
	}

	/** Settles once the socket is open, or has failed to. */
	get opened(): Promise<void> {
		return this.#opened.promise;
	}

	call(
		method: string,
		params: object | undefined,
		options: CallOptions = {},
	): Promise<unknown> {
		if (this.#hasEnded) {
			return Promise.reject(
				new XoConnectionError("lost", `${method}: the connection has ended`),
			);
		}
		if (options.signal?.aborted) return Promise.reject(options.signal.reason);
		const id = this.#nextId++;
		const { promise, resolve, reject } = createDeferred<unknown>();
		const settle = (result: unknown) => {
			options.onResult?.(result);
			resolve(result);
		};
		this.#pending.set(id, { method, resolve: settle, reject });
		this.#options.socket.send(
			JSON.stringify({ jsonrpc: "2.0", id, method, params }),
		);
		return within(promise, {
			...options,
			what: method,
			clock: this.#options.clock,
		}).finally(() => this.#pending.delete(id));
	}

	/** Ends it at once: a dead network may never report the close. */
	end(code: ConnectionErrorCode, message: string, cause?: unknown): void {
		if (this.#hasEnded) return;
		this.#hasEnded = true;
		this.#heartbeat?.[Symbol.dispose]();
		const error = new XoConnectionError(code, message, cause);
		this.#opened.reject(error);
		for (const call of [...this.#pending.values()]) {
			call.reject(
				new XoConnectionError(code, `${call.method}: ${message}`, cause),
			);
		}
		try {
			this.#options.socket.close();
		} catch {
			// It was not open yet: nothing is left to close.
		}
		this.#options.onEnd(error);
	}

	#onOpen(): void {
		if (this.#hasEnded || this.#isOpen) return;
		this.#isOpen = true;
		this.#receivedAt = this.#options.clock.now();
		this.#scheduleHeartbeat(this.#options.heartbeatMs);
		this.#opened.resolve();
	}

	#onError(event: SocketEvent): void {
		const detail = event.message ? `: ${event.message}` : "";
		if (this.#isOpen) this.end("lost", `connection lost${detail}`, event.error);
		else this.end("unreachable", `cannot connect${detail}`, event.error);
	}

	#onMessage({ data }: SocketEvent): void {
		if (this.#hasEnded) return;
		this.#receivedAt = this.#options.clock.now();
		this.#hasHeard = true;
		const message = typeof data === "string" ? parseMessage(data) : undefined;
		if (message === undefined) return;
		if (typeof message.method === "string") {
			if (message.id === undefined) {
				this.#options.onNotification({
					method: message.method,
					params: message.params,
				});
			}
			return;
		}
		const call =
			typeof message.id === "number"
				? this.#pending.get(message.id)
				: undefined;
		if (call === undefined) return;
		if (message.error === undefined) call.resolve(message.result);
		else call.reject(toXoError(call.method, message.error));
	}

	#scheduleHeartbeat(delayMs: number): void {
		const { clock, heartbeatMs } = this.#options;
		this.#heartbeat = clock.after(delayMs, () => {
			const silenceMs = clock.now() - this.#receivedAt;
			if (silenceMs < heartbeatMs) {
				this.#scheduleHeartbeat(heartbeatMs - silenceMs);
			} else {
				this.#askForSignOfLife();
			}
		});
	}

	#askForSignOfLife(): void {
		const { clock, heartbeatMs, heartbeatPatienceMs } = this.#options;
		this.#hasHeard = false;
		// Any message counts; its own answer needs no look.
		this.call("system.getVersion", undefined).catch(() => {});
		this.#heartbeat = clock.after(heartbeatPatienceMs, () => {
			if (this.#hasHeard) this.#scheduleHeartbeat(heartbeatMs);
			else this.end("lost", "the server no longer answers");
		});
	}
}

function parseMessage(data: string): Record<string, unknown> | undefined {
	try {
		const message: unknown = JSON.parse(data);
		return isPlainObject(message) ? message : undefined;
	} catch {
		return undefined;
	}
}

function toXoError(method: string, error: unknown): XoError {
	const { code, message, data } = isPlainObject(error) ? error : {};
	return new XoError(method, {
		code: typeof code === "number" ? code : -32000,
		message: typeof message === "string" ? message : "unknown error",
		data,
	});
}

function closing({ code, reason }: SocketEvent): string {
	if (reason) return ` (${code}: ${reason})`;
	return code === undefined || code === 1005 ? "" : ` (${code})`;
}
