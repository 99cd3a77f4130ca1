import { useElementSize } from "@mantine/hooks";
import { useEffect, useId, useRef, useState } from "react";
import type { DataTableProps } from "./props.ts";
import { countItems } from "./sections.ts";
import { useActive } from "./use-active.ts";
import { useColumns } from "./use-columns.ts";
import { useSelection } from "./use-selection.ts";

export const ROW_HEIGHT = 34;
const CARD_HEIGHT = 88;
/** Below this width of its place, in pixels, a table shows cards. */
const CARDS_BELOW = 560;

/** What a table asks of its body. */
export interface GridBodyHandle {
	readonly scrollTo: (index: number) => void;
}

export type GridModel<Row extends { readonly id: string }> = ReturnType<
	typeof useGrid<Row>
>;

/** What a table knows: columns, choice, active cell. */
export function useGrid<Row extends { readonly id: string }>(
	props: DataTableProps<Row>,
) {
	const { sections, listKey } = props;
	const gridId = useId();
	const scroller = useRef<HTMLDivElement>(null);
	const size = useElementSize();
	const isCard = size.width > 0 && size.width < CARDS_BELOW;
	const rowHeight = isCard ? CARD_HEIGHT : ROW_HEIGHT;
	const count = countItems(sections);
	const total =
		props.total ?? sections.reduce((sum, { length }) => sum + length, 0);

	const body = useRef<GridBodyHandle>(null);
	const [isActiveShown, setActiveShown] = useState(true);

	// biome-ignore lint/correctness/useExhaustiveDependencies: another list is what asks for it
	useEffect(() => {
		if (scroller.current !== null) scroller.current.scrollTop = 0;
	}, [listKey]);

	return {
		gridId,
		scroller,
		sizeRef: size.ref,
		isCard,
		count,
		/** Rows on a screen. */
		page: Math.max(1, Math.floor(size.height / rowHeight) - 2),
		rowHeight,
		/** Scrolling is the body's alone: nothing else is drawn anew for it. */
		body,
		/** Whether the active cell has an element. */
		isActiveShown,
		setActiveShown,
		...useColumns(props),
		chosen: useSelection(props, sections, total),
		...useActive(sections, count),
	};
}
