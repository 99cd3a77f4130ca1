/** Resolves once a signal asks to stop; the next one ends the process at once,
 *  whatever is under way. */
export function untilStopped(): Promise<NodeJS.Signals> {
	return new Promise((resolve) => {
		let isStopping = false;
		for (const signal of ["SIGINT", "SIGTERM"] as const) {
			process.on(signal, () => {
				if (isStopping) process.exit(1);
				isStopping = true;
				resolve(signal);
			});
		}
	});
}
