import type { LiveQueryParams, LiveQueryPatch } from "@xo/contract";
import type { CacheRevision, ObjectCache } from "@xo/object-cache";
import type { Clock } from "@xo/std";
import type { Audience } from "./audience.ts";
import { FlushScheduler } from "./flush-scheduler.ts";
import { LiveQuery, type QueryHost } from "./live-query.ts";
import { MatchSet } from "./match-set.ts";
import { LiveQueryError } from "./query-error.ts";
import { queryLimits } from "./query-schema.ts";
import { type Shared, SharedPool } from "./shared-pool.ts";

export interface LiveQueryEngineOptions {
	readonly cache: ObjectCache;
	readonly clock: Clock;
}

/** Answers live queries from the object cache and keeps the answers true by
 *  patches. Queries that ask for the same share all work but their windows. */
export class LiveQueryEngine implements Disposable {
	readonly #cache: ObjectCache;
	readonly #scheduler: FlushScheduler;
	readonly #sets = new SharedPool<MatchSet>((set) => this.#dropSet(set));
	readonly #setsByType = new Map<string, Set<MatchSet>>();
	readonly #batches: Disposable;
	readonly #host: QueryHost;

	constructor({ cache, clock }: LiveQueryEngineOptions) {
		this.#cache = cache;
		this.#scheduler = new FlushScheduler(clock);
		this.#batches = cache.onBatch((batch) => this.#onBatch(batch));
		this.#host = {
			get revision() {
				return cache.revision;
			},
			matchSet: (params, audience) => this.#matchSet(params, audience),
			requestFlush: (query) => this.#scheduler.request(query),
			noteFlush: (query) => this.#scheduler.touch(query),
			cancelFlush: (query) => this.#scheduler.cancel(query),
		};
	}

	/** The queries of one connection, with its limits. */
	connect(): LiveQueryConnection {
		return new LiveQueryConnection(this.#host);
	}

	/** Stops following the cache; open queries get no more patches. */
	[Symbol.dispose](): void {
		this.#batches[Symbol.dispose]();
		this.#scheduler[Symbol.dispose]();
		for (const set of this.#sets.values()) set[Symbol.dispose]();
	}

	#onBatch({ changes }: CacheRevision): void {
		const dirty = new Set<MatchSet>();
		for (const change of changes) {
			const { previous, current } = change;
			this.#route(previous?.type, (set) => {
				if (set.apply(change)) dirty.add(set);
			});
			if (current?.type === previous?.type) continue;
			this.#route(current?.type, (set) => {
				if (set.apply(change)) dirty.add(set);
			});
		}
		for (const set of dirty) markQueries(set);
	}

	#route(type: string | undefined, visit: (set: MatchSet) => void): void {
		if (type === undefined) return;
		for (const set of this.#setsByType.get(type) ?? []) visit(set);
	}

	#matchSet(
		{ types, filter }: LiveQueryParams,
		audience: Audience,
	): Shared<MatchSet> {
		const key = JSON.stringify([types.toSorted(), filter, audience.key]);
		return this.#sets.acquire(key, () => {
			const set = new MatchSet({
				cache: this.#cache,
				types,
				filter,
				audience,
				onRecheck: markQueries,
			});
			for (const type of set.types) {
				const sets = this.#setsByType.get(type);
				if (sets === undefined) this.#setsByType.set(type, new Set([set]));
				else sets.add(set);
			}
			return set;
		});
	}

	#dropSet(set: MatchSet): void {
		set[Symbol.dispose]();
		for (const type of set.types) {
			const sets = this.#setsByType.get(type);
			sets?.delete(set);
			if (sets?.size === 0) this.#setsByType.delete(type);
		}
	}
}

function markQueries(set: MatchSet): void {
	for (const query of set.queries) query.markDirty();
}

/** The live queries of one connection. Close it with the connection. */
export class LiveQueryConnection implements Disposable {
	readonly #host: QueryHost;
	readonly #queries = new Set<LiveQuery>();
	#isClosed = false;

	constructor(host: QueryHost) {
		this.#host = host;
	}

	/** Opens a query: `result` of what it returns is the answer. `onPatch` must
	 *  not throw; it is called inside the change of the cache, at most 20 times
	 *  a second.
	 *  @throws FilterError when the filter is not valid
	 *  @throws LiveQueryError when the connection has too many open queries */
	open(
		params: LiveQueryParams,
		audience: Audience,
		onPatch: (patch: LiveQueryPatch) => void,
	): LiveQuery {
		if (this.#isClosed) {
			throw new LiveQueryError("CLOSED", "the connection is closed");
		}
		const limit = queryLimits.queries;
		if (this.#queries.size >= limit) {
			throw new LiveQueryError(
				"TOO_MANY_QUERIES",
				`a connection may have ${limit} open live queries: close some first`,
				{ limit },
			);
		}
		const query = new LiveQuery(this.#host, {
			params,
			audience,
			onPatch,
			onClose: () => this.#queries.delete(query),
		});
		this.#queries.add(query);
		return query;
	}

	/** Holds the patches of all its queries back, while the socket is full. */
	pause(): void {
		for (const query of this.#queries) query.pause();
	}

	resume(): void {
		for (const query of this.#queries) query.resume();
	}

	[Symbol.dispose](): void {
		this.#isClosed = true;
		for (const query of [...this.#queries]) query.close();
	}
}
