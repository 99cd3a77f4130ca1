import type {
	LiveAggregate,
	LiveAggregateValue,
	LiveTopItem,
} from "@xo/contract";
import type { CachedObject } from "@xo/object-cache";
import { deepEqual } from "./deep-equal.ts";
import type { ReaderFactory } from "./metrics.ts";
import { SortedList } from "./sorted-list.ts";

/** Follows one value over a changing set of objects. */
export interface Aggregator {
	/** An object enters, is replaced or leaves. */
	change(
		previous: CachedObject | undefined,
		current: CachedObject | undefined,
	): void;
	value(): LiveAggregateValue;
}

const DEFAULT_TOP = 10;

/** Starts with the value over some objects. */
export function createAggregator(
	{ op, key, n }: LiveAggregate,
	objects: readonly CachedObject[],
	reader: ReaderFactory,
): Aggregator {
	const read = key === undefined ? undefined : reader(key);
	const numberOf = (object: CachedObject) => {
		const value = read?.(object);
		return typeof value === "number" && !Number.isNaN(value)
			? value
			: undefined;
	};
	switch (op) {
		case "count":
			return summer(
				(object) => Number(read === undefined || read(object) != null),
				objects,
			);
		case "sum":
			return summer((object) => numberOf(object) ?? 0, objects);
		case "min":
			return ordered(numberOf, objects, {
				compare: (a, b) => a - b,
				value: (list) => list.first() ?? null,
			});
		case "max":
			return ordered(numberOf, objects, {
				compare: (a, b) => a - b,
				value: (list) => list.last() ?? null,
			});
		case "top":
			return ordered((object) => topItem(object, numberOf(object)), objects, {
				compare: compareTopItems,
				value: (list) => list.slice(0, n ?? DEFAULT_TOP),
			});
	}
}

function summer(
	numberOf: (object: CachedObject) => number,
	objects: readonly CachedObject[],
): Aggregator {
	let sum = 0;
	for (const object of objects) sum += numberOf(object);
	return {
		change(previous, current) {
			if (previous !== undefined) sum -= numberOf(previous);
			if (current !== undefined) sum += numberOf(current);
		},
		value: () => sum,
	};
}

/** Keeps what objects give in order, to tell its ends. */
function ordered<Item>(
	itemOf: (object: CachedObject) => Item | undefined,
	objects: readonly CachedObject[],
	order: {
		readonly compare: (a: Item, b: Item) => number;
		readonly value: (list: SortedList<Item>) => LiveAggregateValue;
	},
): Aggregator {
	const items = objects.map(itemOf).filter((item) => item !== undefined);
	const list = new SortedList<Item>(order.compare, items);
	return {
		change(previous, current) {
			const before = previous && itemOf(previous);
			const after = current && itemOf(current);
			if (deepEqual(before, after)) return;
			if (before !== undefined) list.delete(before);
			if (after !== undefined) list.insert(after);
		},
		value: () => order.value(list),
	};
}

function compareTopItems(a: LiveTopItem, b: LiveTopItem): number {
	if (a.value !== b.value) return b.value - a.value;
	if (a.id === b.id) return 0;
	return a.id < b.id ? -1 : 1;
}

function topItem(
	{ id, type, name_label: label }: CachedObject,
	value: number | undefined,
): LiveTopItem | undefined {
	if (value === undefined) return undefined;
	return { id, type, label: typeof label === "string" ? label : null, value };
}
