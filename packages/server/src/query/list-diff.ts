import type { ListPatch } from "@xo/contract";

/** The patch that turns `before` into `after`, or nothing when they are equal.
 *  Items that are the same value (`===`) are taken to be unchanged; of others
 *  those are whose `diffItem` is empty. */
export function diffList<Item extends { readonly id: string }>(
	before: readonly Item[],
	after: readonly Item[],
	diffItem: (before: Item, after: Item) => Partial<Item>,
): ListPatch<Item> | undefined {
	if (isSameList(before, after)) return undefined;
	const oldPositions = new Map(before.map(({ id }, index) => [id, index]));
	const newIds = new Set(after.map(({ id }) => id));
	const removed = before
		.filter(({ id }) => !newIds.has(id))
		.map(({ id }) => id);
	const changed: [id: string, change: Partial<Item>][] = [];
	for (const item of after) {
		const old = before[oldPositions.get(item.id) ?? -1];
		if (old === undefined || old === item) continue;
		const change = diffItem(old, item);
		if (Object.keys(change).length > 0) changed.push([item.id, change]);
	}
	const placed = placements(after, oldPositions);
	if (removed.length + changed.length + placed.length === 0) return undefined;
	return {
		...(removed.length > 0 && { removed }),
		...(changed.length > 0 && { changed: Object.fromEntries(changed) }),
		...(placed.length > 0 && { placed }),
	};
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
	if (a === b) return true;
	return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** New items, and the fewest old ones that must move so that the others can
 *  stay in their order. */
function placements<Item extends { readonly id: string }>(
	after: readonly Item[],
	oldPositions: ReadonlyMap<string, number>,
): [number, Item | string][] {
	const kept = after.filter(({ id }) => oldPositions.has(id));
	const staying = increasingIds(kept, oldPositions);
	const placed: [number, Item | string][] = [];
	for (const [index, item] of after.entries()) {
		if (staying.has(item.id)) continue;
		placed.push([index, oldPositions.has(item.id) ? item.id : item]);
	}
	return placed;
}

/** The longest increasing subsequence by old position, by patience sorting. */
function increasingIds(
	items: readonly { readonly id: string }[],
	oldPositions: ReadonlyMap<string, number>,
): ReadonlySet<string> {
	interface Link {
		readonly id: string;
		readonly position: number;
		readonly previous: Link | undefined;
	}
	const tails: Link[] = [];
	for (const { id } of items) {
		const position = oldPositions.get(id) ?? 0;
		let low = 0;
		let high = tails.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((tails[middle]?.position ?? 0) < position) low = middle + 1;
			else high = middle;
		}
		tails[low] = { id, position, previous: tails[low - 1] };
	}
	const ids = new Set<string>();
	for (let link = tails.at(-1); link !== undefined; link = link.previous) {
		ids.add(link.id);
	}
	return ids;
}
