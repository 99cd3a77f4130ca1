/** A signal that follows several others until it is disposed. Unlike
 *  `AbortSignal.any` it leaves nothing behind on those that live long, of which
 *  every call of a pool would add one. */
export interface LinkedSignal extends Disposable {
	readonly signal: AbortSignal;
}

export function linkSignals(signals: readonly AbortSignal[]): LinkedSignal {
	const controller = new AbortController();
	const onAbort = (event: Event) =>
		controller.abort((event.target as AbortSignal).reason);
	for (const signal of signals) {
		if (signal.aborted) controller.abort(signal.reason);
		signal.addEventListener("abort", onAbort, { once: true });
	}
	return {
		signal: controller.signal,
		[Symbol.dispose]() {
			for (const signal of signals)
				signal.removeEventListener("abort", onAbort);
		},
	};
}
