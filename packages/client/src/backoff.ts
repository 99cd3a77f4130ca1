const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
/** A connection that lived shorter than this counts as a failed attempt, so
 *  that a server that accepts and hangs up is not hammered. */
const STABLE_MS = 5_000;

/** How long to wait before attempt `attempt` (from 0), in milliseconds: doubles
 *  from 0.5 s to 30 s, the upper half of it random, so that the clients of a
 *  restarted server come back spread out. */
export function reconnectDelayMs(attempt: number, random: number): number {
	const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt);
	return Math.round(ceiling / 2 + (ceiling / 2) * random);
}

/** Number of the attempt that follows a connection which lived `openMs`. */
export function attemptAfter(attempt: number, openMs: number): number {
	return openMs >= STABLE_MS ? 0 : attempt + 1;
}
