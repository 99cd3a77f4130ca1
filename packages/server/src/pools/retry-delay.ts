import { XapiError } from "@xo/xapi/common";

const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;
/** A refused password is not right a second later, and each try may count
 *  against the account at the pool's directory. New settings and
 *  `server.enable` try at once. */
const REFUSED_MS = 300_000;
const REFUSALS: ReadonlySet<string> = new Set([
	"SESSION_AUTHENTICATION_FAILED",
	"SESSION_AUTHORIZATION_FAILED",
]);

/** Pause before connection attempt `attempt` + 1: doubled each time up to a
 *  minute, or minutes where the pool refused the account; spread so that many
 *  pools do not return at once. `random`: 0 <= x < 1. */
export function retryDelay(failure: {
	readonly error: unknown;
	readonly attempt: number;
	readonly random: number;
}): number {
	const { error, attempt, random } = failure;
	const isRefused = error instanceof XapiError && REFUSALS.has(error.code);
	const ceiling = isRefused
		? REFUSED_MS
		: Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
	return ceiling * (0.5 + random / 2);
}
