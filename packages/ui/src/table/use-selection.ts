import { useRef } from "react";
import type { TableSection } from "./model.ts";
import { rangesOf } from "./sections.ts";
import {
	countSelected,
	emptySelection,
	fullSelection,
	isSelected,
	type TableSelection,
	withRows,
} from "./selection.ts";

export interface SelectionProps {
	readonly selection: TableSelection;
	readonly onSelectionChange: (selection: TableSelection) => void;
	/** Ids of the rows from one place to another, both included. Asked where a
	 *  range reaches over rows that are not loaded. */
	readonly idsOf?:
		| ((sectionId: string, from: number, to: number) => Promise<string[]>)
		| undefined;
}

/** Choosing rows one by one, by ranges, and all at once. */
export function useSelection<Row extends { readonly id: string }>(
	props: SelectionProps,
	sections: readonly TableSection<Row>[],
	total: number,
) {
	const { selection, onSelectionChange, idsOf } = props;
	// Where a range begins: the last row that was chosen by itself.
	const anchor = useRef<number>(undefined);
	// Answers come late: they add to the selection of then.
	const latest = useRef(selection);
	latest.current = selection;

	function toggle(row: Row, index: number): void {
		anchor.current = index;
		onSelectionChange(
			withRows(selection, [row.id], !isSelected(selection, row.id)),
		);
	}

	async function extendTo(index: number, from: number): Promise<void> {
		anchor.current ??= from;
		const first = Math.min(anchor.current, index);
		const last = Math.max(anchor.current, index);
		const ids = await Promise.all(
			rangesOf(sections, first, last).map(({ section, from, to }) => {
				const loaded = section.rows.slice(
					Math.max(0, from - section.offset),
					to - section.offset + 1,
				);
				const isWhole =
					from >= section.offset && loaded.length === to - from + 1;
				return isWhole || idsOf === undefined
					? loaded.map(({ id }) => id)
					: idsOf(section.id, from, to);
			}),
		);
		onSelectionChange(withRows(latest.current, ids.flat(), true));
	}

	const chosen = countSelected(selection, total);
	const state: "none" | "some" | "all" =
		chosen === 0
			? "none"
			: selection.isAll && chosen === total
				? "all"
				: "some";

	return {
		state,
		toggle,
		extendTo,
		all: () => onSelectionChange(fullSelection),
		clear: () => onSelectionChange(emptySelection),
		toggleAll: () =>
			onSelectionChange(state === "all" ? emptySelection : fullSelection),
	};
}
