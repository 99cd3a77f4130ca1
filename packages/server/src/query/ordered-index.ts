import type { LiveSort } from "@xo/contract";
import type { CachedObject } from "@xo/object-cache";
import { compareKeys, pathReader, type SortKey, sortKey } from "./sort-key.ts";
import { SortedList } from "./sorted-list.ts";

/** An object at its place; replaced in it while its keys stay the same. */
export interface Place {
	object: CachedObject;
	readonly keys: readonly SortKey[];
}

/** Puts objects in the order of some sort keys, at last of their ids. */
export class Ordering {
	readonly #readers: readonly ((object: object) => unknown)[];
	readonly #descending: readonly boolean[];

	constructor(sort: readonly LiveSort[]) {
		this.#readers = sort.map(({ key }) => pathReader(key));
		this.#descending = sort.map(({ desc }) => desc === true);
	}

	place(object: CachedObject): Place {
		return { object, keys: this.#readers.map((read) => sortKey(read(object))) };
	}

	/** Whether the object belongs where the place already is. */
	keeps(place: Place, object: CachedObject): boolean {
		return this.#readers.every(
			(read, index) => sortKey(read(object)) === place.keys[index],
		);
	}

	readonly compare = (a: Place, b: Place): number => {
		for (let index = 0; index < this.#descending.length; index++) {
			const order = compareKeys(
				a.keys[index],
				b.keys[index],
				this.#descending[index],
			);
			if (order !== 0) return order;
		}
		if (a.object.id === b.object.id) return 0;
		return a.object.id < b.object.id ? -1 : 1;
	};
}

/** A row before its fields are read. */
export interface RowSource {
	readonly object: CachedObject;
	readonly depth?: number;
	readonly children?: number;
}

/** The matching objects in order, shared by all windows on them. */
export class OrderedIndex {
	readonly #ordering: Ordering;
	readonly #places = new Map<string, Place>();
	readonly #list: SortedList<Place>;

	constructor(sort: readonly LiveSort[], objects: Iterable<CachedObject>) {
		this.#ordering = new Ordering(sort);
		for (const object of objects) {
			this.#places.set(object.id, this.#ordering.place(object));
		}
		this.#list = new SortedList(this.#ordering.compare, [
			...this.#places.values(),
		]);
	}

	change(id: string, current: CachedObject | undefined): void {
		const place = this.#places.get(id);
		if (place && current && this.#ordering.keeps(place, current)) {
			place.object = current;
			return;
		}
		if (place !== undefined) {
			this.#list.delete(place);
			this.#places.delete(id);
		}
		if (current !== undefined) {
			const next = this.#ordering.place(current);
			this.#places.set(id, next);
			this.#list.insert(next);
		}
	}

	/** The window of some rows, and how many there are in all. */
	window({ offset, limit }: { offset: number; limit: number }): {
		length: number;
		rows: readonly RowSource[];
	} {
		return { length: this.#list.size, rows: this.#list.slice(offset, limit) };
	}
}
