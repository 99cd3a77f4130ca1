import type {
	LiveQueryParams,
	LiveQueryPatch,
	LiveQueryResult,
} from "@xo/contract";
import type { Audience } from "./audience.ts";
import type { MatchSet } from "./match-set.ts";
import type { MetricsSource } from "./metrics.ts";
import type { RowIndex } from "./row-index.ts";
import type { DependentQuery, SharedAnswer } from "./shared-answer.ts";
import type { Shared } from "./shared-pool.ts";

/** What queries need of their engine. */
export interface QueryHost {
	readonly revision: number;
	readonly metrics: MetricsSource;
	matchSet(params: LiveQueryParams, audience: Audience): Shared<MatchSet>;
	requestFlush(query: LiveQuery): void;
	cancelFlush(query: LiveQuery): void;
	/** Calls `release` when nobody is likely to come back any more. */
	linger(release: () => void): void;
}

export interface LiveQueryOptions {
	readonly params: LiveQueryParams;
	readonly audience: Audience;
	readonly onPatch: (patch: LiveQueryPatch) => void;
	readonly onClose: () => void;
}

interface Sources {
	readonly set: Shared<MatchSet>;
	readonly answer: Shared<SharedAnswer>;
	/** Keeps metrics coming, where the query needs them. */
	readonly demand: Disposable | undefined;
}

/** A query of more objects that is ordered by metrics wants those of all. */
const MAX_DEMANDED = 250;

/** One open query: the result that its client has now, and what it takes to
 *  say what is different. */
export class LiveQuery implements DependentQuery {
	readonly #host: QueryHost;
	readonly #options: LiveQueryOptions;
	#params: LiveQueryParams;
	#audience: Audience;
	#sources: Sources;
	#result: LiveQueryResult;
	#isDirty = false;
	#isPaused = false;
	#isClosed = false;

	/** @throws FilterError when the filter of the query is not valid */
	constructor(host: QueryHost, options: LiveQueryOptions) {
		this.#host = host;
		this.#options = options;
		this.#params = options.params;
		this.#audience = options.audience;
		this.#sources = this.#acquire();
		this.#result = this.#current();
	}

	/** What the client has after the last patch; at first the opening answer. */
	get result(): LiveQueryResult {
		return this.#result;
	}

	/** Changes the query, or whose eyes it is seen with. The answer applies
	 *  like any patch, before those that `onPatch` gets afterwards.
	 *  @throws FilterError when the new filter is not valid; nothing changes */
	update(
		changes: Partial<LiveQueryParams>,
		audience: Audience = this.#audience,
	): LiveQueryPatch {
		if (this.#isClosed) throw new Error("this live query is closed");
		const before = { params: this.#params, audience: this.#audience };
		const old = this.#sources;
		this.#params = { ...this.#params, ...changes };
		this.#audience = audience;
		try {
			this.#sources = this.#acquire();
		} catch (error) {
			this.#params = before.params;
			this.#audience = before.audience;
			throw error;
		}
		this.#release(old);
		if (needsReset(changes)) {
			this.#isDirty = false;
			this.#result = this.#current();
			return { revision: this.#result.revision, reset: this.#result };
		}
		return this.#advance() ?? { revision: this.#result.revision };
	}

	/** Holds patches back, as while the socket does not drain. Changes are not
	 *  collected: the next patch says what is different by then. */
	pause(): void {
		this.#isPaused = true;
	}

	resume(): void {
		this.#isPaused = false;
		if (this.#isDirty) this.#host.requestFlush(this);
	}

	close(): void {
		if (this.#isClosed) return;
		this.#isClosed = true;
		this.#host.cancelFlush(this);
		this.#release(this.#sources);
		this.#options.onClose();
	}

	/** For its answer, which is no longer true. */
	markDirty(): void {
		this.#isDirty = true;
		if (!this.#isPaused) this.#host.requestFlush(this);
	}

	/** For the engine: it is time to say what changed, if anything. */
	flush(): void {
		if (this.#isPaused || this.#isClosed || !this.#isDirty) return;
		const patch = this.#advance();
		if (patch !== undefined) this.#options.onPatch(patch);
	}

	#advance(): LiveQueryPatch | undefined {
		this.#isDirty = false;
		const before = this.#result;
		this.#result = this.#current();
		return this.#sources.answer.value.patch(before, this.#result);
	}

	#current(): LiveQueryResult {
		return this.#sources.answer.value.current(this.#host.revision);
	}

	#acquire(): Sources {
		const set = this.#host.matchSet(this.#params, this.#audience);
		const answer = set.value.answer(this.#params);
		answer.value.queries.add(this);
		const { inFields, inOrder } = answer.value.metricsUse;
		const { types } = this.#params;
		const demand =
			inFields || inOrder
				? this.#host.metrics.watch({
						types,
						ids: () => this.#demandedIds(answer.value.index, inOrder),
					})
				: undefined;
		return { set, answer, demand };
	}

	/** Those that are shown; where metrics decide the order, all that may be. */
	#demandedIds(
		index: RowIndex,
		inOrder: boolean,
	): Iterable<string> | undefined {
		if (!inOrder) return this.#result.rows.map(({ id }) => id);
		const { tree } = this.#params;
		if (tree !== null || index.size > MAX_DEMANDED) return undefined;
		const all = { offset: 0, limit: index.size };
		return index.window(all, []).rows.map(({ id }) => id);
	}

	#release({ set, answer, demand }: Sources): void {
		demand?.[Symbol.dispose]();
		if (this.#isClosed || answer.value !== this.#sources.answer.value) {
			answer.value.queries.delete(this);
		}
		this.#host.linger(() => {
			answer.release();
			set.release();
		});
	}
}

/** Rows of other fields, or other aggregates, are not told as differences. */
function needsReset(changes: Partial<LiveQueryParams>): boolean {
	return (
		changes.fields !== undefined ||
		changes.groupBy !== undefined ||
		changes.aggregates !== undefined ||
		changes.tree === null
	);
}
