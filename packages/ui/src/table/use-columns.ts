import {
	columnOrderingFeature,
	columnResizingFeature,
	columnSizingFeature,
	columnVisibilityFeature,
	functionalUpdate,
	type Header,
	rowSortingFeature,
	tableFeatures,
	useTable,
} from "@tanstack/react-table";
import { useMemo } from "react";
import {
	columnWidth,
	type TableColumn,
	type TableLayout,
	type TableSort,
} from "./model.ts";

const features = tableFeatures({
	columnVisibilityFeature,
	columnOrderingFeature,
	columnSizingFeature,
	columnResizingFeature,
	rowSortingFeature,
});
type Features = typeof features;
type NoRow = Record<string, never>;
// Rows come in windows: the table model only keeps what columns do.
const noRows: NoRow[] = [];

export type HeaderModel = Header<Features, NoRow>;

export interface ColumnProps<Row> {
	readonly columns: readonly TableColumn<Row>[];
	readonly layout: TableLayout;
	readonly onLayoutChange: (layout: TableLayout) => void;
	/** Keys by the id of their columns. */
	readonly sort: readonly TableSort[];
	readonly onSortChange: (sort: readonly TableSort[]) => void;
}

/** The columns on screen, in order, with their headers and widths. */
export function useColumns<Row>(props: ColumnProps<Row>) {
	const { columns, layout, onLayoutChange, sort, onSortChange } = props;
	const definitions = useMemo(
		() =>
			columns.map((column) => ({
				id: column.id,
				header: column.header,
				// Sorting asks for an accessor, though the server sorts.
				accessorFn: () => null,
				size: column.width,
				minSize: columnWidth.min,
				maxSize: columnWidth.max,
				enableSorting: column.isSortable === true,
				sortDescFirst: column.isDescFirst === true,
			})),
		[columns],
	);
	const state = useMemo(() => {
		const known = new Set(columns.map(({ id }) => id));
		const order = layout.columns.filter((id) => known.has(id));
		const isShown = new Set(order);
		return {
			columnOrder: order,
			columnVisibility: Object.fromEntries(
				columns.map(({ id }) => [id, isShown.has(id)]),
			),
			columnSizing: { ...layout.widths },
			sorting: [...sort],
		};
	}, [columns, layout, sort]);

	const table = useTable({
		features,
		columns: definitions,
		data: noRows,
		state,
		manualSorting: true,
		columnResizeMode: "onChange",
		isMultiSortEvent: (event: unknown) =>
			(event as { shiftKey?: boolean }).shiftKey === true,
		onSortingChange: (updater) =>
			onSortChange(functionalUpdate(updater, state.sorting)),
		onColumnSizingChange: (updater) =>
			onLayoutChange({
				...layout,
				widths: roundAll(functionalUpdate(updater, state.columnSizing)),
			}),
		onColumnOrderChange: (updater) =>
			onLayoutChange({
				...layout,
				columns: functionalUpdate(updater, state.columnOrder),
			}),
	});

	const headers = table.getFlatHeaders();
	const shown = useMemo(() => {
		const byId = new Map(columns.map((column) => [column.id, column]));
		return state.columnOrder.flatMap((id) => byId.get(id) ?? []);
	}, [columns, state.columnOrder]);
	return { table, headers, shown };
}

function roundAll(widths: Readonly<Record<string, number>>) {
	return Object.fromEntries(
		Object.entries(widths).map(([id, width]) => [id, Math.round(width)]),
	);
}
