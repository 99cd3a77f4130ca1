import { isPlainObject } from "@xo/std";
import type { ClassModel, Message } from "@xo/xapi-wire";
import { includesRole, rolesWith } from "./roles.ts";
import type { Session } from "./sessions.ts";
import { type Database, type FieldValue, XapiFailure } from "./types.ts";

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

interface Call {
	readonly model: ClassModel;
	readonly message: Message;
	/** Without the session. */
	readonly params: readonly unknown[];
}

/** Whether the session may send the message.
 *  @throws XapiFailure `RBAC_PERMISSION_DENIED`, `INTERNAL_ERROR` for what
 *  hosts keep among themselves */
export function assertAccess(db: Database, session: Session, call: Call): void {
	const { model, message, params } = call;
	const name = `${model.name}.${message.name}`;
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
	for (const [changed, keyRole] of protectedChanges(db, call)) {
		assertRole(session, keyRole, `${permission}/key:${changed}`);
	}
}

/** The keys with roles of their own that setting a whole map would change. */
function protectedChanges(
	db: Database,
	{ model, message, params }: Call,
): [key: string, role: string][] {
	const [self, value] = params;
	if (!message.name.startsWith("set_") || !isPlainObject(value)) return [];
	const fieldName = message.name.slice("set_".length);
	const field = model.fields.find(({ name }) => name === fieldName);
	if (field?.mapKeyRoles === undefined) return [];
	const before = db.find(model.name, String(self))?.[fieldName] ?? {};
	const old = before as Readonly<Record<string, FieldValue>>;
	const changes: [string, string][] = [];
	for (const key of new Set([...Object.keys(old), ...Object.keys(value)])) {
		const role = roleOfKey(field.mapKeyRoles, key);
		if (role !== undefined && old[key] !== value[key]) {
			changes.push([key, role]);
		}
	}
	return changes;
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
