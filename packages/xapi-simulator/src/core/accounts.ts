import { createHash } from "node:crypto";
import { datamodel, NULL_REF } from "@xo/xapi-wire";
import { NULL_OWNER, type SessionOwner } from "./sessions.ts";
import { type Database, type Ref, XapiFailure } from "./types.ts";

const POOL_ADMIN_UUID = "0165f154-ba3e-034e-6b27-5d271af109ba";

/** A user of the pool's directory service, who is not root. */
export interface SubjectAccount {
	readonly name: string;
	readonly password: string;
	/** Names of roles; none means that the user may not sign in. */
	readonly roles: readonly string[];
}

export interface Accounts {
	readonly username: string;
	password: string;
	readonly subjects: readonly SubjectAccount[];
}

/** Static uuids, as XAPI's built-in roles have. */
function roleUuid(role: string): string {
	if (role === "pool-admin") return POOL_ADMIN_UUID;
	const hex = createHash("md5").update(`role:${role}`).digest("hex");
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export function roleRef(role: string): Ref {
	return `OpaqueRef:${roleUuid(role)}`;
}

/** Adds the built-in roles and the subjects that the pool lacks. */
export function seedAccounts(db: Database, accounts: Accounts): void {
	for (const role of datamodel.roles) {
		const ref = roleRef(role);
		if (db.find("role", ref) !== undefined) continue;
		db.create(
			"role",
			{
				uuid: roleUuid(role),
				name_label: role,
				is_internal: role === "client-cert",
			},
			{ ref },
		);
	}
	for (const { name, roles } of accounts.subjects) {
		db.create("subject", {
			subject_identifier: `S-1-5-21-${name}`,
			other_config: { "subject-name": name },
			roles: roles.map(roleRef),
		});
	}
}

/** Who signs in with that name and password.
 *  @throws XapiFailure `SESSION_AUTHENTICATION_FAILED`,
 *  `RBAC_PERMISSION_DENIED` for a subject without a role */
export function authenticate(
	db: Database,
	accounts: Accounts,
	login: {
		readonly username: string;
		readonly password: string;
		readonly originator: string;
		readonly host: Ref;
	},
): SessionOwner {
	const { username, password, originator, host } = login;
	const owner = { ...NULL_OWNER, userName: username, originator, host };
	if (username === accounts.username && password === accounts.password) {
		return owner;
	}
	const account = accounts.subjects.find(
		({ name, password: expected }) =>
			name === username && expected === password,
	);
	const subject = account && findSubject(db, username);
	if (subject === undefined) {
		throw new XapiFailure("SESSION_AUTHENTICATION_FAILED", [
			username,
			"Authentication failure",
		]);
	}
	const held = rolesOf(db, subject);
	const role = datamodel.roles.find((name) => held.includes(name));
	if (role === undefined) {
		throw new XapiFailure("RBAC_PERMISSION_DENIED", [
			"session.login_with_password",
			"The subject has no role",
		]);
	}
	return { ...owner, isRoot: false, role, subject };
}

function findSubject(db: Database, name: string): Ref | undefined {
	return db.refs("subject").find((ref) => {
		const config = db.get("subject", ref).other_config;
		return (config as Record<string, string>)["subject-name"] === name;
	});
}

function rolesOf(db: Database, subject: Ref): string[] {
	const refs = db.get("subject", subject).roles as readonly string[];
	return refs
		.filter((ref) => ref !== NULL_REF)
		.map((ref) => String(db.find("role", ref)?.name_label ?? ""));
}
