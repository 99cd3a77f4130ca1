import { ApiError } from "@xo/contract";
import type { Clock } from "@xo/std";

const DELAY_MS = 2_000;
const MAX_LOGINS = 10_000;

/** After a wrong password, every attempt for that login fails for 2 s. */
export class LoginThrottle {
	readonly #clock: Clock;
	/** Login -> when it may try again; oldest first. */
	readonly #until = new Map<string, number>();

	constructor({ clock }: { readonly clock: Clock }) {
		this.#clock = clock;
	}

	/** Before a password is looked at.
	 *  @throws ApiError `tooManyRequests` */
	check(login: string): void {
		const until = this.#until.get(login.toLowerCase());
		if (until === undefined || until <= this.#clock.now()) return;
		throw new ApiError("tooManyRequests", {
			message:
				"too fast authentication tries: wait two seconds, then try again",
		});
	}

	noteFailure(login: string): void {
		const now = this.#clock.now();
		const key = login.toLowerCase();
		this.#until.delete(key);
		this.#forgetOld(now);
		this.#until.set(key, now + DELAY_MS);
	}

	/** Of attempts made at the same time, a right one does not count once a
	 *  wrong one has failed: else a burst of guesses would pass unslowed.
	 *  @throws ApiError `tooManyRequests` */
	noteSuccess(login: string): void {
		this.check(login);
		this.#until.delete(login.toLowerCase());
	}

	#forgetOld(now: number): void {
		for (const [login, until] of this.#until) {
			if (until > now && this.#until.size < MAX_LOGINS) return;
			this.#until.delete(login);
		}
	}
}
