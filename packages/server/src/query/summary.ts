import type {
	LiveAggregate,
	LiveAggregateValue,
	LiveGroup,
} from "@xo/contract";
import { queryLimits } from "@xo/contract";
import type { CachedObject } from "@xo/object-cache";
import { type Aggregator, createAggregator } from "./aggregators.ts";
import { deepEqual } from "./deep-equal.ts";
import type { ReaderFactory } from "./metrics.ts";
import { compareKeys, sortKey } from "./sort-key.ts";
import { SortedList } from "./sorted-list.ts";

type GroupKey = LiveGroup["key"];

/** What a summary says; parts that did not change are the same values. */
export interface SummarySnapshot {
	readonly aggregates: readonly LiveAggregateValue[];
	readonly groups: readonly LiveGroup[];
	readonly groupTotal: number;
}

export interface SummaryOptions {
	readonly groupBy: string | null;
	readonly aggregates: readonly LiveAggregate[];
	readonly objects: Iterable<CachedObject>;
	readonly reader: ReaderFactory;
}

/** Aggregates and groups of all matching objects, shared by all queries that
 *  ask for the same. */
export class Summary {
	readonly #whole: Group;
	readonly #groupKeys: (object: CachedObject | undefined) => GroupKey[];
	readonly #createAggregators: (
		objects: readonly CachedObject[],
	) => Aggregator[];
	readonly #groups = new Map<GroupKey, Group>();
	readonly #sorted = new SortedList<Group>(compareGroups);
	/** Nothing is asked, as by most lists. */
	readonly #isEmpty: boolean;
	#snapshot: SummarySnapshot | undefined;

	constructor({ groupBy, aggregates, objects, reader }: SummaryOptions) {
		this.#createAggregators = (members) =>
			aggregates.map((each) => createAggregator(each, members, reader));
		this.#groupKeys = groupKeyReader(groupBy, reader);
		this.#isEmpty = groupBy === null && aggregates.length === 0;
		const all = this.#isEmpty ? [] : [...objects];
		this.#whole = new Group(null, all.length, this.#createAggregators(all));
		const members = new Map<GroupKey, CachedObject[]>();
		for (const object of all) {
			for (const key of this.#groupKeys(object)) {
				const group = members.get(key);
				if (group === undefined) members.set(key, [object]);
				else group.push(object);
			}
		}
		for (const [key, inGroup] of members) this.#addGroup(key, inGroup);
	}

	change(
		previous: CachedObject | undefined,
		current: CachedObject | undefined,
	): boolean {
		if (this.#isEmpty) return false;
		this.#snapshot = undefined;
		this.#whole.change(previous, current);
		const before = this.#groupKeys(previous);
		const after = this.#groupKeys(current);
		const [key] = after;
		if (before.length === 1 && after.length === 1 && before[0] === key) {
			this.#group(key ?? null).change(previous, current);
			return true;
		}
		for (const key of new Set([...before, ...after])) {
			this.#group(key).change(
				before.includes(key) ? previous : undefined,
				after.includes(key) ? current : undefined,
			);
		}
		for (const key of before) this.#dropIfEmpty(key);
		return true;
	}

	snapshot(): SummarySnapshot {
		this.#snapshot ??= {
			aggregates: this.#whole.snapshot().aggregates,
			groups: this.#sorted
				.slice(0, queryLimits.groups)
				.map((group) => group.snapshot()),
			groupTotal: this.#sorted.size,
		};
		return this.#snapshot;
	}

	#group(key: GroupKey): Group {
		return this.#groups.get(key) ?? this.#addGroup(key, []);
	}

	#addGroup(key: GroupKey, objects: readonly CachedObject[]): Group {
		const group = new Group(
			key,
			objects.length,
			this.#createAggregators(objects),
		);
		this.#groups.set(key, group);
		this.#sorted.insert(group);
		return group;
	}

	#dropIfEmpty(key: GroupKey): void {
		const group = this.#groups.get(key);
		if (group === undefined || group.count > 0) return;
		this.#groups.delete(key);
		this.#sorted.delete(group);
	}
}

class Group {
	readonly key: GroupKey;
	readonly id: string;
	count: number;
	readonly #aggregators: readonly Aggregator[];
	#snapshot: LiveGroup | undefined;
	#isStale = true;

	constructor(
		key: GroupKey,
		count: number,
		aggregators: readonly Aggregator[],
	) {
		this.key = key;
		this.id = JSON.stringify(key);
		this.count = count;
		this.#aggregators = aggregators;
	}

	change(
		previous: CachedObject | undefined,
		current: CachedObject | undefined,
	): void {
		this.count +=
			Number(current !== undefined) - Number(previous !== undefined);
		for (const aggregator of this.#aggregators) {
			aggregator.change(previous, current);
		}
		this.#isStale = true;
	}

	snapshot(): LiveGroup {
		if (!this.#isStale && this.#snapshot !== undefined) return this.#snapshot;
		this.#isStale = false;
		const { id, key, count } = this;
		const before = this.#snapshot;
		const aggregates = this.#aggregators.map((aggregator, index) => {
			const value = aggregator.value();
			const old = before?.aggregates[index];
			return old !== undefined && deepEqual(old, value) ? old : value;
		});
		const next = { id, key, count, aggregates };
		if (before === undefined || !deepEqual(before, next)) this.#snapshot = next;
		return this.#snapshot ?? next;
	}
}

function compareGroups(a: Group, b: Group): number {
	const order = compareKeys(sortKey(a.key), sortKey(b.key));
	if (order !== 0 || a.id === b.id) return order;
	return a.id < b.id ? -1 : 1;
}

/** An object is in the group of its value, of each item of its list, or in
 *  that of objects without one. */
function groupKeyReader(
	groupBy: string | null,
	reader: ReaderFactory,
): (object: CachedObject | undefined) => GroupKey[] {
	if (groupBy === null) return () => [];
	const read = reader(groupBy);
	return (object) => {
		if (object === undefined) return [];
		const value = read(object);
		if (!Array.isArray(value)) return [groupKey(value)];
		const keys = value.map(groupKey);
		return keys.length === 0 ? [null] : [...new Set(keys)];
	};
}

function groupKey(value: unknown): GroupKey {
	return typeof value === "string" ||
		typeof value === "number" ||
		typeof value === "boolean"
		? value
		: null;
}
