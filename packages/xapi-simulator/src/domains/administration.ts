import { roleDatabase } from "../core/role-table.ts";
import { roleRef } from "../core/roles.ts";
import type { CallContext, HandlerTable, Ref } from "../core/types.ts";
import { list, text } from "./record.ts";
import { raise } from "./rules/refusal.ts";

function subrolesOf(role: Ref): readonly Ref[] {
	return list(roleDatabase().get("role", role), "subroles");
}

/** A role consists of permissions; a permission, of itself. */
function permissionsOf(role: Ref): readonly Ref[] {
	const subroles = subrolesOf(role);
	return subroles.length === 0 ? [role] : subroles;
}

function namesOf(roles: readonly Ref[]): string[] {
	return roles.map((role) =>
		text(roleDatabase().get("role", role), "name_label"),
	);
}

function rolesWith(permission: Ref): Ref[] {
	return roleDatabase()
		.refs("role")
		.filter(
			(role) => role === permission || subrolesOf(role).includes(permission),
		);
}

function addRole({ db }: CallContext, subject: Ref, role: Ref): undefined {
	if (roleDatabase().find("role", role) === undefined)
		raise(["ROLE_NOT_FOUND"]);
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
		return namesOf([...new Set(roles.flatMap(permissionsOf))]);
	},
	"role.get_permissions": (_context, role: Ref) => permissionsOf(role),
	"role.get_permissions_name_label": (_context, role: Ref) =>
		namesOf(permissionsOf(role)),
	"role.get_by_permission": (_context, permission: Ref) =>
		rolesWith(permission),
	"role.get_by_permission_name_label": (_context, label: string) =>
		rolesWith(roleRef(label)),
	"secret.introduce": (
		{ db },
		...[uuid, value, other_config = {}]: [
			string,
			string,
			Record<string, string>?,
		]
	) => db.create("secret", { uuid, value, other_config }),
};
