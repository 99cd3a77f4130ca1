import { ApiError } from "@xo/contract";
import type { Clock } from "@xo/std";
import { addressGroupOf } from "./address-group.ts";

const DELAY_MS = 2_000;
/** Wrong passwords of one name from addresses that it never signed in from:
 *  so many at once, then one each so often. */
const BUDGET = 20;
const REFILL_MS = 3_000;
const MAX_ENTRIES = 10_000;
const MAX_KNOWN_ADDRESSES = 32;

/** Who tries to sign in as whom. */
export interface Attempt {
	readonly login: string;
	readonly address: string;
}

/** An attempt under way. */
export interface Trial extends Attempt {
	/** Whether it used up some of the name's budget. */
	readonly isCharged: boolean;
}

interface Budget {
	readonly left: number;
	readonly at: number;
}

/** Slows guesses down. After a wrong password its address waits 2 s before it
 *  may try that name again; others do not. Guesses from many addresses share a
 *  budget of the name, which does not hold for addresses that have signed in
 *  as it before: nobody can lock its owner out. */
export class LoginThrottle {
	readonly #clock: Clock;
	/** Attempt -> when it may be made again; oldest first. */
	readonly #until = new Map<string, number>();
	/** By name; oldest first. */
	readonly #budgets = new Map<string, Budget>();
	/** Name -> addresses that signed in. */
	readonly #known = new Map<string, Set<string>>();

	constructor({ clock }: { readonly clock: Clock }) {
		this.#clock = clock;
	}

	/** Before a password is looked at. `isKnown`: the address has signed in as
	 *  this name in an earlier life of the daemon.
	 *  @throws ApiError `tooManyRequests` */
	begin(attempt: Attempt, isKnown = false): Trial {
		const until = this.#until.get(keyOf(attempt));
		if (until !== undefined && until > this.#clock.now()) {
			throw new ApiError("tooManyRequests", {
				message:
					"too fast authentication tries: wait two seconds, then try again",
			});
		}
		const { login, address } = attempt;
		if (isKnown || this.isKnown(attempt)) {
			return { login, address, isCharged: false };
		}
		const left = this.#leftOf(login);
		if (left < 1) {
			throw new ApiError("tooManyRequests", {
				message:
					"too many authentication tries for this name: wait a minute, or sign in from an address that it has signed in from before",
			});
		}
		this.#setLeft(login, left - 1);
		return { login, address, isCharged: true };
	}

	noteFailure(trial: Trial): void {
		put(this.#until, keyOf(trial), this.#clock.now() + DELAY_MS);
	}

	/** The attempt ended without telling anything of the password. */
	noteNothing({ login, isCharged }: Trial): void {
		if (isCharged) this.#setLeft(login, this.#leftOf(login) + 1);
	}

	noteSuccess(trial: Trial): void {
		this.#until.delete(keyOf(trial));
		this.noteNothing(trial);
		const login = trial.login.toLowerCase();
		const addresses = this.#known.get(login) ?? new Set();
		const address = addressGroupOf(trial.address);
		addresses.delete(address);
		addresses.add(address);
		const [oldest] = addresses;
		if (oldest !== undefined && addresses.size > MAX_KNOWN_ADDRESSES) {
			addresses.delete(oldest);
		}
		put(this.#known, login, addresses);
	}

	/** Whether the address has signed in as this name. */
	isKnown({ login, address }: Attempt): boolean {
		const addresses = this.#known.get(login.toLowerCase());
		return addresses?.has(addressGroupOf(address)) ?? false;
	}

	#leftOf(login: string): number {
		const budget = this.#budgets.get(login.toLowerCase());
		if (budget === undefined) return BUDGET;
		const refilled = (this.#clock.now() - budget.at) / REFILL_MS;
		return Math.min(BUDGET, budget.left + refilled);
	}

	#setLeft(login: string, left: number): void {
		const key = login.toLowerCase();
		if (left >= BUDGET) this.#budgets.delete(key);
		else put(this.#budgets, key, { left, at: this.#clock.now() });
	}
}

/** One key for each name and address. */
export function keyOf({ login, address }: Attempt): string {
	return JSON.stringify([login.toLowerCase(), addressGroupOf(address)]);
}

/** The newest entry goes last; the oldest makes room. */
function put<T>(map: Map<string, T>, key: string, value: T): void {
	map.delete(key);
	const [oldest] = map.keys();
	if (oldest !== undefined && map.size >= MAX_ENTRIES) map.delete(oldest);
	map.set(key, value);
}
