import { randomBytes } from "node:crypto";
import { ApiError, invalidParameters } from "@xo/contract";
import type { Clock } from "@xo/std";
import type { Store } from "@xo/store";
import { z } from "zod";
import type { PasswordRule } from "../auth/password-rule.ts";
import { hashToken } from "../auth/token-secret.ts";
import type { UserService } from "../user/user-service.ts";

const LINK_VALIDITY_MS = 3_600_000;
const SETTING = "setup";

const linkSchema = z.object({ hash: z.string(), expiresAt: z.number() });

/** Who is to be the first administrator. */
export interface Administrator {
	readonly email: string;
	readonly password: string;
}

export interface SetupDependencies {
	readonly store: Store;
	readonly users: UserService;
	readonly clock: Clock;
	readonly passwordRule: PasswordRule;
}

/** Makes the first administrator of a store that has no user. */
export class SetupService {
	readonly #dependencies: SetupDependencies;
	#isUnderWay = false;

	constructor(dependencies: SetupDependencies) {
		this.#dependencies = dependencies;
	}

	get isNeeded(): boolean {
		return this.#dependencies.store.users.list().length === 0;
	}

	/** The secret of a new link, which takes the place of any earlier one;
	 *  `undefined` once there is a user. Only its hash is kept. */
	async renewSecret(): Promise<string | undefined> {
		const { store, clock } = this.#dependencies;
		if (!this.isNeeded) return undefined;
		const secret = randomBytes(32).toString("base64url");
		await store.settings.set(SETTING, {
			hash: hashToken(secret),
			expiresAt: clock.now() + LINK_VALIDITY_MS,
		});
		return secret;
	}

	/** Gives the id of the administrator, made by who has the link.
	 *  @throws ApiError `forbiddenOperation`, `incorrectState`,
	 *  `invalidParameters` */
	async completeWithLink(
		secret: string,
		administrator: Administrator,
	): Promise<string> {
		this.#requireNeeded();
		const { store, clock } = this.#dependencies;
		const link = linkSchema.safeParse(store.settings.get(SETTING));
		if (!link.success || link.data.hash !== hashToken(secret)) {
			throw refusedLink("it is not the one that the server printed last");
		}
		if (link.data.expiresAt <= clock.now()) {
			throw refusedLink("it was valid for an hour; restart the server");
		}
		return await this.complete(administrator);
	}

	/** @throws ApiError `incorrectState`, `invalidParameters` */
	async complete({ email, password }: Administrator): Promise<string> {
		this.#requireNeeded();
		checkEmail(email);
		this.#dependencies.passwordRule.check(password);
		this.#isUnderWay = true;
		try {
			const { users, store } = this.#dependencies;
			const id = await users.create({ email, password, permission: "admin" });
			await store.settings.set(SETTING, undefined);
			return id;
		} finally {
			this.#isUnderWay = false;
		}
	}

	#requireNeeded(): void {
		if (this.isNeeded && !this.#isUnderWay) return;
		throw new ApiError("incorrectState", {
			message: "the first administrator exists already: sign in instead",
			data: { property: "users", expected: "none", actual: "some" },
		});
	}
}

function refusedLink(reason: string): ApiError {
	return new ApiError("forbiddenOperation", {
		message: `this setup link is not good: ${reason}`,
		data: { operation: "setup", reason },
	});
}

function checkEmail(email: string): void {
	if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 320) {
		throw invalidParameters(`"${email}" is not an e-mail address`);
	}
}
