import { ApiError, noSuchObject, type XoGroup } from "@xo/contract";
import type { GroupRow, Store } from "@xo/store";
import type { HandlersOf } from "../api/handlers.ts";
import { ifDuplicate } from "../api/map-store-error.ts";

export function toPublicGroup(group: GroupRow): XoGroup {
	return {
		id: group.id,
		name: group.name,
		users: [...group.users],
		...(group.provider === undefined ? {} : { provider: group.provider }),
		...(group.providerGroupId === undefined
			? {}
			: { providerGroupId: group.providerGroupId }),
		aclRoleIds: [],
	};
}

export function createGroupHandlers(dependencies: {
	readonly store: Store;
	/** Rights of members may have changed. */
	readonly onRightsChanged: () => void;
}): HandlersOf<"group"> {
	const { store, onRightsChanged } = dependencies;
	const { groups } = store;

	function get(id: string): GroupRow {
		const group = groups.find(id);
		if (group === undefined) throw noSuchObject(id, "group");
		return group;
	}

	function checkUser(id: string): void {
		if (store.users.find(id) === undefined) throw noSuchObject(id, "user");
	}

	const alreadyExists = (name: string) =>
		ifDuplicate(
			() =>
				new ApiError("objectAlreadyExists", {
					message: "group already exists",
					data: { objectId: groups.findByName(name)?.id, objectType: "group" },
				}),
		);

	return {
		"group.create": async ({ params: { name } }) => {
			const group = await groups
				.create({ name, provider: undefined, providerGroupId: undefined })
				.catch(alreadyExists(name));
			return group.id;
		},
		"group.getAll": () => groups.list().map(toPublicGroup),
		"group.set": async ({ params: { id, name } }) => {
			get(id);
			if (name === undefined) return;
			await groups.rename(id, name).catch(alreadyExists(name));
		},
		"group.setUsers": async ({ params: { id, userIds } }) => {
			get(id);
			for (const userId of userIds) checkUser(userId);
			await groups.setUsers(id, [...new Set(userIds)]);
			onRightsChanged();
		},
		"group.addUser": async ({ params: { id, userId } }) => {
			get(id);
			checkUser(userId);
			await groups.addUser(id, userId);
			onRightsChanged();
		},
		"group.removeUser": async ({ params: { id, userId } }) => {
			get(id);
			checkUser(userId);
			await groups.removeUser(id, userId);
			onRightsChanged();
		},
		"group.delete": async ({ params: { id } }) => {
			get(id);
			await groups.delete(id);
			onRightsChanged();
		},
	};
}
