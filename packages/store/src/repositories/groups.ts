import { randomUUID } from "node:crypto";
import { MultiMap } from "@xo/std";
import type { StoreContext } from "../context.ts";
import type { GroupsTable } from "../database.ts";
import { notFound } from "../errors.ts";
import type { GroupRepository, GroupRow } from "../types.ts";

/** Two parameters a member, well below what both databases take. */
const MEMBERS_PER_INSERT = 5_000;

export class Groups implements GroupRepository {
	readonly #context: StoreContext;
	readonly #onDelete: (id: string) => void;
	readonly #byId = new Map<string, GroupRow>();
	readonly #byName = new Map<string, string>();
	readonly #ofUser = new MultiMap<string, string>();

	/** @param onDelete forgets what the database deletes with a group */
	constructor(context: StoreContext, onDelete: (id: string) => void) {
		this.#context = context;
		this.#onDelete = onDelete;
	}

	async load(): Promise<void> {
		const { db } = this.#context;
		const [groups, members] = await Promise.all([
			db.selectFrom("groups").selectAll().execute(),
			db.selectFrom("group_users").selectAll().execute(),
		]);
		this.#byId.clear();
		this.#byName.clear();
		this.#ofUser.clear();
		const users = Map.groupBy(members, ({ group_id }) => group_id);
		for (const group of groups) {
			const ids = users.get(group.id)?.map(({ user_id }) => user_id);
			this.#remember(toRow(group, ids ?? []));
		}
	}

	create(group: Omit<GroupRow, "id" | "users">): Promise<GroupRow> {
		const row: GroupsTable = {
			id: randomUUID(),
			name: group.name,
			provider: group.provider ?? null,
			provider_group_id: group.providerGroupId ?? null,
		};
		const query = this.#context.db.insertInto("groups").values(row);
		return this.#context.write([query], () => this.#remember(toRow(row, [])));
	}

	find(id: string): GroupRow | undefined {
		return this.#byId.get(id);
	}

	findByName(name: string): GroupRow | undefined {
		const id = this.#byName.get(name);
		return id === undefined ? undefined : this.#byId.get(id);
	}

	list(): readonly GroupRow[] {
		return [...this.#byId.values()];
	}

	listOfUser(userId: string): readonly string[] {
		return [...this.#ofUser.get(userId)];
	}

	async rename(id: string, name: string): Promise<GroupRow> {
		const query = this.#context.db
			.updateTable("groups")
			.set({ name })
			.where("id", "=", id);
		return this.#context.write([query], () =>
			this.#remember({ ...this.#get(id), name }),
		);
	}

	async setUsers(id: string, userIds: readonly string[]): Promise<void> {
		this.#get(id);
		const users = [...new Set(userIds)];
		const { db } = this.#context;
		const inserts = [];
		for (let start = 0; start < users.length; start += MEMBERS_PER_INSERT) {
			const values = users
				.slice(start, start + MEMBERS_PER_INSERT)
				.map((user_id) => ({ group_id: id, user_id }));
			inserts.push(db.insertInto("group_users").values(values));
		}
		const clear = db.deleteFrom("group_users").where("group_id", "=", id);
		await this.#context.write([clear, ...inserts], () => {
			this.#remember({ ...this.#get(id), users });
		});
	}

	async addUser(id: string, userId: string): Promise<void> {
		this.#get(id);
		const query = this.#context.db
			.insertInto("group_users")
			.values({ group_id: id, user_id: userId })
			.onConflict((conflict) => conflict.doNothing());
		await this.#context.write([query], () => {
			const group = this.#get(id);
			const users = [...new Set([...group.users, userId])];
			this.#remember({ ...group, users });
		});
	}

	async removeUser(id: string, userId: string): Promise<void> {
		this.#get(id);
		const query = this.#context.db
			.deleteFrom("group_users")
			.where("group_id", "=", id)
			.where("user_id", "=", userId);
		await this.#context.write([query], () => {
			const group = this.#byId.get(id);
			if (group !== undefined) this.#removeMember(group, userId);
		});
	}

	delete(id: string): Promise<boolean> {
		const { db } = this.#context;
		const queries = [
			db.deleteFrom("acls").where("subject", "=", id),
			db.deleteFrom("groups").where("id", "=", id),
		];
		return this.#context.write(queries, ([, groups]) => {
			if (groups?.changes !== 1) return false;
			this.#forget(id);
			this.#onDelete(id);
			return true;
		});
	}

	/** The database has removed the user's memberships. */
	forgetUser(userId: string): void {
		for (const id of this.listOfUser(userId)) {
			this.#removeMember(this.#get(id), userId);
		}
	}

	#removeMember(group: GroupRow, userId: string): void {
		const users = group.users.filter((user) => user !== userId);
		this.#remember({ ...group, users });
	}

	#get(id: string): GroupRow {
		const group = this.#byId.get(id);
		if (group === undefined) throw notFound("group", id);
		return group;
	}

	#remember(group: GroupRow): GroupRow {
		this.#forget(group.id);
		this.#byId.set(group.id, group);
		this.#byName.set(group.name, group.id);
		for (const user of group.users) this.#ofUser.add(user, group.id);
		return group;
	}

	#forget(id: string): void {
		const group = this.#byId.get(id);
		if (group === undefined) return;
		this.#byId.delete(id);
		this.#byName.delete(group.name);
		for (const user of group.users) this.#ofUser.delete(user, id);
	}
}

function toRow(group: GroupsTable, users: readonly string[]): GroupRow {
	return {
		id: group.id,
		name: group.name,
		provider: group.provider ?? undefined,
		providerGroupId: group.provider_group_id ?? undefined,
		users,
	};
}
