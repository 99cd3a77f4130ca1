const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;

/** Milliseconds to wait before the `attempt`th (from 0) reconnection: doubles
 *  up to half a minute; half of it is jitter, so that the daemons of a site do
 *  not all return in the same instant. `random` is in [0, 1). */
export function reconnectDelay(attempt: number, random: number): number {
	const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt);
	return Math.round(ceiling / 2 + (ceiling / 2) * random);
}
