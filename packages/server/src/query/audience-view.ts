import type { LiveMetrics, LiveQueryParams } from "@xo/contract";
import { narrows, planFilter } from "@xo/filter";
import {
	type CacheChange,
	type CachedObject,
	type CacheRevision,
	candidates,
	type ObjectCache,
} from "@xo/object-cache";
import type { Audience } from "./audience.ts";
import { MatchSet } from "./match-set.ts";
import type { SharedAnswer } from "./shared-answer.ts";
import { type Shared, SharedPool } from "./shared-pool.ts";

/** Properties, beside the type, that the cache finds objects by. */
const INDEXED: ReadonlySet<string> = new Set(["$pool", "$container", "tags"]);

/** What one audience sees of the types that its queries ask for, and the sets
 *  of those queries. Permission is asked once per change, not per query. */
export class AudienceView implements Disposable {
	readonly #cache: ObjectCache;
	readonly #audience: Audience;
	readonly #metrics: ReadonlyMap<string, LiveMetrics>;
	readonly #sets = new SharedPool<MatchSet>((set) => this.#forget(set));
	readonly #setsByType = new Map<string, Set<MatchSet>>();
	/** Ids of visible objects by type. What was visible cannot be asked later:
	 *  the answer would be about today's permissions. */
	readonly #visible = new Map<string, Set<string>>();
	readonly #listener: Disposable | undefined;
	/** Of the cache, as the sets know it. */
	#revision: number;
	#needsRecheck = false;

	constructor(
		cache: ObjectCache,
		audience: Audience,
		metrics: ReadonlyMap<string, LiveMetrics>,
	) {
		this.#cache = cache;
		this.#audience = audience;
		this.#metrics = metrics;
		this.#revision = cache.revision;
		if (audience.seesAll) return;
		this.#listener = audience.onChange?.(() => this.#onChange());
	}

	/** @throws FilterError when the filter is not valid */
	matchSet({ types, filter }: LiveQueryParams): Shared<MatchSet> {
		if (this.#revision !== this.#cache.revision) {
			throw new Error("live queries are not opened inside a cache batch");
		}
		const key = JSON.stringify([types.toSorted(), filter]);
		return this.#sets.acquire(key, () => this.#createSet(types, filter));
	}

	/** Takes a batch and gives the answers that are no longer true. */
	applyBatch({ revision, changes }: CacheRevision): Set<SharedAnswer> {
		const dirty = new Set<SharedAnswer>();
		for (const change of changes) this.#apply(change, dirty);
		this.#revision = revision;
		if (this.#needsRecheck) this.#recheck(dirty);
		return dirty;
	}

	/** Takes other metrics of an object; tell `measuredAnswers` afterwards. */
	measure(object: CachedObject): void {
		for (const set of this.#setsOf(object) ?? []) set.measure(object.id);
	}

	/** Those that use metrics of objects of these types. */
	measuredAnswers(types: ReadonlySet<string>): SharedAnswer[] {
		const sets = new Set<MatchSet>();
		for (const type of types) {
			for (const set of this.#setsByType.get(type) ?? []) sets.add(set);
		}
		return [...sets].flatMap((set) => set.measuredAnswers());
	}

	#apply(change: CacheChange, dirty: Set<SharedAnswer>): void {
		this.#applyToSets(change, dirty);
		const { id, previous, current } = change;
		if (previous?.name_label === current?.name_label) return;
		this.#sets.forEach((set) => {
			addAll(dirty, set.rename(id));
		});
	}

