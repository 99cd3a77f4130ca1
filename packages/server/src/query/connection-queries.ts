import {
	type LiveQueryParams,
	type LiveQueryPatch,
	type LiveQueryResult,
	noSuchObject,
} from "@xo/contract";
import type { Audience as Viewers } from "../feed/audience-registry.ts";
import type { Audience } from "./audience.ts";
import type { LiveQuery } from "./live-query.ts";
import type {
	LiveQueryConnection,
	LiveQueryEngine,
} from "./live-query-engine.ts";

/** What live queries need of the connection they belong to. */
export interface QueryReader {
	readonly isBehind: boolean;
	whenCaughtUp(callback: () => void): void;
	/** @param params as JSON */
	notify(method: string, params: string): void;
}

function toAudience(viewers: Viewers): Audience {
	return {
		key: viewers.key,
		seesAll: viewers.isEverything,
		// The cache holds objects of the contract, whatever its own type says.
		canView: viewers.canView as unknown as Audience["canView"],
		onChange: (listener) => viewers.onSpread(listener),
	};
}

const encoded = new WeakMap<LiveQueryPatch, string>();

/** Many connections are sent the same patch: its JSON is made once. */
function jsonOf(patch: LiveQueryPatch): string {
	let json = encoded.get(patch);
	if (json === undefined) {
		json = JSON.stringify(patch);
		encoded.set(patch, json);
	}
	return json;
}

/** The live queries of one connection, by the ids that its client knows. */
export class ConnectionQueries {
	readonly #engine: LiveQueryEngine;
	readonly #reader: QueryReader;
	#connection: LiveQueryConnection | undefined;
	#queries = new Map<string, LiveQuery>();
	#lastId = 0;

	constructor(engine: LiveQueryEngine, reader: QueryReader) {
		this.#engine = engine;
		this.#reader = reader;
	}

	/** @throws FilterError, LiveQueryError */
	open(
		params: LiveQueryParams,
		viewers: Viewers,
	): { id: string; result: LiveQueryResult } {
		this.#connection ??= this.#engine.connect();
		this.#lastId++;
		const id = `q${this.#lastId}`;
		const query = this.#connection.open(params, toAudience(viewers), (patch) =>
			this.#send(id, patch),
		);
		this.#queries.set(id, query);
		return { id, result: query.result };
	}

	/** @throws ApiError `noSuchObject`, FilterError */
	update(id: string, changes: Partial<LiveQueryParams>): LiveQueryPatch {
		return this.#get(id).update(changes);
	}

	/** @throws ApiError `noSuchObject` */
	close(id: string): void {
		this.#get(id).close();
		this.#queries.delete(id);
	}

	/** Somebody's rights changed: the same questions, seen by other eyes. */
	refresh(viewers: Viewers): void {
		for (const [id, query] of this.#queries) {
			this.#send(id, query.update({}, toAudience(viewers)));
		}
	}

	closeAll(): void {
		this.#connection?.[Symbol.dispose]();
		this.#connection = undefined;
		this.#queries = new Map();
	}

	#send(id: string, patch: LiveQueryPatch): void {
		const params = `{"id":${JSON.stringify(id)},"patch":${jsonOf(patch)}}`;
		this.#reader.notify("query.patch", params);
		if (!this.#reader.isBehind) return;
		this.#connection?.pause();
		this.#reader.whenCaughtUp(() => this.#connection?.resume());
	}

	#get(id: string): LiveQuery {
		const query = this.#queries.get(id);
		if (query === undefined) throw noSuchObject(id, "live query");
		return query;
	}
}
