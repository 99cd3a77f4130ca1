import type { LiveSort } from "@xo/contract";
import type { CachedObject } from "@xo/object-cache";
import type { ReaderFactory } from "./metrics.ts";
import { compareKeys, pathReader, type SortKey, sortKey } from "./sort-key.ts";
import { SortedList } from "./sorted-list.ts";

/** Where an object belongs. It keeps no object, so that a change that moves
 *  nothing touches no index. */
export interface Place {
	readonly id: string;
	/** The first key apart from the others: it nearly always decides. */
	readonly key: SortKey;
	readonly otherKeys: readonly SortKey[];
}

type Reader = (object: object) => unknown;
const NO_KEYS: readonly SortKey[] = [];

/** Puts objects in the order of some sort keys, at last of their ids. */
export class Ordering {
	readonly #first: Reader | undefined;
	readonly #others: readonly Reader[];
	/** Negative when `a` comes before `b`; 0 only for the same id. */
	readonly compare: (a: Place, b: Place) => number;

	constructor(sort: readonly LiveSort[], reader: ReaderFactory = pathReader) {
		const [first, ...others] = sort.map(({ key }) => reader(key));
		this.#first = first;
		this.#others = others;
		this.compare = comparator(sort.map(({ desc }) => desc === true));
	}

	place(object: CachedObject): Place {
		const others = this.#others;
		return {
			id: object.id,
			key: sortKey(this.#first?.(object)),
			otherKeys:
				others.length === 0
					? NO_KEYS
					: others.map((read) => sortKey(read(object))),
		};
	}

	/** Whether both belong to the same place. */
	keeps(previous: CachedObject, current: CachedObject): boolean {
		const first = this.#first;
		if (first && !sameKey(first(previous), first(current))) return false;
		return this.#others.every((read) => sameKey(read(previous), read(current)));
	}
}

function comparator(
	descending: readonly boolean[],
): (a: Place, b: Place) => number {
	const [firstDescending, ...others] = descending;
	return (a, b) => {
		const first = compareKeys(a.key, b.key, firstDescending);
		if (first !== 0) return first;
		for (let index = 0; index < others.length; index++) {
			const order = compareKeys(
				a.otherKeys[index],
				b.otherKeys[index],
				others[index],
			);
			if (order !== 0) return order;
		}
		if (a.id === b.id) return 0;
		return a.id < b.id ? -1 : 1;
	};
}

function sameKey(a: unknown, b: unknown): boolean {
	return a === b || sortKey(a) === sortKey(b);
}

/** A row before its fields are read. */
export interface RowSource {
	readonly id: string;
	readonly depth?: number;
	readonly children?: number;
}

/** The matching objects in order, shared by all windows on them. */
export class OrderedIndex {
	readonly #ordering: Ordering;
	readonly #list: SortedList<Place>;

	constructor(
		sort: readonly LiveSort[],
		objects: Iterable<CachedObject>,
		reader: ReaderFactory = pathReader,
	) {
		this.#ordering = new Ordering(sort, reader);
		const places: Place[] = [];
		for (const object of objects) places.push(this.#ordering.place(object));
		this.#list = new SortedList(this.#ordering.compare, places);
	}

	get size(): number {
		return this.#list.size;
	}

	*ids(): Generator<string> {
		for (const { id } of this.#list) yield id;
	}

	/** An object enters, is replaced or leaves: says whether any moves. */
	change(
		previous: CachedObject | undefined,
		current: CachedObject | undefined,
	): boolean {
		if (previous && current && this.#ordering.keeps(previous, current)) {
			return false;
		}
		if (previous) this.#list.delete(this.#ordering.place(previous));
		if (current) this.#list.insert(this.#ordering.place(current));
		return true;
	}

	/** The window of some rows, and how many there are in all. */
	window({ offset, limit }: { offset: number; limit: number }): {
		length: number;
		rows: readonly RowSource[];
	} {
		return { length: this.#list.size, rows: this.#list.slice(offset, limit) };
	}
}
