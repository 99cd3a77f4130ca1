import { datamodel } from "@xo/xapi-wire";

const ROOT_ONLY = "local-root-only";

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

const permissions = new Map<string, readonly string[]>();

/** The lower-case names of all messages that a role may send. */
export function permissionsOf(role: string): readonly string[] {
	let names = permissions.get(role);
	if (names === undefined) {
		names = [...datamodel.classes.values()].flatMap((model) =>
			model.messages
				.filter((message) => includesRole(role, message.role))
				.map((message) => `${model.name}.${message.name}`.toLowerCase()),
		);
		permissions.set(role, names);
	}
	return names;
}
