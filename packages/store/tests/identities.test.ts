import { ManualClock } from "@xo/std";
import { expect, test } from "vitest";
import type { TokenRow } from "../src/types.ts";
import { codeOf, describeEachEngine, errorOf, USER } from "./_util.ts";

const TOKEN: Omit<TokenRow, "userId"> = {
	id: "ab".repeat(32),
	clientId: "cli1",
	clientInfo: { id: "cli1" },
	description: "laptop",
	createdAt: 1_790_000_000_000,
	expiresAt: 1_792_592_000_000,
	lastUses: {},
};

describeEachEngine("users", (create) => {
	test("a user is found by id and by email, also after a restart", async () => {
		await using database = await create();
		const first = await database.open();
		const user = await first.users.create({
			...USER,
			preferences: { otp: "SECRET", theme: "dark" },
			authProviders: { ldap: "cn=ada" },
		});
		expect(user).toMatchObject({ ...USER, preferences: { otp: "SECRET" } });
		expect(first.users.findByEmail("aDA@example.ORG")).toEqual(user);
		await first[Symbol.asyncDispose]();

		await using second = await database.open();
		expect(second.users.find(user.id)).toEqual(user);
		expect(second.users.list()).toEqual([user]);
	});

	test("an email is unique without regard to case", async () => {
		await using database = await create();
		await using store = await database.open();
		await store.users.create(USER);
		const other = await store.users.create({ ...USER, email: "É@b.c" });
		const error = await errorOf(
			store.users.create({ ...USER, email: "ADA@example.org" }),
		);
		expect(error.code).toBe("duplicate");
		expect(error.message).not.toMatch(/ada/i);
		expect(await codeOf(store.users.create({ ...USER, email: "é@B.C" }))).toBe(
			"duplicate",
		);
		expect(
			await codeOf(store.users.update(other.id, { email: USER.email })),
		).toBe("duplicate");
		expect(store.users.list()).toHaveLength(2);
	});

	test("an update changes what it names and nothing else", async () => {
		await using database = await create();
		await using store = await database.open();
		const { id } = await store.users.create({
			...USER,
			preferences: { otp: "SECRET" },
		});
		const [renamed] = await Promise.all([
			store.users.update(id, { email: "grace@example.org" }),
			store.users.update(id, { permission: "admin" }),
		]);
		expect(renamed.email).toBe("grace@example.org");
		expect(store.users.find(id)).toEqual({
			...USER,
			id,
			email: "grace@example.org",
			permission: "admin",
			preferences: { otp: "SECRET" },
		});
		expect(store.users.findByEmail(USER.email)).toBeUndefined();
		await store.users.update(id, { passwordHash: undefined });
		expect(store.users.find(id)?.passwordHash).toBeUndefined();
		expect(await codeOf(store.users.update("none", {}))).toBe("not-found");
	});

	test("deleting a user takes tokens, memberships and ACLs along", async () => {
		await using database = await create();
		const first = await database.open();
		const { users, groups, tokens, acls } = first;
		const user = await users.create(USER);
		const group = await groups.create({
			name: "ops",
			provider: undefined,
			providerGroupId: undefined,
		});
		await groups.addUser(group.id, user.id);
		await tokens.create({ ...TOKEN, userId: user.id });
		await acls.add({ subject: user.id, object: "vm", action: "admin" });
		const kept = await acls.add({
			subject: group.id,
			object: "vm",
			action: "viewer",
		});
		expect(await users.delete(user.id)).toBe(true);
		expect(await users.delete(user.id)).toBe(false);
		const check = (store: typeof first) => {
			expect(store.users.list()).toEqual([]);
			expect(store.groups.list()).toEqual([{ ...group, users: [] }]);
			expect(store.groups.listOfUser(user.id)).toEqual([]);
			expect(store.tokens.list()).toEqual([]);
			expect(store.acls.list()).toEqual([kept]);
		};
		check(first);
		await first[Symbol.asyncDispose]();
		await using second = await database.open();
		check(second);
	});

	test("an update that follows a delete does not bring the user back", async () => {
		await using database = await create();
		await using store = await database.open();
		const { id } = await store.users.create(USER);
		const [isDeleted, code] = await Promise.all([
			store.users.delete(id),
			codeOf(store.users.update(id, { permission: "admin" })),
		]);
		expect([isDeleted, code]).toEqual([true, "not-found"]);
		expect(store.users.list()).toEqual([]);
	});
});

