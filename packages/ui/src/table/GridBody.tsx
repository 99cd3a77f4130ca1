// biome-ignore-all lint/a11y: the grid has the one focus and points to cells with aria-activedescendant; 100,000 rows cannot be a <table>
import { useEffect, useImperativeHandle, useLayoutEffect } from "react";
import { DataRow, GroupRow } from "./BodyRows.tsx";
import styles from "./DataTable.module.css";
import type { DataTableProps } from "./props.ts";
import { itemAt } from "./sections.ts";
import { isSelected } from "./selection.ts";
import { type GridModel, ROW_HEIGHT } from "./use-grid.ts";
import { type Slot, useSlots } from "./use-slots.ts";
import { useWindows } from "./use-windows.ts";

const HEADER_HEIGHT = 37;
const OVERSCAN = 8;

interface GridBodyProps<Row extends { readonly id: string }> {
	readonly table: DataTableProps<Row>;
	readonly grid: GridModel<Row>;
}

/** The items on screen, each at its place. */
export function GridBody<Row extends { readonly id: string }>(
	props: GridBodyProps<Row>,
) {
	const { table, grid } = props;
	const { sections, labels, selection, editor } = table;
	const { gridId, shown, isCard, active, setActiveShown } = grid;
	const common = { columns: shown, isCard, labels };
	const { slots, first, last, height, virtualizer } = useGridSlots(props);
	useWindows(sections, { first, last }, table.onWindow);
	const isActiveShown =
		active !== undefined && active.index >= first && active.index <= last;
	useLayoutEffect(
		() => setActiveShown(isActiveShown),
		[setActiveShown, isActiveShown],
	);
	useImperativeHandle(
		grid.body,
		() => ({ scrollTo: (index) => virtualizer.scrollToIndex(index) }),
		[virtualizer],
	);

	function renderItem({ key, index, top }: Slot) {
		const item = itemAt(sections, index);
		if (item === undefined) return null;
		const activeColumn = active?.index === index ? active.column : undefined;
		const placed = { gridId, index, top, activeColumn };
		const { group } = item.section;
		if (item.kind === "group") {
			return group === undefined ? null : (
				<GroupRow key={`group ${key}`} {...placed} {...common} group={group} />
			);
		}
		const { row } = item;
		return (
			<DataRow
				key={key}
				{...placed}
				{...common}
				row={row}
				isSelected={row !== undefined && isSelected(selection, row.id)}
				editor={row && editor?.rowId === row.id ? editor : undefined}
			/>
		);
	}

	return (
		<div role="rowgroup" className={styles.body} style={{ height }}>
			{slots.map(renderItem)}
		</div>
	);
}

function useGridSlots<Row extends { readonly id: string }>({
	table,
	grid,
}: GridBodyProps<Row>) {
	const { sections } = table;
	const found = useSlots({
		count: grid.count,
		scroller: grid.scroller,
		overscan: OVERSCAN,
		paddingEnd: HEADER_HEIGHT,
		heightOf: (index) =>
			itemAt(sections, index)?.kind === "group" ? ROW_HEIGHT : grid.rowHeight,
		idOf: (index) => {
			const item = itemAt(sections, index);
			if (item?.kind !== "row") return `group ${item?.section.id}`;
			const { section, row } = item;
			return `${section.id} ${row?.id ?? index}`;
		},
	});
	// Heights depend on the kinds of items alone.
	const shape = `${grid.isCard} ${sections.map(({ group, length }) => (group ? length : ""))}`;
	const { virtualizer } = found;
	// biome-ignore lint/correctness/useExhaustiveDependencies: another shape is what asks for it
	useEffect(() => virtualizer.measure(), [shape]);
	return found;
}
