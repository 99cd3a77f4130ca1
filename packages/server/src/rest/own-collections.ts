import {
	groupSchema,
	serverSchema,
	taskSchema,
	userSchema,
} from "@xo/contract";
import type { Store, UserRow } from "@xo/store";
import type { Caller } from "../api/caller.ts";
import { toPublicGroup } from "../group/group-api.ts";
import type { PoolConnectionService } from "../pools/pool-connection-service.ts";
import { maySeeTask } from "../tasks/may-see-task.ts";
import type { TaskService, XoTask } from "../tasks/task-service.ts";
import { toPublicUser } from "../user/public-user.ts";
import type { RestCollection, RestItem } from "./collection.ts";
import { filtered } from "./filtered.ts";

export interface OwnCollectionDependencies {
	readonly store: Store;
	readonly tasks: TaskService;
	readonly pools: PoolConnectionService;
}

/** A collection that is read from memory, item by item. */
function plainCollection<T extends RestItem>(
	options: Omit<RestCollection<T>, "list"> & { all(): Iterable<T> },
): RestCollection {
	const { all, ...rest } = options;
	const collection: RestCollection<T> = {
		...rest,
		list: (caller, selection) =>
			filtered(
				Iterator.from(all()).filter((item) => rest.mayRead(item, caller)),
				selection,
			),
	};
	return collection as unknown as RestCollection;
}

/** Users, groups, pool connections and tasks, by path. */
export function createOwnCollections(
	dependencies: OwnCollectionDependencies,
): ReadonlyMap<string, RestCollection> {
	const { store, tasks, pools } = dependencies;
	const toUser = (user: UserRow) => ({
		...toPublicUser(user, store),
		name: user.email,
		pw_hash: "***obfuscated***",
	});
	const isAdmin = (_: RestItem, caller: Caller) => caller.isAdmin;
	return new Map([
		[
			"users",
			plainCollection({
				path: "users",
				typeName: "user",
				resource: "user",
				schema: userSchema,
				all: () => store.users.list().map(toUser),
				find: (id) => {
					const user = store.users.find(id);
					return user && toUser(user);
				},
				mayRead: (user, caller) =>
					caller.isAdmin || user.id === caller.user?.id,
			}),
		],
		[
			"groups",
			plainCollection({
				path: "groups",
				typeName: "group",
				resource: "group",
				schema: groupSchema,
				all: () => store.groups.list().map(toPublicGroup),
				find: (id) => {
					const group = store.groups.find(id);
					return group && toPublicGroup(group);
				},
				mayRead: isAdmin,
			}),
		],
		[
			"servers",
			plainCollection({
				path: "servers",
				typeName: "server",
				resource: "server",
				schema: serverSchema,
				all: () => pools.list(),
				find: (id) => pools.find(id),
				mayRead: isAdmin,
			}),
		],
		[
			"tasks",
			plainCollection<XoTask>({
				path: "tasks",
				typeName: "task",
				resource: "task",
				schema: taskSchema,
				all: () => tasks.list(),
				find: (id) => tasks.find(id),
				mayRead: maySeeTask,
			}),
		],
	]);
}
