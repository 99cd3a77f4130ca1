import type { Socket } from "node:net";
import type { Readable } from "node:stream";
import { Agent, request } from "undici";
import type { Beat } from "../common/beat.ts";
import {
	addressOf,
	endpointOf,
	originOf,
	type PoolUrl,
} from "../common/pool-url.ts";
import { dial } from "./dial.ts";
import {
	KeptConnection,
	type PostAnswer,
	type PostRequest,
} from "./kept-connection.ts";
import type { XapiLimits } from "./limits.ts";
import { abortedError, toXapiError } from "./network-error.ts";
import type { Trust } from "./trust.ts";

/** Which connections carry a request: streams must not use up those of calls.
 *  Waiting for events has one of its own (`post`). */
type Lane = "calls" | "streams";

export interface HttpRequest {
	readonly lane: Lane;
	readonly address: string;
	readonly method: "GET" | "POST" | "PUT";
	/** Path and query. */
	readonly path: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string | Uint8Array | Readable | undefined;
	/** For the head of the answer. */
	readonly timeoutMs: number;
	readonly signal?: AbortSignal | undefined;
}

/** The head of an HTTP answer and its body, which is still to be read. */
export interface HttpAnswer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly body: Readable;
}

export interface TransportOptions {
	readonly pool: PoolUrl;
	readonly trust: Trust;
	readonly httpProxy: string | undefined;
	readonly limits: XapiLimits;
	/** When short answers with events are handed over. */
	readonly beat: Beat;
}

/** HTTP to the hosts of one pool over kept connections. */
export class Transport implements AsyncDisposable {
	readonly #options: TransportOptions;
	readonly #agents: Readonly<Record<Lane, Agent>>;
	readonly #events: KeptConnection;

	constructor(options: TransportOptions) {
		this.#options = options;
		const { connections } = options.limits;
		this.#agents = {
			calls: this.#createAgent(connections),
			streams: this.#createAgent(null),
		};
		this.#events = new KeptConnection({
			open: (address, signal) => this.#dial(address, signal),
			idleTimeoutMs: options.limits.idleTimeoutMs,
		});
	}

	/** @throws XapiError, also when the signal aborts. */
	async send(options: HttpRequest): Promise<HttpAnswer> {
		const { address, path, method, headers, signal, timeoutMs } = options;
		const url = new URL(path, originOf(this.#options.pool, address));
		try {
			const answer = await request(url, {
				dispatcher: this.#agents[options.lane],
				method,
				headers,
				body: options.body ?? null,
				signal: signal ?? null,
				headersTimeout: timeoutMs,
				bodyTimeout: this.#options.limits.idleTimeoutMs,
			});
			// Who gives up a body destroys it, which undici calls an error; who
			// reads it is told of errors by the reading.
			answer.body.on("error", () => {});
			return {
				status: answer.statusCode,
				headers: answer.headers,
				body: answer.body,
			};
		} catch (error) {
			throw toXapiError(error);
		}
	}

	/** The same over the connection for events, which takes one at a time.
	 *  @throws XapiError, also when the signal aborts. */
	async postForEvents(
		options: Omit<PostRequest, "origin">,
	): Promise<PostAnswer> {
		const origin = originOf(this.#options.pool, options.address);
		try {
			const answer = await this.#events.post({ ...options, origin });
			if (answer.body instanceof Uint8Array) {
				await this.#options.beat.wait();
				if (options.signal?.aborted) throw abortedError(options.signal);
			}
			return answer;
		} catch (error) {
			throw toXapiError(error);
		}
	}

	/** A connection of its own to a host, for tunnels. */
	async open(address: string, signal?: AbortSignal): Promise<Socket> {
		try {
			return await this.#dial(address, signal);
		} catch (error) {
			throw toXapiError(error);
		}
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.#events[Symbol.dispose]();
		const agents = Object.values(this.#agents);
		await Promise.all(agents.map((agent) => agent.destroy()));
	}

	#dial(address: string, signal?: AbortSignal): Promise<Socket> {
		const { pool, trust, httpProxy, limits } = this.#options;
		return dial(
			{ isTls: pool.isTls, address, ...endpointOf(pool, address) },
			{ trust, httpProxy, timeoutMs: limits.connectTimeoutMs, signal },
		);
	}

	#createAgent(connections: number | null): Agent {
		return new Agent({
			connections,
			pipelining: 1,
			connect: ({ hostname, protocol, port }, callback) => {
				const { pool } = this.#options;
				const defaultPort = protocol === "https:" ? 443 : 80;
				const address = addressOf(pool, {
					host: hostname,
					port: Number(port || defaultPort),
				});
				this.#dial(address).then(
					(socket) => callback(null, socket),
					(error) => callback(error, null),
				);
			},
		});
	}
}
