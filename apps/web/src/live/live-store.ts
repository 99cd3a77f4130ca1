import type { QueryParams, XoClient } from "@xo/client";
import type { LiveQueryParams } from "@xo/contract";
import { type Clock, systemClock } from "@xo/std";
import { LiveEntry, type LiveSnapshot, type News } from "./live-entry.ts";

/** Somebody who comes back to a page finds it as it is now. */
const LINGER_MS = 5_000;
/** Of the 64 queries that a connection may have. */
const MAX_LINGERING = 24;
const MAX_PREPARED = 30;

const DEFAULTS: Omit<LiveQueryParams, "types"> = {
	filter: "",
	sort: [],
	fields: [],
	window: { offset: 0, limit: 50 },
	groupBy: null,
	aggregates: [],
	tree: null,
};

type Schedule = (work: () => void) => void;

interface LiveStoreOptions {
	readonly clock?: Clock;
	/** When to tell of patches; default: of each as it comes. */
	readonly schedule?: Schedule;
	/** When to tell of first results; default: of each as it comes. */
	readonly soon?: Schedule;
}

/** Every open live query of the page, shared by who asks the same. */
export class LiveStore {
	readonly #clock: Clock;
	readonly #entries = new Map<string, LiveEntry>();
	/** Entries that nobody shows any more, oldest first. */
	readonly #lingering = new Map<LiveEntry, Disposable>();
	/** Entries that nobody shows yet. */
	readonly #prepared = new Map<LiveEntry, Disposable>();
	/** Entries whose news nobody has been told of yet. */
	readonly #changed = new Set<LiveEntry>();
	readonly #schedules: { readonly patch: Schedule; readonly result: Schedule };
	readonly #scheduled = new Set<News>();
	#client: XoClient | undefined;

	/** All news until the time to tell of some are told of then. */
	constructor(options: LiveStoreOptions = {}) {
		const atOnce: Schedule = (work) => work();
		const { clock = systemClock, schedule = atOnce, soon = atOnce } = options;
		this.#clock = clock;
		this.#schedules = { patch: schedule, result: soon };
	}

