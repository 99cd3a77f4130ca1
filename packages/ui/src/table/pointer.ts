import type { MouseEvent } from "react";
import type { createCommands } from "./commands.ts";
import type { DataTableProps } from "./props.ts";
import { itemAt } from "./sections.ts";
import type { GridModel } from "./use-grid.ts";

/** What clicks do. One handler for the table: rows then have none. */
export function createPointer<Row extends { readonly id: string }>(
	props: DataTableProps<Row>,
	grid: GridModel<Row>,
	commands: ReturnType<typeof createCommands<Row>>,
) {
	const { sections } = props;
	const { chosen, active } = grid;

	function onClick(event: MouseEvent): void {
		const target = event.target as Element;
		const place = target.closest<HTMLElement>("[data-index]");
		if (place === null || target.closest("[data-editor]") !== null) return;
		const index = Number(place.dataset.index);
		const item = itemAt(sections, index);
		if (item?.kind === "group") {
			grid.activate({ index, column: 0 });
			props.onToggleGroup?.(item.section.id);
			return;
		}
		const row = item?.row;
		if (row === undefined || target.closest("a,button") !== null) return;
		const isBox = target.closest("[data-select]") !== null;
		if (event.shiftKey) void chosen.extendTo(index, active?.index ?? index);
		else if (isBox || event.ctrlKey || event.metaKey) chosen.toggle(row, index);
		else props.onActiveChange?.(row, "pointer");
		grid.activate({ index, column: isBox ? 0 : placeOf(target) });
		// Keys work on from here.
		grid.scroller.current?.focus({ preventScroll: true });
	}

	function onDoubleClick(event: MouseEvent): void {
		const target = event.target as Element;
		const isOwn = target.closest("[data-editor],a,button,input") === null;
		const place = target.closest<HTMLElement>("[data-index]");
		if (!isOwn || place === null) return;
		const item = itemAt(sections, Number(place.dataset.index));
		if (item?.kind !== "row" || item.row === undefined) return;
		const column = commands.columnAt(placeOf(target));
		const isEdited =
			column !== undefined && props.onEdit?.(item.row, column.id) === true;
		if (!isEdited) props.onOpen?.(item.row);
	}

	return { onClick, onDoubleClick };
}

/** Which column of the screen an element is in. */
function placeOf(target: Element): number {
	const cell = target.closest<HTMLElement>("[data-column]");
	return Number(cell?.dataset.column ?? 1);
}
