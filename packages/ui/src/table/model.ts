import type { ReactNode } from "react";

/** A column that a table can show. */
export interface TableColumn<Row> {
	readonly id: string;
	readonly header: string;
	/** First width in pixels; users change it. */
	readonly width: number;
	readonly align?: "start" | "end";
	readonly isSortable?: boolean;
	/** Sorts from high to low first, as fits sizes and loads. */
	readonly isDescFirst?: boolean;
	/** Must be cheap: it runs for every row that scrolls in. */
	readonly cell: (row: Row) => ReactNode;
}

/** What users choose of a table's columns. */
export interface TableLayout {
	/** Ids of the columns that are shown, in order. */
	readonly columns: readonly string[];
	/** Widths in pixels, of the columns that differ from their first width. */
	readonly widths: Readonly<Record<string, number>>;
}

/** One key of a sort, the most important first. */
export interface TableSort {
	/** Id of a column. */
	readonly id: string;
	readonly desc: boolean;
}

/** A stretch of a list, from 0. */
export interface TableWindow {
	readonly offset: number;
	readonly limit: number;
}

/** A list of which a window of rows is loaded; with a header where the table
 *  is grouped, and then of length 0 while it is collapsed. */
export interface TableSection<Row> {
	readonly id: string;
	readonly group?: {
		readonly label: ReactNode;
		readonly count: number;
		readonly isExpanded: boolean;
		/** Aggregates, by id of the column that they stand in. */
		readonly cells: Readonly<Record<string, ReactNode>>;
	};
	/** Rows of the whole list. */
	readonly length: number;
	/** Place of the first loaded row. */
	readonly offset: number;
	readonly rows: readonly Row[];
}

/** The texts of a table. */
export interface TableLabels {
	readonly selectAll: string;
	readonly selectRow: string;
	readonly resize: (column: string) => string;
	readonly loading: string;
	readonly expand: string;
	readonly collapse: string;
}

/** Least and greatest width of a column, in pixels. */
export const columnWidth = { min: 48, max: 1_000 } as const;

/** What the screen shows at one place of a table. */
export type TableItem<Row> =
	| { readonly kind: "group"; readonly section: TableSection<Row> }
	| {
			readonly kind: "row";
			readonly section: TableSection<Row>;
			/** Place in its section. */
			readonly place: number;
			/** Absent while it is not loaded. */
			readonly row: Row | undefined;
	  };
