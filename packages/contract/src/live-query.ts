/** Live queries: a client asks for a window on a filtered, sorted list with
 *  totals and aggregates, gets one `LiveQueryResult`, and from then on patches
 *  that hold only what changed. `applyPatch` is all that a client needs:
 *
 *  - a patch applies to the result that the previous patch (or the opening)
 *    made: apply all, in the order of arrival, the answers of updates too;
 *  - what a patch does not name is as before, the very same (`===`) value;
 *  - `reset` replaces everything, when fields or aggregates were changed.
 *
 *  VMs, hosts, pools and SRs have properties beside those of their objects:
 *  `metrics.cpu` and so on, see `LiveMetrics`. They can be named as fields, sort
 *  keys and keys of aggregates (not in filters, groups and trees). They are
 *  gathered from the hosts while any open query names them, so that the first
 *  answer often has `null` and the numbers follow in patches. */

/** Name of the path, as in `metrics.cpu`: what an object did in the last
 *  minute, renewed every few seconds. `null` where the pool does not say, as of
 *  VMs that do not run, and 60 s after a host was last heard of. */
export interface LiveMetrics {
	/** Share of the CPUs that it has that were busy: 0 to 1. Not of SRs. */
	readonly cpu: number | null;
	/** Bytes in use: of a VM without tools, all that it was given. Not of
	 *  SRs. */
	readonly memory: number | null;
	/** Share of the memory that it has that is in use: 0 to 1. Not of SRs, and
	 *  not of VMs without tools. */
	readonly memoryRatio: number | null;
	/** Bytes received a second. Not of SRs. */
	readonly networkRx: number | null;
	/** Bytes sent a second. Not of SRs. */
	readonly networkTx: number | null;
	/** Bytes read a second. */
	readonly diskRead: number | null;
	/** Bytes written a second. */
	readonly diskWrite: number | null;
}

export interface LiveSort {
	/** A property, or a path with dots: `memory.size`; a link with
	 *  `.name_label` orders by the name of what it leads to, as far as the user
	 *  may see it: `$container.name_label`. */
	readonly key: string;
	readonly desc?: boolean | undefined;
}

export interface LiveWindow {
	/** First row, from 0. */
	readonly offset: number;
	/** Number of rows at most; 0 where only totals are wanted. */
	readonly limit: number;
}

export interface LiveAggregate {
	/** `count` of objects (with a key: that have it), `sum`, `min`, `max` of a
	 *  number, or the `top` n objects by a number. */
	readonly op: "count" | "sum" | "min" | "max" | "top";
	readonly key?: string | undefined;
	/** For `top`: how many. */
	readonly n?: number | undefined;
}

export interface LiveTree {
	/** The property that has the id of the parent; may differ by type. */
	readonly parentKey: string | Readonly<Record<string, string>>;
	/** Ids of the rows whose children are shown. */
	readonly expanded: readonly string[];
}

export interface LiveQueryParams {
	readonly types: readonly string[];
	/** In the search language; everything when empty. */
	readonly filter: string;
	/** The first key decides, then the next, at last the id. Objects without
	 *  the property come last in both directions. Numbers inside strings sort
	 *  as numbers, case and accents do not matter. */
	readonly sort: readonly LiveSort[];
	/** What rows have beside id and type: properties or paths with dots. */
	readonly fields: readonly string[];
	readonly window: LiveWindow;
	/** Counts, and aggregates, for each value of a property. An object whose
	 *  value is a list (`tags`) is in the group of each item. */
	readonly groupBy: string | null;
	readonly aggregates: readonly LiveAggregate[];
	/** Rows form a tree: children follow their expanded parent. An object
	 *  whose parent does not match the query is a root. */
	readonly tree: LiveTree | null;
}

/** One object: its fields under the names that the query gave (`memory.size`
 *  is one key), `null` where it has none. */
export interface LiveRow {
	readonly id: string;
	readonly type: string;
	/** In trees: 0 for a root. */
	readonly $depth?: number;
	/** In trees: how many children it has, shown or not. */
	readonly $children?: number;
	readonly [field: string]: unknown;
}

