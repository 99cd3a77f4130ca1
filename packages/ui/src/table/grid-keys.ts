import { columnWidth } from "./model.ts";
import { type ActiveCell, HEADER } from "./use-active.ts";

/** What a key asks of the table. */
export type GridCommand =
	| { readonly do: "move"; readonly to: ActiveCell; readonly extend: boolean }
	| { readonly do: "toggle" | "open" | "edit" | "selectAll" | "clear" }
	| { readonly do: "expand"; readonly isExpanded: boolean }
	| { readonly do: "sort"; readonly isAdded: boolean }
	| { readonly do: "moveColumn" | "resizeColumn"; readonly by: number };

export interface GridKey {
	readonly key: string;
	readonly shiftKey: boolean;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
	readonly altKey: boolean;
}

export interface GridShape {
	readonly active: ActiveCell;
	/** Items of the table. */
	readonly count: number;
	/** Columns with the checkbox. */
	readonly columns: number;
	/** Rows on a screen. */
	readonly page: number;
	readonly isGroup: boolean;
}

const RESIZE_STEP = columnWidth.min / 3;

/** The command of a key press; nothing where the key is not the table's. */
export function commandOf(
	event: GridKey,
	shape: GridShape,
): GridCommand | undefined {
	const { active, isGroup } = shape;
	const isHeader = active.index === HEADER;
	const hasCommand = event.ctrlKey || event.metaKey;
	switch (event.key) {
		case "a":
			return hasCommand ? { do: "selectAll" } : undefined;
		case "Escape":
			return { do: "clear" };
		case "F2":
			return { do: "edit" };
		case " ":
		case "Enter":
			if (isHeader) {
				return active.column === 0
					? { do: "selectAll" }
					: { do: "sort", isAdded: event.shiftKey };
			}
			return { do: event.key === " " ? "toggle" : "open" };
		case "ArrowLeft":
		case "ArrowRight": {
			const by = event.key === "ArrowLeft" ? -1 : 1;
			if (isGroup) return { do: "expand", isExpanded: by > 0 };
			if (isHeader && event.altKey) return { do: "moveColumn", by };
			if (isHeader && event.shiftKey) {
				return { do: "resizeColumn", by: by * RESIZE_STEP };
			}
			return moveTo(shape, active.index, active.column + by);
		}
		default: {
			const index = indexAfter(event.key, shape);
			if (index === undefined) return undefined;
			const command = moveTo(shape, index, active.column);
			return { ...command, extend: event.shiftKey };
		}
	}
}

function indexAfter(key: string, shape: GridShape): number | undefined {
	const { active, count, page } = shape;
	switch (key) {
		case "ArrowUp":
			return active.index - 1;
		case "ArrowDown":
			return active.index + 1;
		case "PageUp":
			return Math.max(0, active.index - page);
		case "PageDown":
			return active.index + page;
		case "Home":
			return 0;
		case "End":
			return count - 1;
		default:
			return undefined;
	}
}

function moveTo(shape: GridShape, index: number, column: number) {
	return {
		do: "move" as const,
		to: {
			index: Math.max(HEADER, Math.min(index, shape.count - 1)),
			column: Math.max(0, Math.min(column, shape.columns - 1)),
		},
		extend: false,
	};
}
