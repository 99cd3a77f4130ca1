import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Clock } from "@xo/std";
import type { UserRow } from "@xo/store";

const LIFETIME_MS = 60_000;
const MAX_USERS = 10_000;

/** The user as read before the password was verified. */
type VerifiedUser = Pick<UserRow, "id" | "passwordHash">;

interface Entry {
	readonly proof: Buffer;
	readonly expiresAt: number;
}

/** Remembers for a minute that a password was right, so that HTTP Basic does
 *  not cost a slow hash a request. Holds keyed digests, never passwords. */
export class CredentialCache {
	readonly #clock: Clock;
	readonly #key = randomBytes(32);
	readonly #entries = new Map<string, Entry>();

	constructor({ clock }: { readonly clock: Clock }) {
		this.#clock = clock;
	}

	/** Only for the password that the user has now. */
	has(user: VerifiedUser, password: string): boolean {
		const entry = this.#entries.get(user.id);
		if (entry === undefined) return false;
		if (entry.expiresAt <= this.#clock.now()) {
			this.#entries.delete(user.id);
			return false;
		}
		return timingSafeEqual(entry.proof, this.#prove(user, password));
	}

	add(user: VerifiedUser, password: string): void {
		this.#entries.delete(user.id);
		const [oldest] = this.#entries.keys();
		if (oldest !== undefined && this.#entries.size >= MAX_USERS) {
			this.#entries.delete(oldest);
		}
		this.#entries.set(user.id, {
			proof: this.#prove(user, password),
			expiresAt: this.#clock.now() + LIFETIME_MS,
		});
	}

	/** At any change of the user. */
	drop(userId: string): void {
		this.#entries.delete(userId);
	}

	/** The stored hash is part of it: a check that began before the password
	 *  was changed cannot bring the old one back. */
	#prove({ id, passwordHash }: VerifiedUser, password: string): Buffer {
		const text = JSON.stringify([id, passwordHash ?? null, password]);
		return createHmac("sha256", this.#key).update(text).digest();
	}
}
