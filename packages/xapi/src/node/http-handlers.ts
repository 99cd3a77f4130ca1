import type { Duplex, Readable } from "node:stream";
import type { HostDirectory } from "../common/host-directory.ts";
import { bareAddress } from "../common/pool-url.ts";
import { XapiError } from "../common/xapi-error.ts";
import { sendConnect } from "./http-connect.ts";
import { UNKNOWN_LENGTH_BYTES, withoutEnd } from "./open-ended-body.ts";
import type { Session, Sessions } from "./session.ts";
import type { HttpAnswer, Transport } from "./transport.ts";

/** A raw HTTP handler of a member; the session goes along by itself. */
export interface HandlerRequest {
	/** Ref or address of a member; the master by default. */
	readonly host?: string | undefined;
	/** As `/export`. */
	readonly path: string;
	readonly query?: Readonly<Record<string, string | undefined>>;
	readonly signal?: AbortSignal | undefined;
}

/** A GET, or a PUT with its body. */
export interface BodyRequest extends HandlerRequest {
	readonly body?: Uint8Array | string | Readable | undefined;
	/** Of a stream. XAPI takes no chunked bodies: without a length the format
	 *  must say where the stream ends, as those of XVA and VHD do. */
	readonly bodyBytes?: number;
	readonly headers?: Readonly<Record<string, string>>;
}

export interface HttpHandlersOptions {
	readonly transport: Transport;
	readonly sessions: Sessions;
	readonly directory: HostDirectory;
	readonly timeoutMs: number;
	readonly signal: AbortSignal;
}

const MAX_REDIRECTS = 5;

interface Destination {
	readonly address: string;
	readonly path: string;
}

/** The handlers of hosts for bytes: statistics, transfers, consoles. */
export class HttpHandlers {
	readonly #options: HttpHandlersOptions;

	constructor(options: HttpHandlersOptions) {
		this.#options = options;
	}

	/** Follows redirects to members; any final status is an answer. */
	async request(
		method: "GET" | "PUT",
		options: BodyRequest,
	): Promise<HttpAnswer> {
		const answer = await this.#requestOnce(method, options);
		if (answer.status !== 401 || method !== "GET") return answer;
		// The session ended in the meantime.
		answer.body.destroy();
		const session = await this.#options.sessions.acquire();
		this.#options.sessions.drop(session);
		return this.#requestOnce(method, options);
	}

	/** @returns the socket behind the head of the answer, as consoles use it.
	 *  @throws XapiError `HTTP_ERROR` */
	async openTunnel(options: HandlerRequest): Promise<Duplex> {
		const { sessions } = this.#options;
		for (let attempt = 1; ; attempt++) {
			const session = await sessions.acquire();
			const { status, socket } = await this.#connect(options, session);
			if (status === 200) return socket;
			socket.destroy();
			if (status !== 401 || attempt > 1) {
				throw new XapiError("HTTP_ERROR", {
					params: [String(status), options.path],
				});
			}
			// The session ended in the meantime.
			sessions.drop(session);
		}
	}

	async #connect(
		options: HandlerRequest,
		session: Session,
	): Promise<{ readonly status: number; readonly socket: Duplex }> {
		const { address, path } = this.#destination(options, session);
		const signal = this.#signal(options.signal);
		const socket = await this.#options.transport.open(address, signal);
		const stop = () => socket.destroy();
		signal.addEventListener("abort", stop, { once: true });
		socket.once("close", () => signal.removeEventListener("abort", stop));
		try {
			const status = await sendConnect(socket, {
				target: path,
				headers: { Host: address, ...sessionCookie(session) },
				version: "1.0",
			});
			return { status, socket };
		} catch (error) {
			socket.destroy();
			throw error;
		}
	}

	async #requestOnce(
		method: "GET" | "PUT",
		options: BodyRequest,
	): Promise<HttpAnswer> {
		const session = await this.#options.sessions.acquire();
		let destination = this.#destination(options, session);
		for (let redirects = 0; ; redirects++) {
			const answer = await this.#send(method, destination, {
				...options,
				session,
			});
			const { location } = answer.headers;
			const isRedirect = [301, 302, 307, 308].includes(answer.status);
			if (!isRedirect || typeof location !== "string") return answer;
			answer.body.destroy();
			if (redirects >= MAX_REDIRECTS || isStream(options.body)) {
				throw new XapiError("REDIRECT_REFUSED", {
					params: [destination.address],
				});
			}
			destination = this.#follow(location, destination, session);
		}
	}

	#send(
		method: "GET" | "PUT",
		{ address, path }: Destination,
		options: BodyRequest & { readonly session: Session },
	): Promise<HttpAnswer> {
		const { timeoutMs } = this.#options;
		let { body, bodyBytes } = options;
		if (isStream(body) && bodyBytes === undefined) {
			body = withoutEnd(body, { timeoutMs });
			bodyBytes = UNKNOWN_LENGTH_BYTES;
		}
		return this.#options.transport.send({
			lane: "streams",
			address,
			method,
			path,
			headers: {
				...options.headers,
				...sessionCookie(options.session),
				...(bodyBytes !== undefined && { "content-length": String(bodyBytes) }),
			},
			body,
			timeoutMs,
			signal: this.#signal(options.signal),
		});
	}

	#destination(options: HandlerRequest, session: Session): Destination {
		const query = new URLSearchParams();
		for (const [name, value] of Object.entries(options.query ?? {})) {
			if (value !== undefined) query.set(name, value);
		}
		const search = query.size === 0 ? "" : `?${query}`;
		const { host } = options;
		const address =
			host === undefined ? session.address : this.#resolve(host, session);
		return { address, path: `${options.path}${search}` };
	}

	#resolve(host: string, session: Session): string {
		const { directory } = this.#options;
		if (host.startsWith("OpaqueRef:")) {
			const address = directory.addressOf(host);
			if (address !== undefined) return address;
			throw new XapiError("HANDLE_INVALID", { params: ["host", host] });
		}
		const address = bareAddress(host);
		// The session goes along: to members only.
		if (directory.has(address) || address === session.address) return address;
		throw new XapiError("REDIRECT_REFUSED", { params: [address] });
	}

	#follow(location: string, from: Destination, session: Session): Destination {
		const url = URL.parse(location, "https://same-host");
		if (url === null) {
			throw new XapiError("PROTOCOL_ERROR", { params: ["bad redirect"] });
		}
		const path = `${url.pathname}${url.search}`;
		if (url.hostname === "same-host") return { address: from.address, path };
		return { address: this.#resolve(url.hostname, session), path };
	}

	#signal(signal: AbortSignal | undefined): AbortSignal {
		const { signal: lifetime } = this.#options;
		return signal ? AbortSignal.any([lifetime, signal]) : lifetime;
	}
}

/** As a cookie: queries end up in logs. */
function sessionCookie({ ref }: Session): Record<string, string> {
	return { cookie: `session_id=${ref}` };
}

function isStream(body: BodyRequest["body"]): body is Readable {
	return typeof body === "object" && !(body instanceof Uint8Array);
}
