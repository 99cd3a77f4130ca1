import type {
	LiveMetrics,
	LiveQueryParams,
	LiveQueryPatch,
} from "@xo/contract";
import { queryLimits } from "@xo/contract";
import type { CacheRevision, ObjectCache } from "@xo/object-cache";
import { type Clock, nextTurn } from "@xo/std";
import type { Audience } from "./audience.ts";
import { AudienceView } from "./audience-view.ts";
import { FlushScheduler } from "./flush-scheduler.ts";
import { Lingering } from "./lingering.ts";
import { LiveQuery, type QueryHost } from "./live-query.ts";
import type { MatchSet } from "./match-set.ts";
import { type MetricsSource, noMetrics } from "./metrics.ts";
import { LiveQueryError } from "./query-error.ts";
import type { SharedAnswer } from "./shared-answer.ts";
import { type Shared, SharedPool } from "./shared-pool.ts";

export interface LiveQueryEngineOptions {
	readonly cache: ObjectCache;
	readonly clock: Clock;
	/** None by default. */
	readonly metrics?: MetricsSource;
}

/** Longest stretch of taking metrics without giving way to other work. */
const SLICE_MS = 5;

/** Answers live queries from the object cache and keeps the answers true by
 *  patches. Queries that ask for the same share all work but their windows. */
export class LiveQueryEngine implements Disposable {
	readonly #cache: ObjectCache;
	readonly #clock: Clock;
	readonly #scheduler: FlushScheduler;
	readonly #lingering: Lingering;
	readonly #views = new SharedPool<AudienceView>((view) => {
		view[Symbol.dispose]();
	});
	readonly #batches: Disposable;
	readonly #metrics: MetricsSource;
	readonly #measurements: Disposable;
	/** Ids whose new metrics are not in the indexes yet. */
	readonly #unmeasured = new Set<string>();
	/** Metrics as the indexes know them: what is shown is what it is ordered
	 *  by. */
	readonly #measured = new Map<string, LiveMetrics>();
	#isMeasuring = false;
	#isDisposed = false;
	readonly #host: QueryHost;

	constructor({ cache, clock, metrics = noMetrics }: LiveQueryEngineOptions) {
		this.#cache = cache;
		this.#clock = clock;
		this.#metrics = metrics;
		this.#measurements = metrics.onChange((ids) => {
			for (const id of ids) this.#unmeasured.add(id);
			if (!this.#isMeasuring) void this.#takeMetrics();
		});
		this.#scheduler = new FlushScheduler(clock);
		this.#lingering = new Lingering(clock);
		this.#batches = cache.onBatch((batch) => this.#onBatch(batch));
		this.#host = {
			get revision() {
				return cache.revision;
			},
			metrics,
			matchSet: (params, audience) => this.#matchSet(params, audience),
			requestFlush: (query) => this.#scheduler.request(query),
			cancelFlush: (query) => this.#scheduler.cancel(query),
			linger: (release) => this.#lingering.add(release),
		};
	}

	/** The queries of one connection, with its limits. */
	connect(): LiveQueryConnection {
		return new LiveQueryConnection(this.#host);
	}

	/** Stops following the cache; open queries get no more patches. */
	[Symbol.dispose](): void {
		this.#isDisposed = true;
		this.#batches[Symbol.dispose]();
		this.#measurements[Symbol.dispose]();
		this.#unmeasured.clear();
		this.#scheduler[Symbol.dispose]();
		this.#lingering[Symbol.dispose]();
		this.#views.forEach((view) => {
			view[Symbol.dispose]();
		});
	}

	#onBatch(batch: CacheRevision): void {
		const dirty: SharedAnswer[] = [];
		this.#views.forEach((view) => {
			dirty.push(...view.applyBatch(batch));
		});
		for (const answer of dirty) answer.markDirty();
	}

	async #takeMetrics(): Promise<void> {
		this.#isMeasuring = true;
		const types = new Set<string>();
		const pause = createPause(this.#clock);
		for (const id of this.#unmeasured) {
			this.#unmeasured.delete(id);
			const measured = this.#metrics.find(id);
			if (measured === undefined) this.#measured.delete(id);
			else this.#measured.set(id, measured);
			const object = this.#cache.find(id);
			if (object === undefined) continue;
			types.add(object.type);
			this.#views.forEach((view) => {
				view.measure(object);
			});
			if (pause.isDue()) await pause.take();
		}
		const answers: SharedAnswer[] = [];
		this.#views.forEach((view) => {
			answers.push(...view.measuredAnswers(types));
		});
		for (const answer of answers) {
			if (this.#isDisposed) return;
			answer.markDirty();
			if (pause.isDue()) await pause.take();
		}
		this.#isMeasuring = false;
		if (this.#unmeasured.size > 0) void this.#takeMetrics();
	}

	/** The view lives as long as any of its sets is in use. */
	#matchSet(params: LiveQueryParams, audience: Audience): Shared<MatchSet> {
		const view = this.#views.acquire(
			audience.key,
			() => new AudienceView(this.#cache, audience, this.#measured),
		);
		try {
			const set = view.value.matchSet(params);
			return {
				value: set.value,
				release: () => {
					set.release();
					view.release();
				},
			};
		} catch (error) {
			view.release();
			throw error;
		}
	}
}

/** Cuts long work into slices. */
function createPause(clock: Clock) {
	let start = clock.now();
	return {
		isDue: () => clock.now() - start >= SLICE_MS,
		take: async () => {
			await nextTurn();
			start = clock.now();
		},
	};
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
	 *  not throw; it is called after the change of the cache, at most 20 times
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
