import { datamodel } from "@xo/xapi-wire";
import { MemoryDatabase } from "./database.ts";
import { permissionsOf, roleRef, roleUuid } from "./roles.ts";

let shared: MemoryDatabase | undefined;

/** The built-in roles, and each permission as a role without subroles. They
 *  belong to the toolstack: the database of a pool, its events and its counts
 *  have none of them. All pools of a process share these rows. */
export function roleDatabase(): MemoryDatabase {
	shared ??= createRoles();
	return shared;
}

function createRoles(): MemoryDatabase {
	const db = new MemoryDatabase(() => "");
	const add = (name: string, subroles: readonly string[]) =>
		db.create(
			"role",
			{
				uuid: roleUuid(name),
				name_label: name,
				subroles: subroles.map((subrole) => refOf.get(subrole) ?? ""),
				is_internal: name === "client-cert",
			},
			{ ref: roleRef(name) },
		);
	const names = permissionsOf("pool-admin");
	const refOf = new Map(names.map((name) => [name, roleRef(name)]));
	for (const role of datamodel.roles) add(role, permissionsOf(role));
	for (const name of refOf.keys()) add(name, []);
	return db;
}
