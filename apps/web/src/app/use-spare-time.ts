import { useSyncExternalStore } from "react";

/** What is needed first is there by then. */
const BUSY_MS = 2_500;

const listeners = new Set<() => void>();
let isAwaited = false;
let isSpare = false;

function begin(): void {
	isSpare = true;
	for (const listener of listeners) listener();
}

function beginWhenIdle(): void {
	// Not in every browser.
	if (typeof requestIdleCallback === "undefined") begin();
	else requestIdleCallback(begin, { timeout: BUSY_MS });
}

function subscribe(listener: () => void): () => void {
	listeners.add(listener);
	if (!isAwaited) setTimeout(beginWhenIdle, BUSY_MS);
	isAwaited = true;
	return () => listeners.delete(listener);
}

/** Whether the start is over: time to load what may be asked for later. */
export function useSpareTime(): boolean {
	return useSyncExternalStore(subscribe, () => isSpare);
}
