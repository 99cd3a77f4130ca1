import type { LiveQueryParams, LiveWindow } from "@xo/contract";
import { compileFilter, parseFilter } from "@xo/filter";
import type { CachedObject } from "@xo/object-cache";
import { OrderedIndex, type RowSource } from "./ordered-index.ts";
import { type Shared, SharedPool } from "./shared-pool.ts";
import { Summary } from "./summary.ts";
import { TreeIndex } from "./tree-index.ts";

/** An order of objects that windows look at. */
export interface RowIndex {
	/** How many objects match. */
	readonly size: number;
	change(
		previous: CachedObject | undefined,
		current: CachedObject | undefined,
	): void;
	window(
		window: LiveWindow,
		expanded: readonly string[],
	): { length: number; rows: readonly RowSource[] };
}

/** A query whose patches depend on a set. */
export interface DependentQuery {
	/** Something in the set changed. */
	markDirty(): void;
}

export interface MatchSetOptions {
	readonly types: readonly string[];
	/** In the search language; see `parseFilter` for what it throws. */
	readonly filter: string;
	/** The visible objects of a type. */
	readonly visible: (type: string) => Iterable<CachedObject>;
}

/** The objects of some types that match a filter. It stores none of them, only
 *  the orders and summaries that open queries need: whether an object was in
 *  the set follows from what the object was. */
export class MatchSet {
	readonly types: ReadonlySet<string>;
	readonly queries = new Set<DependentQuery>();
	readonly #visible: (type: string) => Iterable<CachedObject>;
	readonly #matchesFilter: (object: CachedObject) => boolean;
	readonly #indexes = new SharedPool<RowIndex>();
	readonly #summaries = new SharedPool<Summary>();

	constructor({ types, filter, visible }: MatchSetOptions) {
		this.types = new Set(types);
		this.#visible = visible;
		this.#matchesFilter = compileFilter(parseFilter(filter));
	}

	index({ sort, tree }: LiveQueryParams): Shared<RowIndex> {
		const key = JSON.stringify([sort, tree?.parentKey]);
		return this.#indexes.acquire(key, () =>
			tree === null
				? new OrderedIndex(sort, this.#members())
				: new TreeIndex(sort, tree.parentKey, this.#members()),
		);
	}

	summary({ groupBy, aggregates }: LiveQueryParams): Shared<Summary> {
		const key = JSON.stringify([groupBy, aggregates]);
		return this.#summaries.acquire(
			key,
			() => new Summary(groupBy, aggregates, this.#members()),
		);
	}

	/** Takes a change of visible objects: those that an audience does not see
	 *  are undefined. Says whether it touched the set. */
	apply(
		previous: CachedObject | undefined,
		current: CachedObject | undefined,
	): boolean {
		const before = this.#matches(previous) ? previous : undefined;
		const after = this.#matches(current) ? current : undefined;
		if (before === after) return false;
		this.#indexes.forEach((index) => {
			index.change(before, after);
		});
		this.#summaries.forEach((summary) => {
			summary.change(before, after);
		});
		return true;
	}

	#matches(object: CachedObject | undefined): boolean {
		return (
			object !== undefined &&
			this.types.has(object.type) &&
			this.#matchesFilter(object)
		);
	}

	*#members(): Generator<CachedObject> {
		for (const type of this.types) {
			for (const object of this.#visible(type)) {
				if (this.#matchesFilter(object)) yield object;
			}
		}
	}
}
