import type { LiveRow } from "@xo/contract";
import { type KeyboardEvent, useRef } from "react";

/** Letters typed within this time belong together. */
const TYPE_AHEAD_MS = 700;

interface TreeKeysOptions {
	readonly focused: number;
	readonly length: number;
	/** Rows that are loaded, by their place in the tree. */
	readonly rowAt: (index: number) => LiveRow | undefined;
	readonly isExpanded: (row: LiveRow) => boolean;
	readonly setExpanded: (id: string, isOpen: boolean) => void;
	readonly moveTo: (index: number) => void;
	readonly open: (row: LiveRow) => void;
}

/** Keys of the ARIA tree pattern: arrows, Home, End, Enter, letters. */
export function useTreeKeys(
	options: TreeKeysOptions,
): (event: KeyboardEvent) => void {
	const typed = useRef({ text: "", at: 0 });
	return (event) => {
		const move = moves(options)[event.key];
		if (move !== undefined) {
			event.preventDefault();
			move();
			return;
		}
		const isLetter = event.key.length === 1 && !hasModifier(event);
		if (!isLetter || event.key === " ") return;
		event.preventDefault();
		const isNext = event.timeStamp - typed.current.at < TYPE_AHEAD_MS;
		const text = (isNext ? typed.current.text : "") + event.key.toLowerCase();
		typed.current = { text, at: event.timeStamp };
		const found = findByName(options, text);
		if (found !== undefined) options.moveTo(found);
	};
}

function hasModifier(event: KeyboardEvent): boolean {
	return event.ctrlKey || event.metaKey || event.altKey;
}

function moves(options: TreeKeysOptions): Readonly<Record<string, () => void>> {
	const { focused, length, rowAt, setExpanded, moveTo, open } = options;
	const row = rowAt(focused);
	const hasChildren = (row?.$children ?? 0) > 0;
	const isOpen = row !== undefined && hasChildren && options.isExpanded(row);
	return {
		ArrowDown: () => moveTo(focused + 1),
		ArrowUp: () => moveTo(focused - 1),
		Home: () => moveTo(0),
		End: () => moveTo(length - 1),
		Enter: () => row && open(row),
		ArrowRight: () => {
			if (row === undefined || !hasChildren) return;
			if (isOpen) moveTo(focused + 1);
			else setExpanded(row.id, true);
		},
		ArrowLeft: () => {
			if (isOpen) setExpanded(row.id, false);
			else moveTo(parentOf(options));
		},
	};
}

function parentOf({ focused, rowAt }: TreeKeysOptions): number {
	const depth = rowAt(focused)?.$depth ?? 0;
	if (depth === 0) return focused;
	let index = focused - 1;
	while (index > 0 && (rowAt(index)?.$depth ?? 0) >= depth) index--;
	return index;
}

/** The next row whose name begins so, from the focused one round. */
function findByName(
	{ focused, length, rowAt }: TreeKeysOptions,
	text: string,
): number | undefined {
	const first = text.length === 1 ? 1 : 0;
	for (let step = first; step < length + first; step++) {
		const index = (focused + step) % length;
		const name = rowAt(index)?.name_label;
		if (typeof name === "string" && name.toLowerCase().startsWith(text)) {
			return index;
		}
	}
	return undefined;
}
