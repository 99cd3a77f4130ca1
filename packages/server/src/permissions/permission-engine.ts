import type { ObjectPermission, XoObject } from "@xo/contract";
import type { Store, UserRow } from "@xo/store";
import { isAdministrator } from "./administrator.ts";
import { type ObjectGraph, parentsOf, requiredPartsOf } from "./inheritance.ts";
import { permissionsOfRole } from "./legacy-roles.ts";

/** Rights given on objects, by object id. */
export type Grants = ReadonlyMap<string, ReadonlySet<ObjectPermission>>;

const NO_GRANTS: Grants = new Map();

/** Inheritance is a short chain; deeper means a cycle in the data. */
const MAX_DEPTH = 8;

/** Who may do what: the only judge, for every way in. */
export class PermissionEngine {
	readonly #store: Pick<Store, "acls" | "groups">;
	readonly #graph: ObjectGraph;
	/** By user id, until somebody's rights change. */
	#grants = new Map<string, Grants>();

	constructor(store: Pick<Store, "acls" | "groups">, graph: ObjectGraph) {
		this.#store = store;
		this.#graph = graph;
	}

	/** To be called when an ACL, a group or a user has changed. */
	invalidate(): void {
		this.#grants = new Map();
	}

	isAllowed(
		user: UserRow | undefined,
		object: XoObject,
		permission: ObjectPermission,
	): boolean {
		if (user === undefined) return false;
		if (isAdministrator(user)) return true;
		const grants = this.grantsOf(user.id);
		return grants.size > 0 && this.isGranted(grants, object, permission);
	}

	/** Whether the grants give the right, on the object itself or by
	 *  inheritance. */
	isGranted(
		grants: Grants,
		object: XoObject,
		permission: ObjectPermission,
	): boolean {
		return this.#isGranted({ grants, permission }, object, 0);
	}

	/** What a user and the user's groups were given. */
	grantsOf(userId: string): Grants {
		const known = this.#grants.get(userId);
		if (known !== undefined) return known;
		const subjects = [userId, ...this.#store.groups.listOfUser(userId)];
		const entries = this.#store.acls.listOfSubjects(subjects);
		if (entries.length === 0) {
			this.#grants.set(userId, NO_GRANTS);
			return NO_GRANTS;
		}
		const grants = new Map<string, Set<ObjectPermission>>();
		for (const { object, action } of entries) {
			const rights = grants.get(object) ?? new Set();
			for (const right of permissionsOfRole(action)) rights.add(right);
			grants.set(object, rights);
		}
		this.#grants.set(userId, grants);
		return grants;
	}

	#isGranted(
		question: {
			readonly grants: Grants;
			readonly permission: ObjectPermission;
		},
		object: XoObject,
		depth: number,
	): boolean {
		if (question.grants.get(object.id)?.has(question.permission)) return true;
		if (depth === MAX_DEPTH) return false;
		const ask = (id: string) => {
			const other = this.#graph.find(id);
			return other !== undefined && this.#isGranted(question, other, depth + 1);
		};
		if (parentsOf(object, this.#graph).some(ask)) return true;
		const parts = requiredPartsOf(object);
		return parts.length > 0 && parts.every(ask);
	}
}
