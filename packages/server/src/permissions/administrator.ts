import type { UserRow } from "@xo/store";

/** Administrators may do everything. */
export function isAdministrator(user: UserRow | undefined): boolean {
	return user?.permission === "admin";
}
