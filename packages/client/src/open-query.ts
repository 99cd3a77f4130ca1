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
 *  - `error`: the server refused the query as it is now.
 *
 *  `isPending`: what the server shows is still the query before the latest
 *  change, which it has not answered or has refused. */
export type QueryEvent =
	| {
			readonly type: "result";
			readonly result: LiveQueryResult;
			readonly isPending: boolean;
	  }
	| {
			readonly type: "patch";
			readonly patch: LiveQueryPatch;
			readonly isPending: boolean;
	  }
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

interface Handlers {
	readonly onResult: (result: unknown) => void;
	readonly onError: (error: unknown) => void;
}

class ReopenedQuery {
	readonly #client: XoClient;
	readonly #listener: (event: QueryEvent) => void;
	#params: QueryParams;
	/** Of the server, on this connection; absent until it has answered. */
	#id: string | undefined;
	/** Changes that came before there was an id. */
	#early: Partial<LiveQueryParams> | undefined;
	/** Counts what was asked: only the latest answer is that of `#params`. */
	#asked = 0;
	#isPending = false;
	/** What the server has is not what `#params` were before. */
	#isRefused = false;
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
		const asked = ++this.#asked;
		this.#id = undefined;
		this.#early = undefined;
		this.#isRefused = false;
		const onResult = (answer: unknown) => {
			const { id, result } = answer as { id: string; result: LiveQueryResult };
			if (this.#isClosed || asked !== this.#asked) {
				this.#send("query.close", { id });
				return;
			}
			this.#id = id;
			this.#isPending = this.#early !== undefined;
			this.#tell({ type: "result", result, isPending: this.#isPending });
			if (this.#early !== undefined) this.#sendUpdate(id, this.#early);
		};
		const onError = (error: unknown) => {
			if (asked !== this.#asked) return;
			if (this.#early === undefined) this.#refuse(error);
			else this.#askAnew();
		};
		this.#send("query.open", this.#params, { onResult, onError });
	}

	onNotification({ method, params }: Notification): void {
		if (method !== "query.patch" || !isPlainObject(params)) return;
		if (this.#id === undefined || params.id !== this.#id) return;
		const patch = params.patch as LiveQueryPatch;
		this.#tell({ type: "patch", patch, isPending: this.#isPending });
	}

	update(changes: Partial<LiveQueryParams>): void {
		this.#params = { ...this.#params, ...changes };
		if (this.#isRefused) this.#askAnew();
		else if (this.#id === undefined) {
			this.#early = { ...this.#early, ...changes };
		} else this.#sendUpdate(this.#id, changes);
	}

	close(): void {
		this.#isClosed = true;
		if (this.#id !== undefined) this.#send("query.close", { id: this.#id });
	}

	#sendUpdate(id: string, changes: Partial<LiveQueryParams>): void {
		const asked = ++this.#asked;
		this.#isPending = true;
		const onResult = (patch: unknown) => {
			if (id !== this.#id) return;
			this.#isPending = asked !== this.#asked;
			this.#tell({
				type: "patch",
				patch: patch as LiveQueryPatch,
				isPending: this.#isPending,
			});
		};
		const onError = (error: unknown) => {
			if (id !== this.#id) return;
			// Later changes came on top of what the server has not taken.
			if (asked === this.#asked) this.#refuse(error);
			else this.#askAnew();
		};
		this.#send("query.update", { id, ...changes }, { onResult, onError });
	}

	#refuse(error: unknown): void {
		this.#isRefused = true;
		this.#tell({ type: "error", error });
	}

	#askAnew(): void {
		this.#isRefused = false;
		if (this.#id === undefined) this.onOpen();
		else this.#sendUpdate(this.#id, this.#params);
	}

	#tell(event: QueryEvent): void {
		if (!this.#isClosed) this.#listener(event);
	}

	/** `onResult` runs before anything that arrives after the answer, as the
	 *  next patch may. */
	#send(method: string, params: object, handlers?: Handlers): void {
		this.#client
			.call(method, params, handlers && { onResult: handlers.onResult })
			.catch((error: unknown) => {
				// What the connection took with it is opened again by the next one.
				if (!(error instanceof XoConnectionError)) handlers?.onError(error);
			});
	}
}
