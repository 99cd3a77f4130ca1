/** Which element shows which item: what stays on screen keeps its element,
 *  what is new takes the elements that have become free, in order. Making
 *  elements costs several times what filling them anew does.
 *  @param before as this gave it last
 *  @param ids of the items on screen
 *  @param count of elements; where there are more items, more are made */
export function assignSlots(
	before: ReadonlyMap<string, number>,
	ids: readonly string[],
	count: number,
): ReadonlyMap<string, number> {
	const slots = new Map<string, number>();
	const taken = new Set<number>();
	for (const id of ids) {
		const slot = before.get(id);
		if (slot === undefined || slot >= count || taken.has(slot)) continue;
		slots.set(id, slot);
		taken.add(slot);
	}
	let free = 0;
	for (const id of ids) {
		if (slots.has(id)) continue;
		while (taken.has(free)) free++;
		slots.set(id, free);
		taken.add(free);
	}
	return slots;
}

/** The order of the elements in the document. At rest it is that of the
 *  screen, as screen readers want it; while scrolling they stay where they are,
 *  as moving costs as much as making.
 *  @param slots in the order of the screen */
export function orderSlots(
	before: readonly number[],
	slots: readonly number[],
	isScrolling: boolean,
): readonly number[] {
	if (!isScrolling) return slots;
	const shown = new Set(slots);
	const kept = before.filter((slot) => shown.delete(slot));
	return [...kept, ...shown];
}
