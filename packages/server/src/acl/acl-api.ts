import type { Store } from "@xo/store";
import type { HandlersOf } from "../api/handlers.ts";
import { requireUser } from "../api/require-user.ts";
import { legacyRoles } from "../permissions/legacy-roles.ts";
import type { PermissionEngine } from "../permissions/permission-engine.ts";

export function createAclHandlers(dependencies: {
	readonly store: Store;
	readonly permissions: PermissionEngine;
	readonly onRightsChanged: () => void;
}): HandlersOf<"acl"> & HandlersOf<"role"> {
	const { store, permissions, onRightsChanged } = dependencies;
	return {
		"acl.add": async ({ params }) => {
			await store.acls.add(params);
			onRightsChanged();
		},
		"acl.remove": async ({ params }) => {
			await store.acls.remove(params);
			onRightsChanged();
		},
		"acl.get": () => [...store.acls.list()],
		"acl.getCurrentPermissions": ({ caller }) => {
			const grants = permissions.grantsOf(requireUser(caller).id);
			return Object.fromEntries(
				[...grants].map(([id, rights]) => [
					id,
					Object.fromEntries([...rights].map((right) => [right, true])),
				]),
			);
		},
		"role.getAll": () =>
			legacyRoles.map(({ id, name, permissions: rights }) => ({
				id,
				name,
				permissions: [...rights],
			})),
	};
}