describeEachEngine("groups", (create) => {
	test("members are added, removed and replaced", async () => {
		await using database = await create();
		const first = await database.open();
		const { groups, users } = first;
		const ada = await users.create(USER);
		const bob = await users.create({ ...USER, email: "bob" });
		const { id } = await groups.create({
			name: "ops",
			provider: "ldap",
			providerGroupId: "42",
		});
		await groups.addUser(id, ada.id);
		await groups.addUser(id, ada.id);
		expect(groups.listOfUser(ada.id)).toEqual([id]);
		await groups.setUsers(id, [bob.id, ada.id, bob.id]);
		await groups.removeUser(id, ada.id);
		await groups.removeUser(id, ada.id);
		await groups.rename(id, "operators");
		const expected = {
			id,
			name: "operators",
			provider: "ldap",
			providerGroupId: "42",
			users: [bob.id],
		};
		expect(groups.findByName("operators")).toEqual(expected);
		expect(groups.findByName("ops")).toBeUndefined();
		await first[Symbol.asyncDispose]();

		await using second = await database.open();
		expect(second.groups.list()).toEqual([expected]);
		expect(second.groups.listOfUser(bob.id)).toEqual([id]);
		await second.acls.add({ subject: id, object: "vm", action: "viewer" });
		expect(await second.groups.delete(id)).toBe(true);
		expect(await second.groups.delete(id)).toBe(false);
		expect(second.groups.listOfUser(bob.id)).toEqual([]);
		expect(second.acls.list()).toEqual([]);
	});

	test("unknown users and groups and taken names are refused", async () => {
		await using database = await create();
		await using store = await database.open();
		const { groups } = store;
		const fields = { provider: undefined, providerGroupId: undefined };
		const { id } = await groups.create({ name: "ops", ...fields });
		const other = await groups.create({ name: "dev", ...fields });
		expect(await codeOf(groups.create({ name: "ops", ...fields }))).toBe(
			"duplicate",
		);
		expect(await codeOf(groups.rename(other.id, "ops"))).toBe("duplicate");
		expect(await codeOf(groups.rename("none", "x"))).toBe("not-found");
		expect(await codeOf(groups.addUser(id, "none"))).toBe("not-found");
		expect(await codeOf(groups.setUsers(id, ["none"]))).toBe("not-found");
		expect(await codeOf(groups.addUser("none", "none"))).toBe("not-found");
		expect(groups.find(id)?.users).toEqual([]);
	});
});

describeEachEngine("tokens", (create) => {
	test("a token is updated field by field and expires", async () => {
		await using database = await create();
		await using store = await database.open();
		const { tokens, users } = store;
		const { id: userId } = await users.create(USER);
		await tokens.create({ ...TOKEN, userId });
		await Promise.all([
			tokens.update(TOKEN.id, { description: "desk" }),
			tokens.update(TOKEN.id, { expiresAt: 5, clientInfo: undefined }),
		]);
		expect(tokens.listOfUser(userId)).toEqual([
			{
				...TOKEN,
				userId,
				description: "desk",
				expiresAt: 5,
				clientInfo: undefined,
			},
		]);
		expect(await tokens.deleteExpired(4)).toBe(0);
		expect(await tokens.deleteExpired(5)).toBe(1);
		expect(tokens.find(TOKEN.id)).toBeUndefined();
		await tokens.delete(["none"]);
		await tokens.delete([]);
		expect(await codeOf(tokens.create({ ...TOKEN, userId: "none" }))).toBe(
			"not-found",
		);
		expect(await codeOf(tokens.update("none", {}))).toBe("not-found");
	});

	test("the last ten addresses of a token are kept", async () => {
		await using database = await create();
		const clock = new ManualClock(1_000);
		const first = await database.open({ clock });
		const { id: userId } = await first.users.create(USER);
		await first.tokens.create({ ...TOKEN, userId });
		for (let at = 1; at <= 12; at++) {
			first.tokens.recordUse(TOKEN.id, `192.0.2.${at}`, at);
		}
		first.tokens.recordUse("none", "192.0.2.1", 1);
		const uses = first.tokens.find(TOKEN.id)?.lastUses ?? {};
		expect(Object.keys(uses)).toHaveLength(10);
		expect(uses["192.0.2.12"]).toBe(12);
		expect(uses["192.0.2.2"]).toBeUndefined();
		clock.advance(5_000);
		first.tokens.recordUse(TOKEN.id, "192.0.2.12", 13);
		await first[Symbol.asyncDispose]();

		await using second = await database.open();
		const expected = { ...uses, "192.0.2.12": 13 };
		expect(second.tokens.find(TOKEN.id)?.lastUses).toEqual(expected);
	});
});

describeEachEngine("acls", (create) => {
	test("adding is idempotent and ids are short", async () => {
		await using database = await create();
		const first = await database.open();
		const acl = { subject: "ada", object: "vm1", action: "viewer" };
		const [added, again] = await Promise.all([
			first.acls.add(acl),
			first.acls.add(acl),
		]);
		expect(added).toEqual({ id: expect.stringMatching(/^[\w-]{6}$/), ...acl });
		expect(again).toEqual(added);
		const other = await first.acls.add({ ...acl, subject: "bob" });
		await first[Symbol.asyncDispose]();

		await using second = await database.open();
		const { acls } = second;
		expect(acls.listOfSubjects(["ada", "ada", "eve"])).toEqual([added]);
		expect(acls.list()).toHaveLength(2);
		expect(await acls.remove(acl)).toBe(true);
		expect(await acls.remove(acl)).toBe(false);
		expect(acls.list()).toEqual([other]);
	});
});
