import type {
	LiveQueryParams,
	LiveQueryPatch,
	LiveQueryResult,
} from "@xo/contract";
import { isPlainObject } from "@xo/std";
import { XoConnectionError } from "./errors.ts";
import type { Notification } from "./rpc-connection.ts";
import type { XoClient } from "./xo-client.ts";

/** What is left out has its default. */
export type QueryParams = Partial<LiveQueryParams> &
	Pick<LiveQueryParams, "types">;

/** - `result`: the whole answer; at first and after each reconnection.
 *  - `patch`: what is different, for `applyPatch` of the contract, which is
 *    left to the reader so that this library stays without the schemas.
 *  - `error`: the server refused the query, or a change of it. */
export type QueryEvent =
	| { readonly type: "result"; readonly result: LiveQueryResult }
	| { readonly type: "patch"; readonly patch: LiveQueryPatch }
	| { readonly type: "error"; readonly error: unknown };

/** An open live query. */
export interface OpenQuery {
	/** Changes the query: another window, filter, order... */
	update(changes: Partial<LiveQueryParams>): void;
	close(): void;
}

/** Opens a live query, and again on each new connection with its latest
 *  parameters. Events come in the order in which they apply. */
export function openQuery(
	client: XoClient,
	params: QueryParams,
	listener: (event: QueryEvent) => void,
): OpenQuery {
	const query = new ReopenedQuery(client, params, listener);
	const detach = client.attach(query);
	return {
		update: (changes) => query.update(changes),
		close() {
			detach();
			query.close();
		},
	};
}

class ReopenedQuery {
	readonly #client: XoClient;
	readonly #listener: (event: QueryEvent) => void;
	#params: QueryParams;
	/** Of the server, on this connection; absent until it has answered. */
	#id: string | undefined;
	/** Changes that came before there was an id. */
	#early: Partial<LiveQueryParams> | undefined;
	#opening = 0;
	#isClosed = false;

	constructor(
		client: XoClient,
		params: QueryParams,
		listener: (event: QueryEvent) => void,
	) {
		this.#client = client;
		this.#params = params;
		this.#listener = listener;
	}

	onOpen(): void {
		const opening = ++this.#opening;
		this.#id = undefined;
		this.#early = undefined;
		this.#send("query.open", this.#params, (answer) => {
			const { id, result } = answer as { id: string; result: LiveQueryResult };
			if (this.#isClosed || opening !== this.#opening) {
				this.#send("query.close", { id });
				return;
			}
			this.#id = id;
			this.#listener({ type: "result", result });
			if (this.#early !== undefined) this.#sendUpdate(id, this.#early);
		});
	}

	onNotification({ method, params }: Notification): void {
		if (method !== "query.patch" || !isPlainObject(params)) return;
		if (this.#id === undefined || params.id !== this.#id) return;
		this.#listener({ type: "patch", patch: params.patch as LiveQueryPatch });
	}

	update(changes: Partial<LiveQueryParams>): void {
		this.#params = { ...this.#params, ...changes };
		if (this.#id === undefined) this.#early = { ...this.#early, ...changes };
		else this.#sendUpdate(this.#id, changes);
	}

	close(): void {
		this.#isClosed = true;
		if (this.#id !== undefined) this.#send("query.close", { id: this.#id });
	}

	#sendUpdate(id: string, changes: Partial<LiveQueryParams>): void {
		this.#send("query.update", { id, ...changes }, (patch) => {
			if (id !== this.#id || this.#isClosed) return;
			this.#listener({ type: "patch", patch: patch as LiveQueryPatch });
		});
	}

	/** `onResult` runs before anything that arrives after the answer, as the
	 *  next patch may. */
	#send(
		method: string,
		params: object,
		onResult: (result: unknown) => void = () => {},
	): void {
		this.#client.call(method, params, { onResult }).catch((error: unknown) => {
			// What the connection took with it is opened again by the next one.
			if (this.#isClosed || error instanceof XoConnectionError) return;
			this.#listener({ type: "error", error });
		});
	}
}
