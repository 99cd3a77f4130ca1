import type { GridCommand } from "./grid-keys.ts";
import { columnWidth } from "./model.ts";
import type { DataTableProps } from "./props.ts";
import { itemAt } from "./sections.ts";
import type { ActiveCell } from "./use-active.ts";
import type { GridModel } from "./use-grid.ts";

/** Does what keys ask of a table. */
export function createCommands<Row extends { readonly id: string }>(
	props: DataTableProps<Row>,
	grid: GridModel<Row>,
) {
	const { sections, layout } = props;
	const { chosen, table } = grid;

	function columnAt(place: number) {
		return grid.headers[place - 1]?.column;
	}

	function go(to: ActiveCell): void {
		const row = grid.activate(to);
		if (to.index >= 0) grid.body.current?.scrollTo(to.index);
		if (row !== undefined) props.onActiveChange?.(row, "key");
	}

	function moveColumn(id: string, place: number): void {
		const columns = grid.shown
			.map((column) => column.id)
			.filter((other) => other !== id);
		columns.splice(Math.max(0, place), 0, id);
		props.onLayoutChange({ ...layout, columns });
	}

	function resize(id: string, width: number): void {
		const { min, max } = columnWidth;
		const bounded = Math.round(Math.max(min, Math.min(width, max)));
		table.setColumnSizing((widths) => ({ ...widths, [id]: bounded }));
	}

	function runOnColumn(command: GridCommand, from: ActiveCell): void {
		const column = columnAt(from.column);
		if (column === undefined) return;
		if (command.do === "sort" && column.getCanSort()) {
			column.toggleSorting(undefined, command.isAdded);
		} else if (command.do === "moveColumn") {
			const place = from.column - 1 + command.by;
			if (place < 0 || place >= grid.shown.length) return;
			moveColumn(column.id, place);
			go({ ...from, column: place + 1 });
		} else if (command.do === "resizeColumn") {
			resize(column.id, column.getSize() + command.by);
		}
	}

	function runOnItem(command: GridCommand, from: ActiveCell): void {
		const item = itemAt(sections, from.index);
		if (item?.kind === "group") {
			const { id, group } = item.section;
			const isAsked =
				command.do === "expand"
					? command.isExpanded !== group?.isExpanded
					: command.do !== "edit";
			if (isAsked) props.onToggleGroup?.(id);
			return;
		}
		const row = item?.row;
		if (row === undefined) return;
		if (command.do === "toggle") chosen.toggle(row, from.index);
		else if (command.do === "open") props.onOpen?.(row);
		else if (command.do === "edit") {
			const column = columnAt(from.column);
			if (column !== undefined) props.onEdit?.(row, column.id);
		}
	}

	function run(command: GridCommand, from: ActiveCell): void {
		switch (command.do) {
			case "move":
				if (command.extend && command.to.index >= 0) {
					void chosen.extendTo(command.to.index, from.index);
				}
				go(command.to);
				break;
			case "selectAll":
				chosen.toggleAll();
				break;
			case "clear":
				chosen.clear();
				break;
			case "sort":
			case "moveColumn":
			case "resizeColumn":
				runOnColumn(command, from);
				break;
			default:
				runOnItem(command, from);
		}
	}

	return { run, columnAt, moveColumn };
}
