import type { TableItem, TableSection } from "./model.ts";

/** Items of a section: its header, if any, and its rows. */
function sizeOf(section: TableSection<unknown>): number {
	return section.length + (section.group === undefined ? 0 : 1);
}

/** How many items all sections have together. */
export function countItems(sections: readonly TableSection<unknown>[]): number {
	return sections.reduce((count, section) => count + sizeOf(section), 0);
}

/** The item at a place of the whole table. */
export function itemAt<Row>(
	sections: readonly TableSection<Row>[],
	index: number,
): TableItem<Row> | undefined {
	if (index < 0) return undefined;
	let start = 0;
	for (const section of sections) {
		const size = sizeOf(section);
		if (index < start + size) {
			const header = section.group === undefined ? 0 : 1;
			const place = index - start - header;
			return place < 0
				? { kind: "group", section }
				: {
						kind: "row",
						section,
						place,
						row: section.rows[place - section.offset],
					};
		}
		start += size;
	}
	return undefined;
}

/** Where a loaded row stands in the whole table. */
export function indexOfRow(
	sections: readonly TableSection<{ readonly id: string }>[],
	id: string,
	sectionId: string,
): number | undefined {
	let start = 0;
	for (const section of sections) {
		if (section.id === sectionId) {
			const found = section.rows.findIndex((row) => row.id === id);
			if (found < 0) return undefined;
			const header = section.group === undefined ? 0 : 1;
			return start + header + section.offset + found;
		}
		start += sizeOf(section);
	}
	return undefined;
}

/** Which places of each section lie between two places of the table. */
export function rangesOf<Row>(
	sections: readonly TableSection<Row>[],
	first: number,
	last: number,
): { section: TableSection<Row>; from: number; to: number }[] {
	let start = 0;
	const ranges = [];
	for (const section of sections) {
		const top = start + (section.group === undefined ? 0 : 1);
		const from = Math.max(0, first - top);
		const to = Math.min(section.length - 1, last - top);
		if (from <= to) ranges.push({ section, from, to });
		start += sizeOf(section);
	}
	return ranges;
}
