import type { Clock } from "@xo/std";
import type { Store } from "@xo/store";
import type { Caller } from "../api/caller.ts";
import { isAdministrator } from "../permissions/administrator.ts";

export interface RenewDependencies {
	readonly store: Pick<Store, "users" | "tokens">;
	readonly clock: Clock;
}

/** How often an answer without end looks whether it may go on, when it has
 *  nothing to tell. */
export const RENEW_MS = 30_000;

/** Whom an answer without end is for, as of now; `undefined` once the user, the
 *  token or the password that it was asked with is gone: then it must end. */
export function renewCaller(
	caller: Caller,
	{ store, clock }: RenewDependencies,
): Caller | undefined {
	const user = caller.user && store.users.find(caller.user.id);
	if (user === undefined) return undefined;
	if (caller.tokenId === undefined) {
		if (user.passwordHash !== caller.user?.passwordHash) return undefined;
	} else {
		const token = store.tokens.find(caller.tokenId);
		if (token === undefined || token.expiresAt <= clock.now()) return undefined;
	}
	return { ...caller, user, isAdmin: isAdministrator(user) };
}
