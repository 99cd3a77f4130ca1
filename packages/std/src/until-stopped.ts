/** Whoever starts us through npm sends the same Ctrl-C several times: the
 *  terminal to all, and each process to its child. */
const SAME_SIGNAL_MS = 1_000;

/** Resolves once a signal asks to stop; a later one ends the process at once,
 *  whatever is under way. Node.js only. */
export function untilStopped(): Promise<NodeJS.Signals> {
	return new Promise((resolve) => {
		let stoppedAt: number | undefined;
		for (const signal of ["SIGINT", "SIGTERM"] as const) {
			process.on(signal, () => {
				const now = performance.now();
				if (stoppedAt !== undefined && now - stoppedAt > SAME_SIGNAL_MS) {
					process.exit(1);
				}
				stoppedAt ??= now;
				resolve(signal);
			});
		}
	});
}
