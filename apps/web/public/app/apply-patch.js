/** The result of a live query after a patch; nothing is changed in place, and
 *  what the patch does not name stays the very same object. */
export function applyPatch(result, patch) {
	if (patch.reset !== undefined) return patch.reset;
	const { rows, groups, aggregates, ...values } = patch;
	return {
		...result,
		...values,
		rows: applyListPatch(result.rows, rows),
		groups: applyListPatch(result.groups, groups),
		aggregates: applyValues(result.aggregates, aggregates),
	};
}

function applyListPatch(list, patch) {
	if (patch === undefined) return list;
	const { removed = [], changed = {}, placed = [] } = patch;
	const isOut = new Set(removed);
	for (const [, item] of placed) {
		if (typeof item === "string") isOut.add(item);
	}
	const moved = new Map();
	const next = [];
	for (const item of list) {
		const current = Object.hasOwn(changed, item.id)
			? { ...item, ...changed[item.id] }
			: item;
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

function applyValues(values, changes) {
	if (changes === undefined) return values;
	const next = [...values];
	for (const [index, value] of changes) next[index] = value;
	return next;
}
