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
