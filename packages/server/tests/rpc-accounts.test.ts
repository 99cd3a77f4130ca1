import { forAllTests, startTestServer } from "@xo/testing";
import { describe, expect, it } from "vitest";
import { addUser, signInRpc } from "./_rpc-client.ts";

const server = await forAllTests(startTestServer());
const admin = await forAllTests(signInRpc(server));

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const ONLY_ADMIN = "this properties can only changed by an administrator";

describe("user.*", () => {
	it("creates, lists, changes and deletes", async () => {
		const email = "new@example.org";
		const id = await admin.call("user.create", { email, password: "a secret" });
		expect(id).toMatch(UUID);
		const find = async () =>
			(await admin.call("user.getAll")).find(
				(user: { id: string }) => user.id === id,
			);
		expect(await find()).toEqual({
			id,
			email,
			groups: [],
			permission: "none",
			preferences: {},
		});
		expect(
			await admin.call("user.set", {
				id,
				email: "renamed@example.org",
				permission: "admin",
				preferences: { lang: "fr" },
			}),
		).toBe(true);
		expect(await find()).toMatchObject({
			email: "renamed@example.org",
			permission: "admin",
			preferences: { lang: "fr" },
		});
		await admin.call("user.set", { id, preferences: { theme: "dark" } });
		expect((await find()).preferences).toEqual({ theme: "dark" });
		expect(await admin.call("user.delete", { id })).toBe(true);
		expect(await find()).toBeUndefined();
		expect(await admin.fail("user.delete", { id })).toEqual({
			code: 1,
			message: `no such user ${id}`,
			data: { id, type: "user" },
		});
	});

	it("refuses an e-mail that another user has", async () => {
		const { id } = await addUser(server, "first@example.org");
		await addUser(server, "second@example.org");
		const email = "SECOND@example.org";
		expect(
			await admin.fail("user.create", { email, password: "a password" }),
		).toMatchObject({
			code: 16,
			message: `the user ${email} already exists`,
			data: { objectType: "user" },
		});
		expect(await admin.fail("user.set", { id, email })).toMatchObject({
			code: 16,
		});
	});

	it("protects oneself from oneself", async () => {
		const id = server.adminId;
		expect(await admin.fail("user.delete", { id })).toEqual({
			code: 10,
			message: "a user cannot delete itself",
			data: {},
		});
		expect(await admin.fail("user.set", { id, permission: "none" })).toEqual({
			code: 10,
			message: "a user cannot change its own permission",
			data: {},
		});
	});

	it("lets a user without rights change only the own preferences", async () => {
		const own = await addUser(server, "plain@example.org");
		const other = await addUser(server, "other@example.org");
		await using client = await signInRpc(server, own);
		const { id } = own;
		for (const change of [
			{ id, email: "x" },
			{ id, password: "a password" },
			{ id, permission: "admin" },
			{ id: other.id, preferences: {} },
		]) {
			expect(await client.fail("user.set", change)).toEqual({
				code: 10,
				message: ONLY_ADMIN,
				data: {},
			});
		}
		const preferences = { theme: "dark" };
		expect(await client.call("user.set", { id, preferences })).toBe(true);
		expect(await client.call("session.getUser")).toMatchObject({ preferences });
	});

	it("changes the own password, knowing the old one", async () => {
		const { email, password } = await addUser(server, "pass@example.org");
		await using client = await signInRpc(server, { email, password });
		const change = { oldPassword: password, newPassword: "another one" };
		expect(await client.call("user.changePassword", change)).toBe(true);
		await using again = await signInRpc(server, {
			email,
			password: "another one",
		});
		expect(await again.fail("user.changePassword", change)).toEqual({
			code: 3,
			message: "invalid credentials",
		});
	});

	it("never gives the second factor's secret, nor loses it", async () => {
		const { id } = await addUser(server, "otp@example.org");
		const otp = "JBSWY3DPEHPK3PXP";
		await admin.call("user.set", { id, preferences: { otp, lang: "fr" } });
		const users = await admin.call("user.getAll");
		const { preferences } = users.find(
			(user: { id: string }) => user.id === id,
		);
		expect(preferences).toEqual({ otp: "* obfuscated *", lang: "fr" });
		await admin.call("user.set", { id, preferences });
		expect(server.context.users.get(id).preferences.otp).toBe(otp);
		await admin.call("user.set", { id, preferences: { lang: "fr" } });
		expect(server.context.users.get(id).preferences.otp).toBeUndefined();
	});

	it("unlinks an external sign-in that there is", async () => {
		const { id } = await addUser(server, "provider@example.org");
		const params = { id, authProvider: "ldap" };
		expect(await admin.fail("user.removeAuthProvider", params)).toMatchObject({
			code: 1,
		});
		await server.context.store.users.update(id, {
			authProviders: { ldap: "x", github: "y" },
		});
		expect(await admin.call("user.removeAuthProvider", params)).toBe(true);
		expect(server.context.users.get(id).authProviders).toEqual({ github: "y" });
	});
});

