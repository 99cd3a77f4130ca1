// biome-ignore-all lint/a11y: the grid has the one focus and points to cells with aria-activedescendant; 100,000 rows cannot be a <table>
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { memo, type ReactNode } from "react";
import styles from "./DataTable.module.css";
import type { TableColumn, TableLabels, TableSection } from "./model.ts";

/** Columns of a card beside its title. */
const CARD_COLUMNS = 4;

interface PlacedProps {
	readonly gridId: string;
	/** Place in the whole table, from 0. */
	readonly index: number;
	readonly top: number;
	/** Position of the active cell in this row; absent when it is elsewhere. */
	readonly activeColumn: number | undefined;
}

interface DataRowProps<Row> extends PlacedProps {
	/** Absent while it is not loaded. */
	readonly row: Row | undefined;
	readonly columns: readonly TableColumn<Row>[];
	readonly isCard: boolean;
	readonly isSelected: boolean;
	readonly labels: TableLabels;
	/** Stands in place of the cell of one column. */
	readonly editor: { columnId: string; node: ReactNode } | undefined;
}

function DataRowInner<Row>(props: DataRowProps<Row>) {
	const { index, row, isCard, labels, activeColumn } = props;
	const columns = isCard
		? props.columns.slice(0, CARD_COLUMNS + 1)
		: props.columns;
	return (
		<div
			role="row"
			data-index={index}
			aria-rowindex={index + 2}
			aria-selected={row === undefined ? undefined : props.isSelected}
			data-current={activeColumn !== undefined || undefined}
			className={isCard ? styles.card : styles.row}
			style={{ transform: `translateY(${props.top}px)` }}
		>
			<div
				role="gridcell"
				{...activeCell(props, 0)}
				aria-colindex={1}
				className={styles.check}
				aria-label={row === undefined ? labels.loading : undefined}
			>
				<input
					type="checkbox"
					tabIndex={-1}
					data-select
					readOnly
					hidden={row === undefined}
					checked={props.isSelected}
					aria-label={labels.selectRow}
				/>
			</div>
			{columns.map((column, place) => (
				<div
					key={column.id}
					role="gridcell"
					{...activeCell(props, place + 1)}
					aria-colindex={place + 2}
					data-column={place + 1}
					data-title={place === 0 || undefined}
					className={column.align === "end" ? styles.endCell : styles.cell}
				>
					{isCard ? (
						<>
							{place > 0 && (
								<span className={styles.cardLabel}>{column.header}</span>
							)}
							<span className={styles.cardValue}>
								{contentOf(column, props)}
							</span>
						</>
					) : (
						contentOf(column, props)
					)}
				</div>
			))}
		</div>
	);
}

function contentOf<Row>(
	column: TableColumn<Row>,
	{ row, editor }: DataRowProps<Row>,
): ReactNode {
	if (row === undefined) return <span className={styles.bone} />;
	return editor?.columnId === column.id ? editor.node : column.cell(row);
}

/** Only the active cell is pointed at. */
function activeCell(
	{ gridId, index, activeColumn }: PlacedProps,
	column: number,
) {
	return activeColumn === column
		? { id: `${gridId}-${index}-${column}`, "data-active": true }
		: undefined;
}

// `memo` forgets the type parameter.
export const DataRow = memo(DataRowInner) as typeof DataRowInner;

interface GroupRowProps extends PlacedProps {
	readonly group: NonNullable<TableSection<unknown>["group"]>;
	readonly columns: readonly { readonly id: string; readonly align?: string }[];
	readonly isCard: boolean;
	readonly labels: TableLabels;
}

export const GroupRow = memo(function GroupRow(props: GroupRowProps) {
	const { gridId, index, group, columns, isCard, labels } = props;
	const Icon = group.isExpanded ? IconChevronDown : IconChevronRight;
	return (
		<div
			role="row"
			data-index={index}
			aria-rowindex={index + 2}
			aria-expanded={group.isExpanded}
			className={styles.groupRow}
			style={{ transform: `translateY(${props.top}px)` }}
		>
			<div
				role="gridcell"
				id={`${gridId}-${index}-0`}
				data-active={props.activeColumn !== undefined || undefined}
				className={styles.groupCell}
			>
				<button
					type="button"
					tabIndex={-1}
					data-group
					aria-label={group.isExpanded ? labels.collapse : labels.expand}
					className={styles.groupToggle}
				>
					<Icon size={16} aria-hidden />
				</button>
				<span className={styles.groupLabel}>{group.label}</span>
				<span className={styles.groupCount}>{group.count}</span>
			</div>
			{isCard
				? null
				: columns.slice(1).map(({ id, align }) => (
						<div
							key={id}
							role="gridcell"
							className={align === "end" ? styles.endCell : styles.cell}
						>
							{group.cells[id]}
						</div>
					))}
		</div>
	);
});
