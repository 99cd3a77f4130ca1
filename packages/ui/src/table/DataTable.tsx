// biome-ignore-all lint/a11y: the grid has the one focus and points to cells with aria-activedescendant; 100,000 rows cannot be a <table>
import { useMergedRef } from "@mantine/hooks";
import { type CSSProperties, type KeyboardEvent, useRef } from "react";
import { createCommands } from "./commands.ts";
import styles from "./DataTable.module.css";
import { GridBody } from "./GridBody.tsx";
import { commandOf } from "./grid-keys.ts";
import { HeaderRow } from "./HeaderRow.tsx";
import { createPointer } from "./pointer.ts";
import type { DataTableProps } from "./props.ts";
import { itemAt } from "./sections.ts";
import { useTypedWord } from "./typed-word.ts";
import { type ActiveCell, HEADER } from "./use-active.ts";
import { type GridModel, useGrid } from "./use-grid.ts";

const CHECK_WIDTH = 40;

/** A table over windows of a list, or of a list for each group. One stop of
 *  the tab key: arrows move inside, also to the header. */
export function DataTable<Row extends { readonly id: string }>(
	props: DataTableProps<Row>,
) {
	const { sections, labels } = props;
	const grid = useGrid(props);
	const { active, chosen, count, headers } = grid;
	const commands = createCommands(props, grid);
	const pointer = createPointer(props, grid, commands);
	const typedWord = useTypedWord();
	const lastWord = useRef("");
	const gridRef = useMergedRef(grid.scroller, grid.sizeRef);

	function onKeyDown(event: KeyboardEvent): void {
		// Keys inside an editor or a link are theirs.
		if (event.target !== event.currentTarget) return;
		const from = active ?? { index: 0, column: 1 };
		const command = commandOf(event, {
			active: from,
			count,
			columns: grid.shown.length + 1,
			page: grid.page,
			isGroup: itemAt(sections, from.index)?.kind === "group",
		});
		if (command === undefined) {
			const word = typedWord(event);
			if (word !== undefined) void find(word, from);
			return;
		}
		event.preventDefault();
		commands.run(command, from);
	}
	async function find(word: string, from: ActiveCell): Promise<void> {
		lastWord.current = word;
		// A first letter goes on from the row that is active.
		const start = Math.max(0, from.index + (word.length === 1 ? 1 : 0));
		const index = await props.findPlace?.(word, start);
		if (index === undefined || lastWord.current !== word) return;
		const to = { index, column: Math.max(1, from.column) };
		commands.run({ do: "move", to, extend: false }, from);
	}

	const isEmpty = count === 0 && props.isLoading !== true;
	const note = props.error ?? (isEmpty ? props.empty : undefined);
	return (
		<div className={styles.frame}>
			<div
				ref={gridRef}
				role="grid"
				tabIndex={0}
				className={styles.grid}
				aria-label={props.label}
				aria-rowcount={count + 1}
				aria-colcount={headers.length + 1}
				aria-multiselectable
				aria-busy={props.isLoading === true}
				aria-activedescendant={activeId(props, grid)}
				data-cards={grid.isCard || undefined}
				style={gridStyle(headers.map((header) => header.getSize()))}
				onKeyDown={onKeyDown}
				onClick={pointer.onClick}
				onDoubleClick={pointer.onDoubleClick}
				onMouseDown={(event) => {
					// Shift and a click choose rows, not text.
					if (event.shiftKey) event.preventDefault();
				}}
				onFocus={(event) => {
					if (event.target === event.currentTarget && active === undefined) {
						grid.activate({ index: count === 0 ? HEADER : 0, column: 1 });
					}
				}}
			>
				<HeaderRow
					gridId={grid.gridId}
					headers={headers}
					labels={labels}
					endColumns={endColumnsOf(grid.shown)}
					activeColumn={active?.index === HEADER ? active.column : undefined}
					selected={chosen.state}
					onSelectAll={chosen.toggleAll}
					onMove={commands.moveColumn}
				/>
				<GridBody table={props} grid={grid} />
			</div>
			{note ? <div className={styles.note}>{note}</div> : null}
		</div>
	);
}

function endColumnsOf(
	columns: readonly { readonly id: string; readonly align?: string }[],
): ReadonlySet<string> {
	return new Set(
		columns.filter(({ align }) => align === "end").map(({ id }) => id),
	);
}

/** Id of the active cell; nothing while its row is not on screen. */
function activeId<Row extends { readonly id: string }>(
	{ sections }: DataTableProps<Row>,
	{ gridId, active, isActiveShown }: GridModel<Row>,
): string | undefined {
	if (active === undefined) return undefined;
	if (active.index === HEADER) return `${gridId}-h-${active.column}`;
	if (!isActiveShown) return undefined;
	const isGroup = itemAt(sections, active.index)?.kind === "group";
	return `${gridId}-${active.index}-${isGroup ? 0 : active.column}`;
}

function gridStyle(widths: readonly number[]): CSSProperties {
	const tracks = widths.map((width, place) =>
		place === widths.length - 1 ? `minmax(${width}px, 1fr)` : `${width}px`,
	);
	const sum = widths.reduce((total, width) => total + width, CHECK_WIDTH);
	return {
		"--table-columns": `${CHECK_WIDTH}px ${tracks.join(" ")}`,
		"--table-width": `${sum}px`,
	} as CSSProperties;
}
