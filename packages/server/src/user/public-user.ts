import type { XoUser } from "@xo/contract";
import type { Store, UserRow } from "@xo/store";

/** A user as clients see it: never the password hash, nor the TOTP secret. */
export function toPublicUser(
	user: UserRow,
	store: Pick<Store, "groups">,
): XoUser {
	const hasProviders = Object.keys(user.authProviders).length > 0;
	return {
		id: user.id,
		email: user.email,
		groups: [...store.groups.listOfUser(user.id)],
		permission: user.permission === "admin" ? "admin" : "none",
		preferences: publicPreferences(user.preferences),
		...(hasProviders ? { authProviders: { ...user.authProviders } } : {}),
	};
}

/** Clients only ask whether a second factor is set. */
function publicPreferences(
	preferences: UserRow["preferences"],
): Record<string, unknown> {
	return preferences.otp === undefined
		? { ...preferences }
		: { ...preferences, otp: "* obfuscated *" };
}
