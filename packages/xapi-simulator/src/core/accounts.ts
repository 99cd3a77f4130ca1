import { datamodel } from "@xo/xapi-wire";
import { roleRef } from "./roles.ts";
import { NULL_OWNER, type SessionOwner } from "./sessions.ts";
import { type Database, type Ref, XapiFailure } from "./types.ts";

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

/** Adds the subjects that the pool is to have. */
export function seedAccounts(db: Database, accounts: Accounts): void {
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
	const held = db.get("subject", subject).roles as readonly Ref[];
	const role = datamodel.roles.find((name) => held.includes(roleRef(name)));
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
