import {
	noSuchObject,
	type ObjectPermission,
	type ObjectType,
	unauthorized,
	type XoObjectOf,
} from "@xo/contract";
import type { Caller } from "../api/caller.ts";
import type { LiveObjects } from "../objects/live-objects.ts";
import type { PermissionEngine } from "./permission-engine.ts";

export interface ObjectJudge {
	readonly objects: Pick<LiveObjects, "find">;
	readonly permissions: Pick<PermissionEngine, "isAllowed">;
}

/** An object that stands inside of a parameter, such as a map, where the
 *  dispatcher does not look: resolved and permitted by the same rules.
 *  @throws ApiError `noSuchObject` also when the caller may not see it */
export function namedObject<T extends ObjectType>(
	{ objects, permissions }: ObjectJudge,
	caller: Caller,
	wanted: {
		readonly id: string;
		readonly type: T;
		readonly permission: ObjectPermission;
	},
): XoObjectOf<T> {
	const { id, type, permission } = wanted;
	const object = objects.find(id);
	const may = (right: ObjectPermission) =>
		object !== undefined &&
		(caller.isAdmin || permissions.isAllowed(caller.user, object, right));
	if (object?.type !== type || !may("view")) throw noSuchObject(id, type);
	if (!may(permission)) throw unauthorized(permission, { id, type });
	return object as XoObjectOf<T>;
}
