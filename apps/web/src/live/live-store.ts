import type { QueryParams, XoClient } from "@xo/client";
import type { LiveQueryParams } from "@xo/contract";
import { type Clock, systemClock } from "@xo/std";
import { LiveEntry, type LiveSnapshot } from "./live-entry.ts";

/** Somebody who comes back to a page finds it as it is now. */
const LINGER_MS = 5_000;
/** Of the 64 queries that a connection may have. */
const MAX_LINGERING = 24;

const DEFAULTS: Omit<LiveQueryParams, "types"> = {
	filter: "",
	sort: [],
	fields: [],
	window: { offset: 0, limit: 50 },
	groupBy: null,
	aggregates: [],
	tree: null,
};

interface LiveStoreOptions {
	readonly clock?: Clock;
	readonly schedule?: (work: () => void) => void;
}

/** Every open live query of the page, shared by who asks the same. */
export class LiveStore {
	readonly #clock: Clock;
	readonly #entries = new Map<string, LiveEntry>();
	/** Entries that nobody shows, oldest first. */
	readonly #lingering = new Map<LiveEntry, Disposable>();
	/** Entries whose patches nobody has been told of yet. */
	readonly #patched = new Set<LiveEntry>();
	readonly #schedule: (work: () => void) => void;
	#client: XoClient | undefined;

	/** @param options.schedule when to tell of patches: all that come until
	 *  then are told of at once; default: of each as it comes */
	constructor(options: LiveStoreOptions = {}) {
		this.#clock = options.clock ?? systemClock;
		this.#schedule = options.schedule ?? ((work) => work());
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
		const entry = new LiveEntry(key, params, () => this.#tell(entry));
		this.#entries.set(key, entry);
		if (this.#client !== undefined) entry.open(this.#client);
		return entry;
	}

	#tell(entry: LiveEntry): void {
		const isScheduled = this.#patched.size > 0;
		this.#patched.add(entry);
		if (isScheduled) return;
		this.#schedule(() => {
			const entries = [...this.#patched];
			this.#patched.clear();
			for (const patched of entries) patched.notify();
		});
	}

	#keep(entry: LiveEntry): void {
		this.#lingering.get(entry)?.[Symbol.dispose]();
		this.#lingering.delete(entry);
	}

	#linger(entry: LiveEntry): void {
		const timer = this.#clock.after(LINGER_MS, () => this.#drop(entry));
		this.#lingering.set(entry, timer);
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
	#release: (() => void) | undefined;

	constructor(store: LiveStore) {
		this.#store = store;
	}

	readonly getSnapshot = (): LiveSnapshot | undefined =>
		this.#entry?.getSnapshot();

	readonly subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	/** `isSameShape`: rows of the old parameters may stand until those of the
	 *  new ones are there. */
	follow(params: LiveQueryParams, isSameShape: boolean): void {
		const followed = this.#release === undefined ? undefined : this.#entry;
		if (followed?.key === keyOf(params)) return;
		if (followed && isSameShape && this.#store.change(followed, params)) return;
		const release = this.#release;
		const acquired = this.#store.acquire(params, this.#notify);
		this.#entry = acquired.entry;
		this.#release = acquired.release;
		release?.();
		this.#notify();
	}

	stop(): void {
		this.#release?.();
		this.#release = undefined;
	}

	readonly #notify = (): void => {
		for (const listener of this.#listeners) listener();
	};
}

/** Equal for equal queries. */
export function keyOf(params: LiveQueryParams): string {
	return JSON.stringify([
		params.types,
		params.filter,
		params.sort,
		params.fields,
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
		params.fields,
		params.groupBy,
		params.aggregates,
		params.tree?.parentKey,
	]);
}

export function withDefaults(params: QueryParams): LiveQueryParams {
	return { ...DEFAULTS, ...params };
}
