import { useState } from "react";
import type { TableSection } from "./model.ts";
import { indexOfRow, itemAt } from "./sections.ts";

/** Place of the header row. */
export const HEADER = -1;

/** The cell that keys act on. */
export interface ActiveCell {
	/** Place in the whole table, or `HEADER`. */
	readonly index: number;
	/** 0 for the checkbox, then the columns on screen. */
	readonly column: number;
}

interface ActiveState extends ActiveCell {
	/** The row it is on: rows move while the list lives. */
	readonly row: { readonly id: string; readonly sectionId: string } | undefined;
}

/** The active cell stays on its row when that moves, and inside the table. */
export function useActive<Row extends { readonly id: string }>(
	sections: readonly TableSection<Row>[],
	count: number,
) {
	const [state, setState] = useState<ActiveState>();
	const active = state && follow(sections, count, state);

	function activate(cell: ActiveCell): Row | undefined {
		const item = itemAt(sections, cell.index);
		const row = item?.kind === "row" ? item.row : undefined;
		setState({
			...cell,
			row: row && { id: row.id, sectionId: item?.section.id ?? "" },
		});
		return row;
	}
	return { active, activate };
}

function follow<Row extends { readonly id: string }>(
	sections: readonly TableSection<Row>[],
	count: number,
	{ row, index, column }: ActiveState,
): ActiveCell {
	const item = itemAt(sections, index);
	const isThere = item?.kind === "row" && item.row?.id === row?.id;
	const moved =
		row === undefined || isThere
			? undefined
			: indexOfRow(sections, row.id, row.sectionId);
	return { index: moved ?? Math.min(index, count - 1), column };
}
