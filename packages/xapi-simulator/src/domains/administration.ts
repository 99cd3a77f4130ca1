import type { CallContext, HandlerTable, Ref } from "../core/types.ts";
import { list, text } from "./record.ts";
import { raise } from "./rules/refusal.ts";

/** A role and all it contains. */
function permissionsOf(
	context: CallContext,
	role: Ref,
	seen: Set<Ref>,
): Set<Ref> {
	if (seen.has(role)) return seen;
	seen.add(role);
	for (const inner of list(context.db.get("role", role), "subroles")) {
		permissionsOf(context, inner, seen);
	}
	return seen;
}

function leaves(context: CallContext, role: Ref): Ref[] {
	return [...permissionsOf(context, role, new Set())].filter(
		(it) => list(context.db.get("role", it), "subroles").length === 0,
	);
}

function namesOf({ db }: CallContext, roles: readonly Ref[]): string[] {
	return roles.map((role) => text(db.get("role", role), "name_label"));
}

function rolesWith(context: CallContext, permission: Ref): Ref[] {
	return context.db
		.refs("role")
		.filter((role) => permissionsOf(context, role, new Set()).has(permission));
}

function addRole({ db }: CallContext, subject: Ref, role: Ref): undefined {
	if (db.find("role", role) === undefined) raise(["ROLE_NOT_FOUND"]);
	const roles = list(db.get("subject", subject), "roles");
	if (roles.includes(role)) raise(["ROLE_ALREADY_EXISTS"]);
	db.update("subject", subject, { roles: [...roles, role] });
}

function removeRole({ db }: CallContext, subject: Ref, role: Ref): undefined {
	const roles = list(db.get("subject", subject), "roles");
	if (!roles.includes(role)) raise(["ROLE_NOT_FOUND"]);
	db.update("subject", subject, { roles: roles.filter((it) => it !== role) });
}

export const administrationHandlers: HandlerTable = {
	"subject.add_to_roles": addRole,
	"subject.remove_from_roles": removeRole,
	"subject.get_permissions_name_label": (context, subject: Ref) => {
		const roles = list(context.db.get("subject", subject), "roles");
		const all = roles.flatMap((role) => leaves(context, role));
		return [...new Set(namesOf(context, all))];
	},
	"role.get_permissions": leaves,
	"role.get_permissions_name_label": (context, role: Ref) =>
		namesOf(context, leaves(context, role)),
	"role.get_by_permission": rolesWith,
	"role.get_by_permission_name_label": (context, label: string) => {
		const named = context.db
			.refs("role")
			.filter((it) => context.db.get("role", it).name_label === label);
		return [...new Set(named.flatMap((it) => rolesWith(context, it)))];
	},
	"secret.introduce": (
		{ db },
		...[uuid, value, other_config = {}]: [
			string,
			string,
			Record<string, string>?,
		]
	) => db.create("secret", { uuid, value, other_config }),
};
