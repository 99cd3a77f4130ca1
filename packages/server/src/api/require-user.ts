import { unauthorized } from "@xo/contract";
import type { UserRow } from "@xo/store";
import type { Caller } from "./caller.ts";

/** The caller's user; the dispatcher has checked it where the operation asks
 *  for sign-in. */
export function requireUser(caller: Caller): UserRow {
	if (caller.user === undefined) throw unauthorized(undefined);
	return caller.user;
}