	/** Opens all queries on this client from now on. */
	use(client: XoClient): void {
		if (client === this.#client) return;
		this.#client = client;
		for (const entry of this.#entries.values()) {
			entry.markStale();
			entry.open(client);
		}
	}

	/** Results are no longer known to be true. */
	markStale(): void {
		for (const entry of this.#entries.values()) entry.markStale();
	}

	/** An observer for one component. */
	createObserver(): LiveObserver {
		return new LiveObserver(this);
	}

	/** Opens a query that somebody is about to follow. It may be called while
	 *  drawing: where nobody comes, the query closes again. */
	prepare(params: LiveQueryParams): void {
		const key = keyOf(params);
		if (this.#entries.has(key) || this.#prepared.size >= MAX_PREPARED) return;
		const entry = this.#open(key, params);
		this.#prepared.set(entry, this.#dropLater(entry));
	}

	/** Opens queries that a page is about to follow, and waits until they are
	 *  answered, but not for long. */
	async ready(
		queries: readonly LiveQueryParams[],
		patienceMs: number,
	): Promise<void> {
		for (const params of queries) this.prepare(params);
		const awaited = new Set(
			queries.flatMap((params) => this.#entries.get(keyOf(params)) ?? []),
		);
		const { promise, resolve } = Promise.withResolvers<void>();
		const look = () => {
			const isLoading = (entry: LiveEntry) =>
				entry.getSnapshot().status === "loading";
			if (![...awaited].some(isLoading)) resolve();
		};
		const stops = [...awaited].map((entry) => entry.subscribe(look));
		using _timer = this.#clock.after(patienceMs, resolve);
		look();
		await promise;
		for (const stop of stops) stop();
	}

	/** The entry of these parameters, new where there is none. */
	acquire(
		params: LiveQueryParams,
		listener: () => void,
	): { readonly entry: LiveEntry; readonly release: () => void } {
		const key = keyOf(params);
		const entry = this.#entries.get(key) ?? this.#open(key, params);
		this.#keep(entry);
		const unsubscribe = entry.subscribe(listener);
		return {
			entry,
			release: () => {
				unsubscribe();
				if (entry.listenerCount === 0) this.#linger(entry);
			},
		};
	}

	/** Makes the entry that of other parameters; false where somebody else
	 *  shows it, or has that query open already. */
	change(entry: LiveEntry, params: LiveQueryParams): boolean {
		const key = keyOf(params);
		if (entry.listenerCount > 1 || this.#entries.has(key)) return false;
		this.#entries.delete(entry.key);
		this.#entries.set(key, entry);
		entry.change(key, params);
		return true;
	}

	/** What is known of a query that somebody has open. */
	peek(key: string): LiveSnapshot | undefined {
		return this.#entries.get(key)?.getSnapshot();
	}

	#open(key: string, params: LiveQueryParams): LiveEntry {
		const entry = new LiveEntry(key, params, (news) => this.#tell(entry, news));
		this.#entries.set(key, entry);
		if (this.#client !== undefined) entry.open(this.#client);
		return entry;
	}

	#tell(entry: LiveEntry, news: News): void {
		this.#changed.add(entry);
		if (this.#scheduled.has(news)) return;
		this.#scheduled.add(news);
		this.#schedules[news](() => {
			this.#scheduled.delete(news);
			const entries = [...this.#changed];
			this.#changed.clear();
			for (const changed of entries) changed.notify();
		});
	}

	#keep(entry: LiveEntry): void {
		for (const timers of [this.#lingering, this.#prepared]) {
			timers.get(entry)?.[Symbol.dispose]();
			timers.delete(entry);
		}
	}

	#dropLater(entry: LiveEntry): Disposable {
		return this.#clock.after(LINGER_MS, () => this.#drop(entry));
	}

	#linger(entry: LiveEntry): void {
		this.#lingering.set(entry, this.#dropLater(entry));
		const [oldest] = this.#lingering.keys();
		if (oldest !== undefined && this.#lingering.size > MAX_LINGERING) {
			this.#drop(oldest);
		}
	}

	#drop(entry: LiveEntry): void {
		this.#keep(entry);
		this.#entries.delete(entry.key);
		entry.close();
	}
}

/** What one component follows. Its parameters may change: the query is then
 *  changed in place where nobody else shows it. */
export class LiveObserver {
	readonly #store: LiveStore;
	readonly #listeners = new Set<() => void>();
	#entry: LiveEntry | undefined;
	#shape: string | undefined;
	#release: (() => void) | undefined;
	/** What was read last. */
	#seen: LiveSnapshot | undefined;
	/** A snapshot, and the same as one that is pending. */
	#outlived: readonly [LiveSnapshot, LiveSnapshot] | undefined;

	constructor(store: LiveStore) {
		this.#store = store;
	}

	readonly getSnapshot = (): LiveSnapshot | undefined =>
		this.#entry?.getSnapshot();

	readonly subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	/** What is known of a query, whether it is followed yet or about to be: until
	 *  then that of the one before stands in its place, where they look alike. */
	read(key: string, shape: string): LiveSnapshot | undefined {
		this.#seen = this.#store.peek(key) ?? this.#readBefore(shape);
		return this.#seen;
	}

	/** Rows of the old parameters may stand until those of the new ones are
	 *  there, when the shapes are equal. */
	follow(params: LiveQueryParams, shape: string): void {
		const isSameShape = this.#shape === shape;
		this.#shape = shape;
		const followed = this.#release === undefined ? undefined : this.#entry;
		if (followed?.key === keyOf(params)) return;
		if (followed && isSameShape && this.#store.change(followed, params)) return;
		const release = this.#release;
		const acquired = this.#store.acquire(params, this.#notify);
		this.#entry = acquired.entry;
		this.#release = acquired.release;
		release?.();
		if (this.#seen !== acquired.entry.getSnapshot()) this.#notify();
	}

	stop(): void {
		this.#release?.();
		this.#release = undefined;
	}

	#readBefore(shape: string): LiveSnapshot | undefined {
		const before = this.#entry?.getSnapshot();
		if (before === undefined || this.#shape !== shape) return undefined;
		if (this.#outlived?.[0] !== before) {
			this.#outlived = [before, { ...before, isPending: true }];
		}
		return this.#outlived?.[1];
	}

	readonly #notify = (): void => {
		for (const listener of this.#listeners) listener();
	};
}

/** Lists of fields are long and stay the same. */
const fieldTexts = new WeakMap<readonly string[], string>();

function textOfFields(fields: readonly string[]): string {
	const known = fieldTexts.get(fields);
	if (known !== undefined) return known;
	const text = fields.join();
	fieldTexts.set(fields, text);
	return text;
}

/** Equal for equal queries. */
export function keyOf(params: LiveQueryParams): string {
	return JSON.stringify([
		params.types,
		params.filter,
		params.sort,
		textOfFields(params.fields),
		params.window,
		params.groupBy,
		params.aggregates,
		params.tree,
	]);
}

/** Equal for queries whose rows look alike. */
export function shapeOf(params: LiveQueryParams): string {
	return JSON.stringify([
		params.types,
		textOfFields(params.fields),
		params.groupBy,
		params.aggregates,
		params.tree?.parentKey,
	]);
}

export function withDefaults(params: QueryParams): LiveQueryParams {
	return { ...DEFAULTS, ...params };
}
