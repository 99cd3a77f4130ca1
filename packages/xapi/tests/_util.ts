import { once } from "node:events";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Clock, systemClock } from "@xo/std";
import type { RunningPool } from "@xo/testing";
import { datamodel } from "@xo/xapi-wire";
import { expect, vi } from "vitest";
import { Xapi, type XapiBatch, type XapiOptions } from "../src/index.ts";

/** Real time for what waits on sockets, little of it for what backs off. */
const hurriedClock: Clock = {
	now: () => systemClock.now(),
	after: (delayMs, callback) => systemClock.after(delayMs / 20, callback),
};

/** Signs in to the pool with its master's certificate pinned. */
export function connectTo(
	pool: RunningPool,
	options: Partial<XapiOptions> = {},
): Promise<Xapi> {
	const { fingerprint } = pool;
	return Xapi.connect({
		url: pool.url,
		username: pool.username,
		password: pool.password,
		clock: hurriedClock,
		tls: {
			fingerprint: (address) =>
				address === pool.address ? fingerprint : undefined,
		},
		...options,
	});
}

/** Waits until a condition holds; the message of the last failure tells. */
export function eventually(check: () => void | Promise<void>): Promise<void> {
	return vi.waitFor(check, { timeout: 10_000, interval: 5 });
}

/** What somebody knows of the pool who only reads notifications. */
export class Follower {
	readonly batches: XapiBatch[] = [];
	readonly states: string[] = [];
	/** Changes that changed nothing. */
	readonly repeated: string[] = [];
	readonly #records = new Map<string, unknown>();
	readonly #xapi: Xapi;

	constructor(xapi: Xapi, classes?: readonly string[]) {
		this.#xapi = xapi;
		xapi.watch({
			...(classes && { classes }),
			onBatch: (batch) => this.#apply(batch),
			onState: (state, error) =>
				this.states.push(error ? `${state} ${error.code}` : state),
		});
	}

	async loaded(): Promise<void> {
		await eventually(() => expect(this.batches).not.toEqual([]));
	}

	/** By class and ref. */
	records(className: string): Record<string, unknown> {
		const prefix = `${className}/`;
		return Object.fromEntries(
			[...this.#records]
				.filter(([key]) => key.startsWith(prefix))
				.map(([key, record]) => [key.slice(prefix.length), record]),
		);
	}

	#apply(batch: XapiBatch): void {
		this.batches.push(batch);
		for (const change of batch.changes) {
			const key = `${change.class}/${change.ref}`;
			const record = this.#xapi.mirror.find(change.class, change.ref);
			if (record === this.#records.get(key)) this.repeated.push(key);
			if (record === undefined) this.#records.delete(key);
			else this.#records.set(key, record);
		}
	}
}

/** Stands before a pool without TLS; answers what `intercept` takes (true) and
 *  forwards the rest. */
export async function startRelay(
	pool: RunningPool,
	intercept: (request: IncomingMessage, response: ServerResponse) => boolean,
): Promise<AsyncDisposable & { readonly url: string }> {
	const server = http.createServer((request, response) => {
		if (intercept(request, response)) return;
		const url = new URL(request.url ?? "/", pool.url);
		const { method = "GET", headers } = request;
		const forwarded = http.request(url, { method, headers }, (answer) => {
			response.writeHead(answer.statusCode ?? 500, answer.headers);
			answer.pipe(response);
		});
		forwarded.on("error", () => response.destroy());
		response.on("close", () => forwarded.destroy());
		request.pipe(forwarded);
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			server.close();
		},
	};
}

/** The rows of a class in the simulator's database, as callers see them. */
export function rowsOf(
	pool: RunningPool,
	className: string,
): Record<string, unknown> {
	const hidden = new Set(
		datamodel.classes
			.get(className)
			?.fields.filter((field) => field.internal)
			.map((field) => field.name),
	);
	const record = (ref: string) =>
		Object.fromEntries(
			Object.entries(pool.db.get(className, ref)).filter(
				([field]) => !hidden.has(field),
			),
		);
	return Object.fromEntries(
		pool.db.refs(className).map((ref) => [ref, record(ref)]),
	);
}
