import { createHash } from "node:crypto";
import { datamodel, type Role } from "@xo/xapi-wire";
import type { Ref } from "./types.ts";

const ROOT_ONLY = "local-root-only";
const POOL_ADMIN_UUID = "0165f154-ba3e-034e-6b27-5d271af109ba";

/** Whether who holds one role may do what needs another. */
export function includesRole(held: string, needed: string): boolean {
	if (needed === ROOT_ONLY) return false;
	const { roles } = datamodel;
	return roles.indexOf(held) <= roles.indexOf(needed);
}

/** The names of the roles that may do what needs `role`. */
export function rolesWith(role: string): string {
	return datamodel.roles.filter((held) => includesRole(held, role)).join(", ");
}

interface Permission {
	/** `vm.start`, `vm.add_to_other_config/key:folder`, `http/put_import` */
	readonly name: string;
	/** The least powerful role that has it. */
	readonly role: Role;
}

function* listPermissions(): Generator<Permission> {
	for (const model of datamodel.classes.values()) {
		for (const { name, kind, role, mapKeyRoles = {} } of model.messages) {
			const permission = `${model.name}.${name}`.toLowerCase();
			yield { name: permission, role };
			if (kind === "setter") continue;
			for (const [key, keyRole] of Object.entries(mapKeyRoles)) {
				yield { name: `${permission}/key:${key}`, role: keyRole };
			}
		}
	}
	for (const { name, role, rbacChecked } of datamodel.httpActions) {
		if (rbacChecked) yield { name: `http/${name}`, role };
	}
}

let permissions: readonly Permission[] | undefined;

/** All that some role allows. */
function grantablePermissions(): readonly Permission[] {
	permissions ??= [...listPermissions()].filter(
		({ role }) => role !== ROOT_ONLY,
	);
	return permissions;
}

const namesOfRole = new Map<string, readonly string[]>();

/** The names of all permissions that a role has. */
export function permissionsOf(role: string): readonly string[] {
	let names = namesOfRole.get(role);
	if (names === undefined) {
		names = grantablePermissions()
			.filter((permission) => includesRole(role, permission.role))
			.map(({ name }) => name);
		namesOfRole.set(role, names);
	}
	return names;
}

/** Static uuids, as XAPI's built-in roles and permissions have. */
export function roleUuid(role: string): string {
	if (role === "pool-admin") return POOL_ADMIN_UUID;
	const hex = createHash("md5").update(`role:${role}`).digest("hex");
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export function roleRef(role: string): Ref {
	return `OpaqueRef:${roleUuid(role)}`;
}
