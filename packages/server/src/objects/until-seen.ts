import type { LiveObjects } from "./live-objects.ts";

const MAX_WAIT_MS = 10_000;

/** Waits until the daemon shows an object that a pool has just made, so that
 *  the caller can go on with its id; gives the id. After some seconds it gives
 *  up waiting: the object is there all the same. */
export async function untilSeen(
	objects: Pick<LiveObjects, "find" | "onChanges">,
	id: string,
	signal: AbortSignal,
): Promise<string> {
	if (objects.find(id) !== undefined) return id;
	const seen = Promise.withResolvers<void>();
	using _ = objects.onChanges((changes) => {
		if (changes.some((change) => change.id === id)) seen.resolve();
	});
	const end = AbortSignal.any([signal, AbortSignal.timeout(MAX_WAIT_MS)]);
	const stop = () => seen.resolve();
	end.addEventListener("abort", stop, { once: true });
	if (!end.aborted) await seen.promise;
	end.removeEventListener("abort", stop);
	return id;
}