export interface LiveTopItem {
	readonly id: string;
	readonly type: string;
	/** Its name, where it has one. */
	readonly label: string | null;
	readonly value: number;
}

/** `null` is the minimum or maximum of nothing. */
export type LiveAggregateValue = number | null | readonly LiveTopItem[];

export interface LiveGroup {
	/** The key as JSON text. */
	readonly id: string;
	/** The common value; `null` for objects without the property. */
	readonly key: string | number | boolean | null;
	readonly count: number;
	/** In the order of the aggregates of the query. */
	readonly aggregates: readonly LiveAggregateValue[];
}

export interface LiveQueryResult {
	/** Of the server's objects when this was true. */
	readonly revision: number;
	/** Matching objects that the user may see. */
	readonly total: number;
	/** Rows that the window can move over: in trees those of expanded parents
	 *  and roots, else the total. */
	readonly length: number;
	readonly offset: number;
	readonly rows: readonly LiveRow[];
	/** All groups, of which `groups` has the first 1,000. */
	readonly groupTotal: number;
	/** In the order of their keys. */
	readonly groups: readonly LiveGroup[];
	/** In the order of the aggregates of the query, over all groups. */
	readonly aggregates: readonly LiveAggregateValue[];
}

/** How a list becomes another: change items, take out those that are removed
 *  or placed, then put the placed ones in, in order, each at its final index.
 *  A placed string is the id of an item that only moved. */
export interface ListPatch<Item extends { readonly id: string }> {
	readonly removed?: readonly string[];
	/** New values of some properties, by id. */
	readonly changed?: Readonly<Record<string, Partial<Item>>>;
	readonly placed?: readonly (readonly [index: number, item: Item | string])[];
}

export interface LiveQueryPatch {
	readonly revision: number;
	readonly reset?: LiveQueryResult;
	readonly total?: number;
	readonly length?: number;
	readonly offset?: number;
	readonly rows?: ListPatch<LiveRow>;
	readonly groupTotal?: number;
	readonly groups?: ListPatch<LiveGroup>;
	/** Index in the query, new value. */
	readonly aggregates?: readonly (readonly [
		index: number,
		value: LiveAggregateValue,
	])[];
}

/** The result after a patch. Nothing is changed in place. */
export function applyPatch(
	result: LiveQueryResult,
	patch: LiveQueryPatch,
): LiveQueryResult {
	if (patch.reset !== undefined) return patch.reset;
	return {
		revision: patch.revision,
		total: patch.total ?? result.total,
		length: patch.length ?? result.length,
		offset: patch.offset ?? result.offset,
		rows: applyListPatch(result.rows, patch.rows),
		groupTotal: patch.groupTotal ?? result.groupTotal,
		groups: applyListPatch(result.groups, patch.groups),
		aggregates: applyValues(result.aggregates, patch.aggregates),
	};
}

function applyListPatch<Item extends { readonly id: string }>(
	list: readonly Item[],
	patch: ListPatch<Item> | undefined,
): readonly Item[] {
	if (patch === undefined) return list;
	const { removed = [], changed = {}, placed = [] } = patch;
	const isOut = new Set(removed);
	for (const [, item] of placed) {
		if (typeof item === "string") isOut.add(item);
	}
	const moved = new Map<string, Item>();
	const next: Item[] = [];
	for (const item of list) {
		const change = Object.hasOwn(changed, item.id)
			? changed[item.id]
			: undefined;
		const current = change === undefined ? item : { ...item, ...change };
		if (isOut.has(item.id)) moved.set(item.id, current);
		else next.push(current);
	}
	for (const [index, placedItem] of placed) {
		const item =
			typeof placedItem === "string" ? moved.get(placedItem) : placedItem;
		if (item !== undefined) next.splice(index, 0, item);
	}
	return next;
}

function applyValues(
	values: readonly LiveAggregateValue[],
	changes: LiveQueryPatch["aggregates"],
): readonly LiveAggregateValue[] {
	if (changes === undefined) return values;
	const next = [...values];
	for (const [index, value] of changes) next[index] = value;
	return next;
}