	#applyToSets(
		{ id, previous, current }: CacheChange,
		dirty: Set<SharedAnswer>,
	): void {
		const before = this.#setsOf(previous);
		const after = this.#setsOf(current);
		if (before === undefined && after === undefined) return;
		const old = this.#wasVisible(id, previous) ? previous : undefined;
		const now = this.#see(id, current) ? current : undefined;
		if (previous?.type !== current?.type) this.#unsee(id, previous);
		if (old === undefined && now === undefined) return;
		for (const set of before ?? []) addAll(dirty, set.apply(old, now));
		if (after === before) return;
		for (const set of after ?? []) {
			if (!before?.has(set)) addAll(dirty, set.apply(old, now));
		}
	}

	[Symbol.dispose](): void {
		this.#listener?.[Symbol.dispose]();
	}

	#setsOf(object: CachedObject | undefined): Set<MatchSet> | undefined {
		return object && this.#setsByType.get(object.type);
	}

	#createSet(types: readonly string[], filter: string): MatchSet {
		const set = new MatchSet({
			types,
			filter,
			candidates: (wanted) => this.#candidates(wanted),
			find: (id) => this.#cache.find(id),
			metrics: this.#metrics,
			nameOf: (id) => this.#nameOf(id),
		});
		for (const type of set.types) {
			const sets = this.#setsByType.get(type);
			if (sets !== undefined) sets.add(set);
			else {
				this.#setsByType.set(type, new Set([set]));
				this.#track(type);
			}
		}
		return set;
	}

	#forget(set: MatchSet): void {
		for (const type of set.types) {
			const sets = this.#setsByType.get(type);
			sets?.delete(set);
			if (sets?.size !== 0) continue;
			this.#setsByType.delete(type);
			this.#visible.delete(type);
		}
	}

	#track(type: string): void {
		if (this.#audience.seesAll) return;
		const ids = new Set<string>();
		this.#visible.set(type, ids);
		for (const object of this.#cache.ofType(type)) {
			if (this.#audience.canView(object)) ids.add(object.id);
		}
	}

	#candidates(set: MatchSet): Iterable<CachedObject> {
		const wider = this.#widerThan(set);
		return wider === undefined ? this.#objects(set) : wider.members();
	}

	/** The smallest set that has all of this one, as that of the word before a
	 *  letter was added to it. */
	#widerThan({ types, filter }: MatchSet): MatchSet | undefined {
		const [type = ""] = types;
		let smallest: MatchSet | undefined;
		for (const set of this.#setsByType.get(type) ?? []) {
			const { size = Number.POSITIVE_INFINITY } = set;
			const isWorse = size >= (smallest?.size ?? Number.POSITIVE_INFINITY);
			if (isWorse || !types.isSubsetOf(set.types)) continue;
			if (narrows(filter, set.filter)) smallest = set;
		}
		return smallest;
	}

	*#objects({ types, filter }: MatchSet): Generator<CachedObject> {
		const indexed = planFilter(filter).filter(({ property }) =>
			INDEXED.has(property),
		);
		if (indexed.length === 0) {
			for (const type of types) {
				for (const object of this.#cache.ofType(type)) {
					if (this.#wasVisible(object.id, object)) yield object;
				}
			}
			return;
		}
		const property = "type";
		const accepts = (type: unknown) => types.has(String(type));
		const all = [{ property, accepts }, ...indexed];
		for (const object of candidates(this.#cache, all)) {
			if (types.has(object.type) && this.#wasVisible(object.id, object)) {
				yield object;
			}
		}
	}

	#nameOf(id: string): string | undefined {
		const object = this.#cache.find(id);
		if (object === undefined) return undefined;
		if (!this.#audience.seesAll && !this.#audience.canView(object)) {
			return undefined;
		}
		const { name_label } = object;
		return typeof name_label === "string" ? name_label : undefined;
	}

	#wasVisible(id: string, object: CachedObject | undefined): boolean {
		if (object === undefined) return false;
		if (this.#audience.seesAll) return true;
		return this.#visible.get(object.type)?.has(id) === true;
	}

	/** Whether the object is visible now, and takes note of it. */
	#see(id: string, object: CachedObject | undefined): boolean {
		if (object === undefined) return false;
		if (this.#audience.seesAll) return true;
		const ids = this.#visible.get(object.type);
		const isVisible = ids !== undefined && this.#audience.canView(object);
		if (isVisible) ids.add(id);
		else ids?.delete(id);
		return isVisible;
	}

	#unsee(id: string, object: CachedObject | undefined): void {
		if (object !== undefined) this.#visible.get(object.type)?.delete(id);
	}

	/** Permissions often change because objects did, and then this comes before
	 *  the batch: the sets have to know today's objects first. */
	#onChange(): void {
		this.#needsRecheck = true;
		if (this.#revision !== this.#cache.revision) return;
		const dirty = new Set<SharedAnswer>();
		this.#recheck(dirty);
		for (const answer of dirty) answer.markDirty();
	}

	#recheck(dirty: Set<SharedAnswer>): void {
		this.#needsRecheck = false;
		for (const [type, sets] of this.#setsByType) {
			for (const object of this.#cache.ofType(type)) {
				const was = this.#wasVisible(object.id, object);
				const is = this.#see(object.id, object);
				if (was === is) continue;
				const [old, now] = is ? [undefined, object] : [object, undefined];
				for (const set of sets) addAll(dirty, set.apply(old, now));
			}
		}
	}
}

function addAll<Item>(items: Set<Item>, more: readonly Item[]): void {
	for (const item of more) items.add(item);
}
