import type { ReactNode } from "react";
import type { TableLabels, TableSection, TableWindow } from "./model.ts";
import type { ColumnProps } from "./use-columns.ts";
import type { SelectionProps } from "./use-selection.ts";

/** What a table shows, and whom it tells of what users do. */
export interface DataTableProps<Row extends { readonly id: string }>
	extends ColumnProps<Row>,
		SelectionProps {
	/** Accessible name. */
	readonly label: string;
	readonly labels: TableLabels;
	readonly sections: readonly TableSection<Row>[];
	/** All rows that match, for what "all" means; default: those of sections. */
	readonly total?: number;
	readonly onWindow: (sectionId: string, window: TableWindow) => void;
	readonly onToggleGroup?: (sectionId: string) => void;
	/** Enter, or a double click. */
	readonly onOpen?: (row: Row) => void;
	/** Another row became the one that keys act on. */
	readonly onActiveChange?: (row: Row, cause: "pointer" | "key") => void;
	/** F2, or a double click, on a cell. Gives whether it can be edited. */
	readonly onEdit?: (row: Row, columnId: string) => boolean;
	/** Stands in place of one cell; its root has the attribute `data-editor`. */
	readonly editor?:
		| {
				readonly rowId: string;
				readonly columnId: string;
				readonly node: ReactNode;
		  }
		| undefined;
	/** Place of the next row, from a place on, whose name begins with what was
	 *  typed. */
	readonly findPlace?:
		| ((text: string, from: number) => Promise<number | undefined>)
		| undefined;
	/** Another value scrolls to the top: another list is shown. */
	readonly listKey?: string;
	readonly isLoading?: boolean;
	/** Stands in place of the rows. */
	readonly error?: ReactNode;
	/** Stands where there are no rows. */
	readonly empty?: ReactNode;
}
