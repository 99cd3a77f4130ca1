import { randomBytes } from "node:crypto";
import { ApiError } from "@xo/contract";
import type { Clock } from "@xo/std";
import type { Store, TokenRow, UserRow } from "@xo/store";
import { addressGroupOf } from "./address-group.ts";
import type { CredentialCache } from "./credential-cache.ts";
import type { PasswordHasher } from "./password.ts";
import { type Attempt, keyOf, type LoginThrottle } from "./throttle.ts";
import { hashToken } from "./token-secret.ts";
import type { TotpVerifier } from "./totp.ts";
import { Turns } from "./turns.ts";
import type { Lane } from "./work-queue.ts";

export interface Credentials {
	readonly email?: string | undefined;
	readonly username?: string | undefined;
	readonly password?: string | undefined;
	readonly otp?: string | undefined;
	readonly token?: string | undefined;
}

/** What a person types, and from where. */
export interface PasswordAttempt extends Attempt {
	readonly password: string;
	readonly otp?: string | undefined;
}

export interface SignedIn {
	readonly user: UserRow;
	/** When it was one. */
	readonly token: TokenRow | undefined;
}

export interface AuthenticationDependencies {
	readonly store: Store;
	readonly clock: Clock;
	readonly hasher: PasswordHasher;
	readonly throttle: LoginThrottle;
	readonly credentialCache: CredentialCache;
	readonly totp: TotpVerifier;
}

/** The password was right, and a code is needed. */
export const OTP_REQUIRED = { otp: "required" } as const;

function invalidCredentials(): ApiError {
	return new ApiError("invalidCredentials");
}

/** Tells who somebody is, from a password or a token. */
export class AuthenticationService {
	readonly #dependencies: AuthenticationDependencies;
	readonly #turns = new Turns();

	constructor(dependencies: AuthenticationDependencies) {
		this.#dependencies = dependencies;
	}

	/** @throws ApiError `invalidCredentials`, `tooManyRequests` */
	async signIn(credentials: Credentials, address: string): Promise<SignedIn> {
		if (credentials.token !== undefined) {
			return this.signInWithToken(credentials.token, address);
		}
		const login = credentials.email ?? credentials.username;
		const { password, otp } = credentials;
		if (!login || !password) throw invalidCredentials();
		const user = await this.checkPassword({
			login,
			password,
			otp,
			address,
		});
		return { user, token: undefined };
	}

	/** @throws ApiError `invalidCredentials` */
	signInWithToken(secret: string, address: string): SignedIn {
		const { store, clock } = this.#dependencies;
		const token = store.tokens.find(hashToken(secret));
		const now = clock.now();
		if (token === undefined || token.expiresAt <= now) {
			throw invalidCredentials();
		}
		const user = store.users.find(token.userId);
		if (user === undefined) throw invalidCredentials();
		store.tokens.recordUse(token.id, address, now);
		return { user, token };
	}

	/** For HTTP Basic: a credential verified a moment ago is not hashed anew.
	 *  @throws ApiError `invalidCredentials`, `tooManyRequests` */
	async checkBasic(credential: PasswordAttempt): Promise<UserRow> {
		const known = this.#findVerified(credential);
		if (known !== undefined) return known;
		return this.#turns.take(keyOf(credential), async () => {
			// Of many requests at once, the first has verified for the others.
			const verified = this.#findVerified(credential);
			if (verified !== undefined) return verified;
			const user = await this.#verify(credential);
			if (typeof user.preferences.otp !== "string") {
				this.#dependencies.credentialCache.add(user, credential.password);
			}
			return user;
		});
	}

	/** The user of a credential that was right a moment ago. */
	#findVerified(credential: {
		readonly login: string;
		readonly password: string;
	}): UserRow | undefined {
		const { store, credentialCache } = this.#dependencies;
		const user = store.users.findByEmail(credential.login);
		if (user === undefined || typeof user.preferences.otp === "string") {
			return undefined;
		}
		return credentialCache.has(user, credential.password) ? user : undefined;
	}

	/** Whether it is the user's password; no second factor.
	 *  @throws ApiError `tooManyRequests` */
	isPasswordRight(
		user: UserRow,
		{ password, address }: { password: string; address: string },
	): Promise<boolean> {
		const attempt = { login: user.email, address };
		const check = () =>
			this.#dependencies.hasher.verify(password, user.passwordHash);
		return this.#turns.take(keyOf(attempt), () =>
			this.#throttled(attempt, check),
		);
	}

	/** The same time for an unknown user as for a wrong password.
	 *  @throws ApiError `invalidCredentials`, `tooManyRequests` */
	checkPassword(credential: PasswordAttempt): Promise<UserRow> {
		return this.#turns.take(keyOf(credential), () => this.#verify(credential));
	}

	async #verify(credential: PasswordAttempt): Promise<UserRow> {
		const { store, hasher } = this.#dependencies;
		const user = store.users.findByEmail(credential.login);
		const isRight = await this.#throttled(credential, async (lane) => {
			const { password, otp } = credential;
			const isPasswordRight =
				(await hasher.verify(password, user?.passwordHash, { lane })) &&
				user !== undefined;
			return isPasswordRight && this.#isSecondFactorRight(user, otp);
		});
		if (user === undefined || !isRight) throw invalidCredentials();
		return user;
	}

	async #throttled(
		attempt: Attempt,
		check: (lane: Lane) => Promise<boolean>,
	): Promise<boolean> {
		const { throttle } = this.#dependencies;
		const isKnown = throttle.isKnown(attempt) || this.#hasUsedToken(attempt);
		const trial = throttle.begin(attempt, isKnown);
		let isRight: boolean;
		try {
			const key = addressGroupOf(attempt.address);
			isRight = await check({ key, isKnown });
		} catch (error) {
			throttle.noteNothing(trial);
			throw error;
		}
		if (isRight) throttle.noteSuccess(trial);
		else throttle.noteFailure(trial);
		return isRight;
	}

	/** Whether a token of the user was used from there: known also after a
	 *  restart. */
	#hasUsedToken({ login, address }: Attempt): boolean {
		const { users, tokens } = this.#dependencies.store;
		const user = users.findByEmail(login);
		if (user === undefined) return false;
		const group = addressGroupOf(address);
		return tokens
			.listOfUser(user.id)
			.some(({ lastUses }) =>
				Object.keys(lastUses).some((used) => addressGroupOf(used) === group),
			);
	}

	/** Uses the code up, so it is asked only after the password was right. That
	 *  no code was given is no guess, and counts as none. */
	#isSecondFactorRight(user: UserRow, otp: string | undefined): boolean {
		const secret = user.preferences.otp;
		if (typeof secret !== "string") return true;
		if (otp === undefined) {
			throw new ApiError("invalidCredentials", { data: OTP_REQUIRED });
		}
		return this.#dependencies.totp.verify(user.id, secret, otp);
	}
}

/** 32 random bytes: 43 characters. */
export function newTokenSecret(): string {
	return randomBytes(32).toString("base64url");
}
