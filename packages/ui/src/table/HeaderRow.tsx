// biome-ignore-all lint/a11y: the grid has the one focus and points to cells with aria-activedescendant; 100,000 rows cannot be a <table>
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import type { DragEvent, MouseEvent } from "react";
import styles from "./DataTable.module.css";
import type { TableLabels } from "./model.ts";
import type { HeaderModel } from "./use-columns.ts";

export interface HeaderRowProps {
	readonly gridId: string;
	readonly headers: readonly HeaderModel[];
	readonly labels: TableLabels;
	/** Ids of the columns that stand at the end of their cells. */
	readonly endColumns: ReadonlySet<string>;
	/** Position of the active cell in this row; absent when it is elsewhere. */
	readonly activeColumn: number | undefined;
	readonly selected: "none" | "some" | "all";
	readonly onSelectAll: () => void;
	readonly onMove: (id: string, place: number) => void;
}

const DRAGGED = "application/x-table-column";

export function HeaderRow(props: HeaderRowProps) {
	const { gridId, headers, labels, activeColumn, selected } = props;
	return (
		<div role="row" aria-rowindex={1} className={styles.header}>
			<div
				role="columnheader"
				aria-colindex={1}
				id={`${gridId}-h-0`}
				className={styles.check}
				data-active={activeColumn === 0 || undefined}
			>
				<input
					type="checkbox"
					tabIndex={-1}
					aria-label={labels.selectAll}
					checked={selected === "all"}
					ref={(input) => {
						if (input !== null) input.indeterminate = selected === "some";
					}}
					onChange={props.onSelectAll}
				/>
			</div>
			{headers.map((header, place) => (
				<HeaderCell
					key={header.id}
					{...{ gridId, header, place, labels, onMove: props.onMove }}
					isActive={activeColumn === place + 1}
					isEnd={props.endColumns.has(header.id)}
				/>
			))}
		</div>
	);
}

interface HeaderCellProps {
	readonly gridId: string;
	readonly header: HeaderModel;
	readonly place: number;
	readonly labels: TableLabels;
	readonly isActive: boolean;
	readonly isEnd: boolean;
	readonly onMove: (id: string, place: number) => void;
}

function HeaderCell(props: HeaderCellProps) {
	const { gridId, header, place, labels, isActive, isEnd, onMove } = props;
	const { column } = header;
	const sorted = column.getIsSorted();
	const name = String(column.columnDef.header);
	const resize = header.getResizeHandler();
	const drop = (event: DragEvent) => {
		const id = event.dataTransfer.getData(DRAGGED);
		if (id !== "") onMove(id, place);
	};
	return (
		<div
			role="columnheader"
			id={`${gridId}-h-${place + 1}`}
			aria-colindex={place + 2}
			aria-sort={ariaSort(sorted)}
			className={styles.headerCell}
			data-active={isActive || undefined}
			data-resizing={column.getIsResizing() || undefined}
			draggable
			onDragStart={(event) => event.dataTransfer.setData(DRAGGED, column.id)}
			onDragOver={(event) => event.preventDefault()}
			onDrop={drop}
		>
			<button
				type="button"
				tabIndex={-1}
				className={styles.sortButton}
				data-end={isEnd || undefined}
				disabled={!column.getCanSort()}
				onClick={(event: MouseEvent) =>
					column.toggleSorting(undefined, event.shiftKey)
				}
				title={name}
			>
				<span className={styles.headerText}>{name}</span>
				{sorted === false ? null : (
					<SortMark desc={sorted === "desc"} place={column.getSortIndex()} />
				)}
			</button>
			<div
				className={styles.resizer}
				title={labels.resize(name)}
				draggable
				onDragStart={(event) => {
					event.preventDefault();
					event.stopPropagation();
				}}
				onMouseDown={resize}
				onTouchStart={resize}
				onDoubleClick={() => column.resetSize()}
			/>
		</div>
	);
}

function SortMark({ desc, place }: { desc: boolean; place: number }) {
	const Icon = desc ? IconArrowDown : IconArrowUp;
	return (
		<>
			<Icon size={14} aria-hidden />
			{place > 0 ? <sup>{place + 1}</sup> : null}
		</>
	);
}

function ariaSort(sorted: false | "asc" | "desc") {
	if (sorted === false) return undefined;
	return sorted === "asc" ? "ascending" : "descending";
}
