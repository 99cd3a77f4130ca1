import { useElementSize } from "@mantine/hooks";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useId, useRef } from "react";
import type { DataTableProps } from "./props.ts";
import { countItems, itemAt } from "./sections.ts";
import { useActive } from "./use-active.ts";
import { useColumns } from "./use-columns.ts";
import { useSelection } from "./use-selection.ts";
import { useWindows } from "./use-windows.ts";

const ROW_HEIGHT = 34;
const CARD_HEIGHT = 88;
const HEADER_HEIGHT = 37;
const OVERSCAN = 8;
/** Below this width of its place, in pixels, a table shows cards. */
const CARDS_BELOW = 560;
/** Before the first measure. */
const FIRST_RECT = { width: 1_000, height: 600 };

export type GridModel<Row extends { readonly id: string }> = ReturnType<
	typeof useGrid<Row>
>;

/** What a table knows: columns, items on screen, choice, active cell. */
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

	const virtualizer = useVirtualizer({
		count,
		getScrollElement: () => scroller.current,
		estimateSize: (index) =>
			itemAt(sections, index)?.kind === "group" ? ROW_HEIGHT : rowHeight,
		overscan: OVERSCAN,
		scrollPaddingEnd: HEADER_HEIGHT,
		initialRect: FIRST_RECT,
	});
	const items = virtualizer.getVirtualItems();
	const range = {
		first: items[0]?.index ?? 0,
		last: items.at(-1)?.index ?? 0,
	};
	useWindows(sections, range, props.onWindow);

	// Heights depend on the kinds of items alone.
	const shape = `${isCard} ${sections.map(({ group, length }) => (group ? length : ""))}`;
	// biome-ignore lint/correctness/useExhaustiveDependencies: another shape is what asks for it
	useEffect(() => virtualizer.measure(), [shape]);
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
		virtualizer,
		items,
		...useColumns(props),
		chosen: useSelection(props, sections, total),
		...useActive(sections, count),
	};
}
