const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/** Pause before connection attempt `attempt` + 1: doubled each time up to a
 *  minute, spread so that many pools do not return at once.
 *  `random`: 0 <= x < 1. */
export function retryDelay(attempt: number, random: number): number {
	const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
	return ceiling * (0.5 + random / 2);
}
