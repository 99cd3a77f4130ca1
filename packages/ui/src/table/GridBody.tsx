// biome-ignore-all lint/a11y: the grid has the one focus and points to cells with aria-activedescendant; 100,000 rows cannot be a <table>
import { DataRow, GroupRow, SkeletonRow } from "./BodyRows.tsx";
import styles from "./DataTable.module.css";
import type { DataTableProps } from "./props.ts";
import { itemAt } from "./sections.ts";
import { isSelected } from "./selection.ts";
import type { GridModel } from "./use-grid.ts";

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
	const { gridId, items, shown, isCard, active } = grid;
	const common = { columns: shown, isCard, labels };

	function renderItem(index: number, top: number) {
		const item = itemAt(sections, index);
		if (item === undefined) return null;
		const activeColumn = active?.index === index ? active.column : undefined;
		const placed = { gridId, index, top, activeColumn };
		const { id, group } = item.section;
		if (item.kind === "group") {
			return group === undefined ? null : (
				<GroupRow key={`group ${id}`} {...placed} {...common} group={group} />
			);
		}
		const { row } = item;
		return row === undefined ? (
			<SkeletonRow key={index} index={index} top={top} {...common} />
		) : (
			<DataRow
				key={`${id} ${row.id}`}
				{...placed}
				{...common}
				row={row}
				isSelected={isSelected(selection, row.id)}
				editor={editor?.rowId === row.id ? editor : undefined}
			/>
		);
	}

	return (
		<div
			role="rowgroup"
			className={styles.body}
			style={{ height: grid.virtualizer.getTotalSize() }}
		>
			{items.map(({ index, start }) => renderItem(index, start))}
		</div>
	);
}
