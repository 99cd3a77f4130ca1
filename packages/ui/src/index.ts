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
