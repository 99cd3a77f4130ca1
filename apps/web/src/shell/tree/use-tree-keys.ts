import type { LiveRow } from "@xo/contract";
import { useTypedWord } from "@xo/ui";
import { type KeyboardEvent, useRef } from "react";
import type { FindPlace } from "../../lists/find-place.ts";

interface TreeKeysOptions {
	readonly focused: number;
	readonly length: number;
	/** Rows that are loaded, by their place in the tree. */
	readonly rowAt: (index: number) => LiveRow | undefined;
	readonly isExpanded: (row: LiveRow) => boolean;
	readonly setExpanded: (id: string, isOpen: boolean) => void;
	/** Knows rows that are not loaded too. */
	readonly findPlace?: FindPlace | undefined;
	readonly moveTo: (index: number) => void;
	readonly open: (row: LiveRow) => void;
}

/** Keys of the ARIA tree pattern: arrows, Home, End, Enter, letters. */
export function useTreeKeys(
	options: TreeKeysOptions,
): (event: KeyboardEvent) => void {
	const typedWord = useTypedWord();
	const lastWord = useRef("");
	return (event) => {
		const move = moves(options)[event.key];
		if (move !== undefined) {
			event.preventDefault();
			move();
			return;
		}
		const word = typedWord(event);
		if (word === undefined) return;
		event.preventDefault();
		void find(word);
	};
	async function find(word: string): Promise<void> {
		lastWord.current = word;
		// A first letter goes on from the row that is focused.
		const from = options.focused + (word.length === 1 ? 1 : 0);
		const found = options.findPlace
			? await options.findPlace(word, from)
			: findByName(options, word, from);
		if (found === undefined || lastWord.current !== word) return;
		options.moveTo(found);
	}
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

/** The next loaded row whose name begins so, round the end. */
function findByName(
	{ length, rowAt }: TreeKeysOptions,
	text: string,
	from: number,
): number | undefined {
	for (let step = 0; step < length; step++) {
		const index = (from + step) % length;
		const name = rowAt(index)?.name_label;
		if (typeof name === "string" && name.toLowerCase().startsWith(text)) {
			return index;
		}
	}
	return undefined;
}