describe("group.*", () => {
	it("creates, fills, renames and deletes", async () => {
		const { id: userId } = await addUser(server, "member@example.org");
		const id = await admin.call("group.create", { name: "ops" });
		const find = async () =>
			(await admin.call("group.getAll")).find(
				(group: { id: string }) => group.id === id,
			);
		expect(await find()).toEqual({
			id,
			name: "ops",
			users: [],
			aclRoleIds: [],
		});
		for (let turn = 0; turn < 2; turn++) {
			expect(await admin.call("group.addUser", { id, userId })).toBe(true);
			expect((await find()).users).toEqual([userId]);
		}
		for (let turn = 0; turn < 2; turn++) {
			expect(await admin.call("group.removeUser", { id, userId })).toBe(true);
			expect((await find()).users).toEqual([]);
		}
		await admin.call("group.setUsers", { id, userIds: [userId, userId] });
		await admin.call("group.set", { id, name: "dev" });
		expect(await find()).toMatchObject({ name: "dev", users: [userId] });
		await admin.call("user.delete", { id: userId });
		expect((await find()).users).toEqual([]);
		expect(await admin.call("group.delete", { id })).toBe(true);
		expect(await find()).toBeUndefined();
	});

	it("refuses the name of another, and what does not exist", async () => {
		const id = await admin.call("group.create", { name: "one" });
		await admin.call("group.create", { name: "two" });
		const taken = { code: 16, message: "group already exists" };
		expect(await admin.fail("group.create", { name: "one" })).toEqual({
			...taken,
			data: { objectId: id, objectType: "group" },
		});
		expect(await admin.fail("group.set", { id, name: "two" })).toMatchObject(
			taken,
		);
		for (const [method, params] of [
			["group.addUser", { id, userId: "nope" }],
			["group.addUser", { id: "nope", userId: server.adminId }],
			["group.setUsers", { id, userIds: ["nope"] }],
			["group.set", { id: "nope", name: "x" }],
			["group.delete", { id: "nope" }],
		] as const) {
			expect(await admin.fail(method, params)).toMatchObject({ code: 1 });
		}
	});
});

describe("acl.* and role.*", () => {
	it("adds and removes without checking, as often as one likes", async () => {
		const entry = { subject: "s", object: "obj-1", action: "viewer" };
		for (let turn = 0; turn < 2; turn++) {
			expect(await admin.call("acl.add", entry)).toBe(true);
			expect(await admin.call("acl.get")).toEqual([
				{ ...entry, id: expect.any(String) },
			]);
		}
		for (let turn = 0; turn < 2; turn++) {
			expect(await admin.call("acl.remove", entry)).toBe(true);
			expect(await admin.call("acl.get")).toEqual([]);
		}
	});

	it("tells the caller the own rights", async () => {
		expect(await admin.call("acl.getCurrentPermissions")).toEqual({});
		const user = await addUser(server, "acl@example.org");
		await using client = await signInRpc(server, user);
		const entry = { subject: user.id, object: "obj-1" };
		await admin.call("acl.add", { ...entry, action: "operator" });
		await admin.call("acl.add", { ...entry, object: "2", action: "bogus" });
		expect(await client.call("acl.getCurrentPermissions")).toEqual({
			"obj-1": { view: true, operate: true },
			2: {},
		});
	});

	it("lists the roles", async () => {
		expect(await admin.call("role.getAll")).toEqual([
			{ id: "viewer", name: "Viewer", permissions: ["view"] },
			{ id: "operator", name: "Operator", permissions: ["view", "operate"] },
			{
				id: "admin",
				name: "Admin",
				permissions: ["view", "operate", "administrate"],
			},
		]);
	});
});

describe("tag.* and log.*", () => {
	it("colours tags", async () => {
		expect(await admin.call("tag.set", { id: "prod", color: "#ff0000" })).toBe(
			true,
		);
		await admin.call("tag.set", { id: "test", color: "00FF00" });
		expect(await admin.call("tag.getAllConfigured")).toEqual([
			{ id: "prod", color: "#ff0000" },
			{ id: "test", color: "#00FF00" },
		]);
		await admin.call("tag.set", { id: "test", color: null });
		expect(await admin.call("tag.getAllConfigured")).toHaveLength(1);
	});

	it("keeps failed calls, with what is secret cut out", async () => {
		const email = "second@example.org";
		await admin.fail("user.create", { email, password: "a canary" });
		const read = () => admin.call("log.get", { namespace: "api" });
		await expect
			.poll(async () => Object.values(await read()))
			.toContainEqual({
				level: "error",
				message: `user.create: the user ${email} already exists`,
				namespace: "api",
				time: expect.any(Number),
				data: expect.objectContaining({
					method: "user.create",
					params: { email, password: "* obfuscated *" },
					userId: server.adminId,
					duration: expect.any(Number),
					error: expect.objectContaining({ code: 16 }),
				}),
			});
		const ids = Object.keys(await read());
		await admin.call("log.delete", { namespace: "api", id: ids });
		expect(await read()).toEqual({});
	});

	it("leaves no task of what was read or has succeeded", async () => {
		await admin.call("group.getAll");
		await admin.call("group.create", { name: "traceless" });
		const names = [...server.context.tasks.list()].map(
			({ properties, status }) => [properties.name, status],
		);
		expect(names).not.toContainEqual(["API call: group.create", "success"]);
		expect(names.map(([name]) => name)).not.toContain("API call: group.getAll");
	});
});
