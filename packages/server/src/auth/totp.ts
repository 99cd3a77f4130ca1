import type { Clock } from "@xo/std";
import { Secret, TOTP } from "otpauth";

const PERIOD_S = 30;
const DIGITS = 6;
/** Codes of the period before and after are taken too. */
const WINDOW = 1;
const MAX_USERS = 10_000;

/** Checks the codes of authenticator apps (RFC 6238: SHA-1, 30 s, 6 digits),
 *  each of which is good for once. */
export class TotpVerifier {
	readonly #clock: Clock;
	/** User id -> counter of the last code that was taken; oldest first. */
	readonly #lastCounters = new Map<string, number>();

	constructor({ clock }: { readonly clock: Clock }) {
		this.#clock = clock;
	}

	/** @param secret in base32 */
	verify(userId: string, secret: string, code: string | undefined): boolean {
		const token = code?.replaceAll(/\s/g, "") ?? "";
		if (!/^\d{6}$/.test(token)) return false;
		const totp = createTotp(secret);
		if (totp === undefined) return false;
		const timestamp = this.#clock.now();
		const delta = totp.validate({ token, timestamp, window: WINDOW });
		if (delta === null) return false;
		return this.#useOnce(userId, totp.counter({ timestamp }) + delta);
	}

	#useOnce(userId: string, counter: number): boolean {
		const last = this.#lastCounters.get(userId);
		if (last !== undefined && counter <= last) return false;
		this.#lastCounters.delete(userId);
		const [oldest] = this.#lastCounters.keys();
		if (oldest !== undefined && this.#lastCounters.size >= MAX_USERS) {
			this.#lastCounters.delete(oldest);
		}
		this.#lastCounters.set(userId, counter);
		return true;
	}
}

function createTotp(secret: string): TOTP | undefined {
	try {
		return new TOTP({
			secret: Secret.fromBase32(secret),
			period: PERIOD_S,
			digits: DIGITS,
		});
	} catch {
		// What users put into their preferences need not be base32.
		return undefined;
	}
}
