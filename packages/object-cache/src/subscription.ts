import type { CacheChange, CachedObject } from "./types.ts";

/** Which objects a reader wants, and how it is woken. */
export interface SubscriptionOptions {
	/** Only these types; all when absent. */
	readonly types?: readonly string[];
	/** Only objects for which it is true, for instance by permission. Costs a
	 *  set of ids; call `recheck` when its answers change by themselves. */
	readonly filter?: (object: CachedObject) => boolean;
	/** Starts with all present objects as entered: drain them at once. */
	readonly initial?: boolean;
	/** Keeps, for pending changes, what the reader saw last. */
	readonly keepPrevious?: boolean;
	/** Called when there is something to drain, once until all was drained. */
	readonly onReadable?: () => void;
}

/** What changed for a reader since its last drain, with the newest objects. */
export interface Drained {
	readonly revision: number;
	readonly entered: readonly CachedObject[];
	readonly updated: readonly CachedObject[];
	/** Ids of objects that are gone, or no longer wanted. */
	readonly removed: readonly string[];
	/** With `keepPrevious`: what updated and removed ids were at last drain. */
	readonly previous: ReadonlyMap<string, CachedObject>;
}

interface Store {
	readonly revision: number;
	find(id: string): CachedObject | undefined;
	objects(): Iterable<CachedObject>;
	ofType(type: string): Iterable<CachedObject>;
}

/** Stands for what the reader saw where `keepPrevious` is not asked. */
const SEEN = Symbol("seen");

/** The queue of one reader. It holds an id at most once, however many changes
 *  pass: a slow reader costs no more than the objects it watches. */
export class Subscription implements Disposable {
	readonly #store: Store;
	readonly #options: SubscriptionOptions;
	readonly #types: ReadonlySet<string> | undefined;
	readonly #onClose: () => void;
	/** What the reader saw of each changed object; undefined is nothing. */
	readonly #pending = new Map<string, CachedObject | typeof SEEN | undefined>();
	/** Ids that pass the filter, whether drained or pending. */
	readonly #visible: Set<string> | undefined;
	#isNotified = false;

	constructor(store: Store, options: SubscriptionOptions, onClose: () => void) {
		this.#store = store;
		this.#options = options;
		this.#onClose = onClose;
		this.#types = options.types && new Set(options.types);
		this.#visible = options.filter && new Set();
		if (!options.initial && !options.filter) return;
		for (const object of this.#candidates()) {
			if (!this.#accepts(object)) continue;
			this.#visible?.add(object.id);
			if (options.initial) this.#pending.set(object.id, undefined);
		}
	}

	/** How many objects have something to drain. */
	get pendingCount(): number {
		return this.#pending.size;
	}

	/** Takes what is pending, or its oldest `limit` objects. */
	drain(limit = Number.POSITIVE_INFINITY): Drained {
		const entered: CachedObject[] = [];
		const updated: CachedObject[] = [];
		const removed: string[] = [];
		const previous = new Map<string, CachedObject>();
		let count = 0;
		for (const [id, seen] of this.#pending) {
			if (++count > limit) break;
			this.#pending.delete(id);
			const current = this.#current(id);
			if (current === undefined) removed.push(id);
			else if (seen === undefined) entered.push(current);
			else updated.push(current);
			if (seen !== undefined && seen !== SEEN) previous.set(id, seen);
		}
		if (this.#pending.size === 0) this.#isNotified = false;
		return {
			revision: this.#store.revision,
			entered,
			updated,
			removed,
			previous,
		};
	}

	/** Compares all objects with the filter again, as when a permission
	 *  changed: what became visible enters, what no longer is, is removed. */
	recheck(): void {
		if (this.#visible === undefined) return;
		for (const object of this.#candidates()) {
			const was = this.#visible.has(object.id);
			const is = this.#accepts(object);
			if (was !== is) this.#record({ id: object.id, was, is }, object);
		}
		this.notify();
	}

	close(): void {
		this.#pending.clear();
		this.#visible?.clear();
		this.#onClose();
	}

	[Symbol.dispose](): void {
		this.close();
	}

	/** For the store: takes note of a batch. */
	enqueue(changes: readonly CacheChange[]): void {
		for (const { id, previous, current } of changes) {
			const was =
				this.#visible?.has(id) ??
				(previous !== undefined && this.#accepts(previous));
			const is = current !== undefined && this.#accepts(current);
			if (was || is) this.#record({ id, was, is }, previous);
		}
	}

	/** For the store: wakes the reader unless it knows already. */
	notify(): void {
		if (this.#pending.size === 0 || this.#isNotified) return;
		this.#isNotified = true;
		this.#options.onReadable?.();
	}

	#record(
		{ id, was, is }: { id: string; was: boolean; is: boolean },
		previous: CachedObject | undefined,
	): void {
		if (is) this.#visible?.add(id);
		else this.#visible?.delete(id);
		if (!this.#pending.has(id)) {
			const seen = this.#options.keepPrevious ? previous : SEEN;
			this.#pending.set(id, was ? seen : undefined);
		} else if (!is && this.#pending.get(id) === undefined) {
			this.#pending.delete(id);
		}
	}

	#current(id: string): CachedObject | undefined {
		const object = this.#store.find(id);
		if (object === undefined) return undefined;
		const isVisible = this.#visible?.has(id) ?? this.#accepts(object);
		return isVisible ? object : undefined;
	}

	*#candidates(): Iterable<CachedObject> {
		if (this.#types === undefined) yield* this.#store.objects();
		else for (const type of this.#types) yield* this.#store.ofType(type);
	}

	#accepts(object: CachedObject): boolean {
		return (
			(this.#types === undefined || this.#types.has(object.type)) &&
			(this.#options.filter === undefined || this.#options.filter(object))
		);
	}
}
