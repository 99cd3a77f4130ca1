import type { LiveQueryParams, LiveWindow } from "@xo/contract";
import { compileFilter, parseFilter } from "@xo/filter";
import type { CacheChange, CachedObject, ObjectCache } from "@xo/object-cache";
import type { Audience } from "./audience.ts";
import { OrderedIndex, type RowSource } from "./ordered-index.ts";
import { type Shared, SharedPool } from "./shared-pool.ts";
import { Summary } from "./summary.ts";
import { TreeIndex } from "./tree-index.ts";

/** An order of objects that windows look at. */
export interface RowIndex {
	change(id: string, current: CachedObject | undefined): void;
	window(
		window: LiveWindow,
		expanded: readonly string[],
	): { length: number; rows: readonly RowSource[] };
}

export interface MatchSetOptions {
	readonly cache: ObjectCache;
	readonly types: readonly string[];
	/** @see parseFilter for what it throws */
	readonly filter: string;
	readonly audience: Audience;
	/** Called after the audience changed what is in the set. */
	readonly onRecheck: (set: MatchSet) => void;
}

/** A query whose patches depend on a set. */
export interface DependentQuery {
	/** Something in the set changed. */
	markDirty(): void;
}

/** The objects of some types that match a filter and that an audience may see,
 *  with the orders and summaries that open queries need of them. */
export class MatchSet implements Disposable {
	readonly types: ReadonlySet<string>;
	readonly queries = new Set<DependentQuery>();
	readonly #cache: ObjectCache;
	readonly #matches: (object: CachedObject) => boolean;
	readonly #members = new Map<string, CachedObject>();
	readonly #indexes = new SharedPool<RowIndex>();
	readonly #summaries = new SharedPool<Summary>();
	readonly #audienceListener: Disposable | undefined;

	constructor(options: MatchSetOptions) {
		const { cache, types, filter, audience, onRecheck } = options;
		this.#cache = cache;
		this.types = new Set(types);
		const matchesFilter = compileFilter(parseFilter(filter));
		this.#matches = (object) =>
			this.types.has(object.type) &&
			matchesFilter(object) &&
			audience.canView(object);
		for (const object of this.#candidates()) {
			if (this.#matches(object)) this.#members.set(object.id, object);
		}
		this.#audienceListener = audience.onChange?.(() => {
			if (this.#recheck()) onRecheck(this);
		});
	}

	get size(): number {
		return this.#members.size;
	}

	index({ sort, tree }: LiveQueryParams): Shared<RowIndex> {
		const key = JSON.stringify([sort, tree?.parentKey]);
		return this.#indexes.acquire(key, () =>
			tree === null
				? new OrderedIndex(sort, this.#members.values())
				: new TreeIndex(sort, tree.parentKey, this.#members.values()),
		);
	}

	summary({ groupBy, aggregates }: LiveQueryParams): Shared<Summary> {
		const key = JSON.stringify([groupBy, aggregates]);
		return this.#summaries.acquire(
			key,
			() => new Summary(groupBy, aggregates, this.#members.values()),
		);
	}

	/** Whether the change touched the set. */
	apply({ id, current }: CacheChange): boolean {
		return this.#set(
			id,
			current !== undefined && this.#matches(current) ? current : undefined,
		);
	}

	[Symbol.dispose](): void {
		this.#audienceListener?.[Symbol.dispose]();
	}

	#recheck(): boolean {
		let isChanged = false;
		for (const object of this.#candidates()) {
			const isMember = this.#matches(object);
			if (isMember === this.#members.has(object.id)) continue;
			this.#set(object.id, isMember ? object : undefined);
			isChanged = true;
		}
		return isChanged;
	}

	#set(id: string, current: CachedObject | undefined): boolean {
		const previous = this.#members.get(id);
		if (previous === current) return false;
		if (current === undefined) this.#members.delete(id);
		else this.#members.set(id, current);
		for (const index of this.#indexes.values()) index.change(id, current);
		for (const summary of this.#summaries.values()) {
			summary.change(previous, current);
		}
		return true;
	}

	*#candidates(): Generator<CachedObject> {
		for (const type of this.types) yield* this.#cache.ofType(type);
	}
}
