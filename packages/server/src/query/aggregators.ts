import type {
	LiveAggregate,
	LiveAggregateValue,
	LiveTopItem,
} from "@xo/contract";
import type { CachedObject } from "@xo/object-cache";
import { deepEqual } from "./deep-equal.ts";
import { pathReader } from "./sort-key.ts";
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

export function createAggregator({ op, key, n }: LiveAggregate): Aggregator {
	const read = key === undefined ? undefined : pathReader(key);
	const numberOf = (object: CachedObject | undefined) => {
		const value = object && read?.(object);
		return typeof value === "number" && !Number.isNaN(value)
			? value
			: undefined;
	};
	switch (op) {
		case "count":
			return counter((object) => read === undefined || read(object) != null);
		case "sum":
			return summer((object) => numberOf(object) ?? 0);
		case "min":
			return extreme(numberOf, (list) => list.first());
		case "max":
			return extreme(numberOf, (list) => list.last());
		case "top":
			return top(numberOf, n ?? DEFAULT_TOP);
	}
}

function counter(counts: (object: CachedObject) => boolean): Aggregator {
	return summer((object) => Number(counts(object)));
}

function summer(numberOf: (object: CachedObject) => number): Aggregator {
	let sum = 0;
	return {
		change(previous, current) {
			if (previous !== undefined) sum -= numberOf(previous);
			if (current !== undefined) sum += numberOf(current);
		},
		value: () => sum,
	};
}

type NumberReader = (object: CachedObject | undefined) => number | undefined;

function extreme(
	numberOf: NumberReader,
	pick: (list: SortedList<number>) => number | undefined,
): Aggregator {
	const list = new SortedList<number>((a, b) => a - b);
	return {
		change(previous, current) {
			const before = numberOf(previous);
			const after = numberOf(current);
			if (before === after) return;
			if (before !== undefined) list.delete(before);
			if (after !== undefined) list.insert(after);
		},
		value: () => pick(list) ?? null,
	};
}

function top(numberOf: NumberReader, count: number): Aggregator {
	const list = new SortedList<LiveTopItem>((a, b) => {
		if (a.value !== b.value) return b.value - a.value;
		if (a.id === b.id) return 0;
		return a.id < b.id ? -1 : 1;
	});
	const itemOf = (object: CachedObject | undefined) => {
		const value = numberOf(object);
		return object && value !== undefined ? topItem(object, value) : undefined;
	};
	return {
		change(previous, current) {
			const before = itemOf(previous);
			const after = itemOf(current);
			if (deepEqual(before, after)) return;
			if (before !== undefined) list.delete(before);
			if (after !== undefined) list.insert(after);
		},
		value: () => list.slice(0, count),
	};
}

function topItem(object: CachedObject, value: number): LiveTopItem {
	const { id, type, name_label: label } = object;
	return { id, type, label: typeof label === "string" ? label : null, value };
}
