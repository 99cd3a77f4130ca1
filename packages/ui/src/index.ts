/** Charts inside share one time axis, zoom and crosshair. */
export { ChartGroup } from "./charts/ChartGroup.tsx";
export type { TimeChartLabels } from "./charts/chart-labels.ts";
export { loadPlots } from "./charts/load-plots.ts";
/** Lines over time; series of up to tens of thousands of values. */
export { TimeChart, type TimeChartProps } from "./charts/TimeChart.tsx";
export type { TimeData, TimeSeries } from "./charts/time-data.ts";
export type { Unit } from "./charts/units.ts";
/** The screen of a machine over RFB, with keyboard, mouse and clipboard. */
export { ConsoleView, type ConsoleViewProps } from "./console/ConsoleView.tsx";
export type { ConsoleLabels } from "./console/console-labels.ts";
/** Used, provisioned and free of a capacity. */
export {
	Meter,
	type MeterLabels,
	type MeterProps,
} from "./indicators/Meter.tsx";
/** The course of a few dozen values, as wide as a word. */
export { Sparkline, type SparklineProps } from "./indicators/Sparkline.tsx";
/** How many objects are in a state. */
export { StateCount, type StateCountProps } from "./indicators/StateCount.tsx";
export type { SearchProperty } from "./search/completion.ts";
export {
	QueryBuilder,
	type QueryBuilderProps,
} from "./search/QueryBuilder.tsx";
export type {
	QueryBuilderLabels,
	QueryGroup,
	QueryNode,
	QueryOperator,
	QueryRule,
} from "./search/query.ts";
export {
	SearchBox,
	type SearchBoxProps,
	type SearchError,
} from "./search/SearchBox.tsx";
export {
	ColumnMenu,
	type ColumnMenuLabels,
	type ColumnMenuProps,
} from "./table/ColumnMenu.tsx";
export { DataTable } from "./table/DataTable.tsx";
export {
	type ExportColumn,
	exportCsv,
	exportJson,
	saveFile,
} from "./table/export.ts";
export type {
	TableColumn,
	TableLabels,
	TableLayout,
	TableSection,
	TableSort,
	TableWindow,
} from "./table/model.ts";
export type { DataTableProps } from "./table/props.ts";
export {
	countSelected,
	emptySelection,
	isSelected,
	type TableSelection,
} from "./table/selection.ts";
export { useTypedWord } from "./table/typed-word.ts";
/** The part of a long list that is on screen, in elements that are filled anew
 *  while one scrolls. */
export { type Slot, type SlotOptions, useSlots } from "./table/use-slots.ts";
