import type { CallContext, Pool } from "../core/types.ts";

/** Aborted when the pool stops; a pool that never stops has none. */
export function stopSignalOf(pool: Pool): AbortSignal | undefined {
	if (!("stopSignal" in pool)) return undefined;
	const { stopSignal } = pool;
	return stopSignal instanceof AbortSignal ? stopSignal : undefined;
}

/** The context of work that goes on after its call was answered: it has no
 *  task, and ends with the pool instead of with the call. */
export function backgroundOf(context: CallContext): CallContext {
	return {
		...context,
		task: undefined,
		signal: stopSignalOf(context.pool) ?? context.signal,
	};
}
