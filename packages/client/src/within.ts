import type { Clock } from "@xo/std";
import { XoConnectionError } from "./errors.ts";

/** How to wait for an answer. */
export interface CallOptions {
	/** Stops waiting; the server is not told, and may finish the work. */
	readonly signal?: AbortSignal | undefined;
	/** Longest wait, in milliseconds; default: no limit, since a dead
	 *  connection is noticed by itself. */
	readonly timeoutMs?: number | undefined;
	/** Gets the result as it arrives, before anything that arrives after it:
	 *  notifications may otherwise come first. Must not throw. */
	readonly onResult?: ((result: unknown) => void) | undefined;
}

/** Waits for `promise` no longer than the options allow. */
export function within<T>(
	promise: Promise<T>,
	{
		what,
		clock,
		signal,
		timeoutMs,
	}: Omit<CallOptions, "onResult"> & {
		readonly what: string;
		readonly clock: Clock;
	},
): Promise<T> {
	if (signal === undefined && timeoutMs === undefined) return promise;
	return new Promise((resolve, reject) => {
		const onAbort = () => settle(() => reject(signal?.reason));
		const timer =
			timeoutMs === undefined
				? undefined
				: clock.after(timeoutMs, () => {
						const message = `${what}: no answer within ${timeoutMs} ms`;
						settle(() => reject(new XoConnectionError("timeout", message)));
					});
		function settle(end: () => void) {
			timer?.[Symbol.dispose]();
			signal?.removeEventListener("abort", onAbort);
			end();
		}
		promise.then(
			(value) => settle(() => resolve(value)),
			(error) => settle(() => reject(error)),
		);
		if (signal?.aborted) onAbort();
		else signal?.addEventListener("abort", onAbort, { once: true });
	});
}
