import type { ObjectPermission } from "@xo/contract";

export interface LegacyRole {
	readonly id: string;
	readonly name: string;
	readonly permissions: readonly ObjectPermission[];
}

/** The roles that an ACL entry may name. */
export const legacyRoles: readonly LegacyRole[] = [
	{ id: "viewer", name: "Viewer", permissions: ["view"] },
	{ id: "operator", name: "Operator", permissions: ["view", "operate"] },
	{
		id: "admin",
		name: "Admin",
		permissions: ["view", "operate", "administrate"],
	},
];

const byId = new Map(legacyRoles.map((role) => [role.id, role.permissions]));

/** Rights that a role gives; an unknown role gives none. */
export function permissionsOfRole(role: string): readonly ObjectPermission[] {
	return byId.get(role) ?? [];
}
