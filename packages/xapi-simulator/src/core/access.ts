import type { Message } from "@xo/xapi-wire";
import { includesRole, rolesWith } from "./roles.ts";
import type { Session } from "./sessions.ts";
import { XapiFailure } from "./types.ts";

function roleOfKey(
	keys: Readonly<Record<string, string>>,
	key: string,
): string | undefined {
	for (const [pattern, role] of Object.entries(keys)) {
		const isMatch = pattern.endsWith("*")
			? key.startsWith(pattern.slice(0, -1))
			: key === pattern;
		if (isMatch) return role;
	}
	return undefined;
}

/** Whether the session may send the message.
 *  @throws XapiFailure `RBAC_PERMISSION_DENIED`, `INTERNAL_ERROR` for what
 *  hosts keep among themselves */
export function assertAccess(
	session: Session,
	call: {
		readonly className: string;
		readonly message: Message;
		/** Without the session. */
		readonly params: readonly unknown[];
	},
): void {
	const { className, message, params } = call;
	const name = `${className}.${message.name}`;
	if (message.poolInternal && !session.isPool) {
		throw new XapiFailure("INTERNAL_ERROR", [
			`Internal API "${name}" call attempted with non-pool (external) session`,
		]);
	}
	if (session.isRoot) return;
	let permission = name.toLowerCase();
	let { role } = message;
	const key = params[1];
	if (message.mapKeyRoles !== undefined && typeof key === "string") {
		const ofKey = roleOfKey(message.mapKeyRoles, key);
		if (ofKey !== undefined) {
			role = ofKey;
			permission += `/key:${key}`;
		}
	}
	assertRole(session, role, permission);
}

/** @throws XapiFailure `RBAC_PERMISSION_DENIED` */
export function assertRole(
	session: Session,
	role: string,
	permission: string,
): void {
	if (session.isRoot || includesRole(session.role, role)) return;
	throw new XapiFailure("RBAC_PERMISSION_DENIED", [
		permission,
		`No permission in user session. (Roles with this permission: ${rolesWith(role)})`,
	]);
}
