/** Resolves in a later turn of the event loop, so that long work can be cut in
 *  slices between which I/O and timers go on. */
export function nextTurn(): Promise<void> {
	return new Promise((resolve) => {
		// Browsers have no setImmediate.
		if (typeof setImmediate === "function") setImmediate(resolve);
		else setTimeout(resolve, 0);
	});
}
