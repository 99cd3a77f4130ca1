import { datamodel, type Message } from "@xo/xapi-wire";
import type { Session } from "./sessions.ts";
import { XapiFailure } from "./types.ts";

const ROOT_ONLY = "local-root-only";

function isAllowed(session: Session, role: string): boolean {
	if (role === ROOT_ONLY) return false;
	const { roles } = datamodel;
	return roles.indexOf(session.role) <= roles.indexOf(role);
}

function rolesAllowed(role: string): string {
	const { roles } = datamodel;
	return role === ROOT_ONLY
		? ""
		: roles.slice(0, roles.indexOf(role) + 1).join(", ");
}

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
	if (session.isRoot || isAllowed(session, role)) return;
	throw new XapiFailure("RBAC_PERMISSION_DENIED", [
		permission,
		`No permission in user session. (Roles with this permission: ${rolesAllowed(role)})`,
	]);
}
