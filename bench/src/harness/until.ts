import { setTimeout as wait } from "node:timers/promises";

const DEFAULT_TIMEOUT_MS = 120_000;

/** Asks again and again until there is an answer other than undefined or
 *  false.
 *  @throws Error naming `what` when the time is over */
export async function until<T>(
	what: string,
	ask: () => Promise<T | undefined | false> | T | undefined | false,
	{ everyMs = 50, timeoutMs = DEFAULT_TIMEOUT_MS } = {},
): Promise<T> {
	const deadline = performance.now() + timeoutMs;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined && answer !== false) return answer;
		if (performance.now() > deadline) {
			throw new Error(`${what}: not within ${timeoutMs / 1000} s`);
		}
		await wait(everyMs);
	}
}
