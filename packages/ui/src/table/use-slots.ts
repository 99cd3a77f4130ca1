import {
	type Range,
	type Rect,
	useVirtualizer,
	type Virtualizer,
} from "@tanstack/react-virtual";
import { type RefObject, useRef } from "react";
import { assignSlots, orderSlots } from "./slots.ts";

/** A list of which a part is on screen. */
export interface SlotOptions {
	readonly count: number;
	readonly scroller: RefObject<HTMLElement | null>;
	/** In pixels, of the item at an index. */
	readonly heightOf: (index: number) => number;
	/** What makes an item the same as before, wherever it stands. */
	readonly idOf: (index: number) => string;
	/** Items beyond each edge of the screen. */
	readonly overscan: number;
	/** Height of what covers the lower end of what scrolls. */
	readonly paddingEnd?: number;
}

/** An element on screen, and the item that it shows now. */
export interface Slot {
	/** For React: the same element shows one item after the other. */
	readonly key: number;
	readonly index: number;
	/** In pixels, from the top of the list. */
	readonly top: number;
}

/** Before the first measure. */
const FIRST_RECT = { width: 1_000, height: 600 };

/** The items on screen, in elements that are used again while one scrolls. */
export function useSlots(options: SlotOptions) {
	const { count, scroller, overscan } = options;
	// Elements are not given up: how many fit changes by one with each step.
	const most = useRef(0);
	const assigned = useRef<ReadonlyMap<string, number>>(new Map());
	const order = useRef<readonly number[]>([]);

	const virtualizer = useVirtualizer({
		count,
		getScrollElement: () => scroller.current,
		estimateSize: options.heightOf,
		overscan,
		scrollPaddingEnd: options.paddingEnd ?? 0,
		initialRect: FIRST_RECT,
		observeElementRect: observeSize,
		rangeExtractor: (range) => {
			const shown = range.endIndex - range.startIndex + 1 + 2 * overscan;
			most.current = Math.max(most.current, shown);
			return indexesOf(range, Math.min(most.current, range.count));
		},
	});
	const items = virtualizer.getVirtualItems();

	const ids = items.map(({ index }) => options.idOf(index));
	assigned.current = assignSlots(assigned.current, ids, items.length);
	const slots = new Map<number, Slot>();
	items.forEach(({ index, start: top }, place) => {
		const key = assigned.current.get(ids[place] ?? "") ?? place;
		slots.set(key, { key, index, top });
	});
	order.current = orderSlots(
		order.current,
		[...slots.keys()],
		virtualizer.isScrolling,
	);
	return {
		virtualizer,
		/** In the order of the document. */
		slots: order.current.flatMap((key) => slots.get(key) ?? []),
		first: items[0]?.index ?? 0,
		last: items.at(-1)?.index ?? 0,
		height: virtualizer.getTotalSize(),
	};
}

/** Is told of the size after the page has been laid out: to ask for it when the
 *  list is made would lay the page out twice. */
function observeSize(
	{ scrollElement }: Virtualizer<HTMLElement, Element>,
	onSize: (size: Rect) => void,
): (() => void) | undefined {
	if (scrollElement === null) return undefined;
	const observer = new ResizeObserver(([entry]) => {
		const [box] = entry?.borderBoxSize ?? [];
		if (box === undefined) return;
		onSize({
			width: Math.round(box.inlineSize),
			height: Math.round(box.blockSize),
		});
	});
	observer.observe(scrollElement, { box: "border-box" });
	return () => observer.disconnect();
}

/** As many as there are elements, around those that can be seen. */
function indexesOf(range: Range, length: number): number[] {
	const first = range.startIndex - range.overscan;
	const start = Math.max(0, Math.min(first, range.count - length));
	return Array.from({ length }, (_, place) => start + place);
}
