import type { LiveRow } from "@xo/contract";
import { useEffect, useSyncExternalStore } from "react";

const NONE: readonly LiveRow[] = [];

let rows = NONE;
const listeners = new Set<() => void>();

function setRows(next: readonly LiveRow[]): void {
	rows = next;
	for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

/** What is selected in the list on the screen. */
export function useSelection(): readonly LiveRow[] {
	return useSyncExternalStore(subscribe, () => rows);
}

/** Lets the palette act on these while the component is shown. The rows need
 *  `actionFields`. */
export function usePublishSelection(selected: readonly LiveRow[]): void {
	useEffect(() => setRows(selected), [selected]);
	useEffect(() => () => setRows(NONE), []);
}
