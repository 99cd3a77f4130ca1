/** Chosen rows: some, or all that match except some. The second says so of
 *  rows that nobody has loaded, and of those that match later. */
export type TableSelection =
	| { readonly isAll: false; readonly ids: ReadonlySet<string> }
	| { readonly isAll: true; readonly except: ReadonlySet<string> };

/** No row is chosen. */
export const emptySelection: TableSelection = { isAll: false, ids: new Set() };

/** All rows that match are chosen. */
export const fullSelection: TableSelection = {
	isAll: true,
	except: new Set(),
};

/** Whether a row is chosen. */
export function isSelected(selection: TableSelection, id: string): boolean {
	return selection.isAll ? !selection.except.has(id) : selection.ids.has(id);
}

/** How many of `total` rows are chosen. */
export function countSelected(
	selection: TableSelection,
	total: number,
): number {
	return selection.isAll
		? Math.max(0, total - selection.except.size)
		: selection.ids.size;
}

/** The selection where these rows are chosen, or are not. */
export function withRows(
	selection: TableSelection,
	ids: readonly string[],
	isChosen: boolean,
): TableSelection {
	const marked = new Set(selection.isAll ? selection.except : selection.ids);
	for (const id of ids) {
		if (isChosen === selection.isAll) marked.delete(id);
		else marked.add(id);
	}
	return selection.isAll
		? { isAll: true, except: marked }
		: { isAll: false, ids: marked };
}
