import { forAllTests, TEST_ADMIN } from "@xo/testing";
import { describe, expect, it } from "vitest";
import { ShiftedClock, startDaemon } from "./_daemon.ts";
import { addUser, connectRpc, signInRpc } from "./_rpc-client.ts";

const clock = new ShiftedClock();

const server = await forAllTests(startDaemon({ clock }));
const admin = await forAllTests(signInRpc(server));

const INVALID = { code: 3, message: "invalid credentials" };
const NOT_SIGNED_IN = {
	code: 2,
	message: "not enough permissions",
	data: { object: {} },
};

describe("signing in", () => {
	it("gives the user, by e-mail, user name or token", async () => {
		const { email, password } = TEST_ADMIN;
		const token = await admin.call("token.create", {});
		const ways: [string, object][] = [
			["session.signIn", { email, password }],
			["session.signIn", { username: email, password }],
			["session.signIn", { token }],
			["session.signInWithPassword", { email, password }],
			["session.signInWithToken", { token }],
		];
		for (const [method, credentials] of ways) {
			await using client = await connectRpc(server);
			const user = await client.call(method, credentials);
			expect(user).toEqual({
				id: expect.any(String),
				email,
				groups: [],
				permission: "admin",
				preferences: {},
			});
			expect(await client.call("session.getUser")).toEqual(user);
			expect(await client.call(method, credentials)).toEqual(user);
		}
	});

	it("is logged when a credential was wrong, not when there was none", async () => {
		await using client = await connectRpc(server);
		await client.fail("session.signIn", {});
		expect(await admin.call("log.get", { namespace: "api" })).toEqual({});
		await client.fail("session.signIn", { token: "nope" });
		await expect
			.poll(() => admin.call("log.get", { namespace: "api" }))
			.not.toEqual({});
	});

	it("refuses whatever is not a right credential, all alike", async () => {
		await using client = await connectRpc(server);
		const wrong = [
			{},
			{ token: "nope" },
			{ token: "" },
			{ email: "unknown@example.org", password: "x" },
			{ email: TEST_ADMIN.email, password: "" },
			{ email: TEST_ADMIN.email },
			{ github: "something else" },
		];
		for (const credentials of wrong) {
			expect(await client.fail("session.signIn", credentials)).toSatisfy(
				({ code }) => code === 3 || code === 10,
			);
		}
		expect(await client.fail("session.signIn", {})).toEqual(INVALID);
		const params = { email: 1 };
		expect(
			await client.fail("session.signInWithPassword", params),
		).toMatchObject({ code: 10 });
	});

	it("tells who tries too fast to wait, also with the right one", async () => {
		const user = await addUser(server, "hasty@example.org");
		const { email, password } = user;
		await using client = await connectRpc(server);
		const wrong = { email, password: "wrong" };
		expect(await client.fail("session.signIn", wrong)).toEqual(INVALID);
		const error = await client.fail("session.signIn", { email, password });
		expect(error).toMatchObject({ code: 29, message: /too fast/ });
		clock.shiftMs += 2_000;
		await client.call("session.signIn", { email, password });
		await client.call("session.signIn", { email, password });
	});

	it("asks nothing of the one who signs out but to sign in again", async () => {
		await using client = await signInRpc(server);
		expect(await client.call("session.signOut")).toBe(true);
		expect(await client.fail("session.signOut")).toEqual(NOT_SIGNED_IN);
		expect(await client.fail("session.getUser")).toMatchObject({
			code: -32000,
		});
		expect(await client.fail("xo.getAllObjects")).toEqual(NOT_SIGNED_IN);
		await client.call("session.signIn", TEST_ADMIN);
	});
});

describe("connections", () => {
	it("end at the first message after their token has expired", async () => {
		const token = await admin.call("token.create", { expiresIn: 60_000 });
		await using client = await signInRpc(server, { token });
		const listed = await admin.call("api.getConnections");
		expect(listed).toContainEqual({
			user_ip: "127.0.0.1",
			user_id: expect.any(String),
			expiration: expect.any(Number),
		});
		clock.shiftMs += 59_000;
		expect(await client.call("system.getVersion")).toBe("0.1");
		clock.shiftMs += 2_000;
		const { promise, resolve } = Promise.withResolvers<number>();
		client.socket.once("close", resolve);
		client.sendText('{"jsonrpc":"2.0","id":1,"method":"system.getVersion"}');
		expect(await promise).toBe(1005);
		expect(await admin.fail("session.signIn", { token })).toEqual(INVALID);
	});

	it("end with their token, after the answer", async () => {
		const own = await addUser(server, "gone@example.org");
		await using client = await signInRpc(server, own);
		const token = await client.call("token.create", {});
		await using other = await connectRpc(server);
		await other.call("session.signIn", { token });
		await client.call("token.deleteOwn", { tokens: [token] });
		await other.whenClosed();
		const last = await client.call("token.create", {});
		await client.call("session.signIn", { token: last });
		expect(await client.call("token.deleteOwn", { tokens: [last] })).toBe(true);
		await client.whenClosed();
	});

	it("end with their user", async () => {
		const user = await addUser(server, "leaver@example.org");
		await using client = await signInRpc(server, user);
		await using other = await connectRpc(server);
		expect(await admin.call("user.delete", { id: user.id })).toBe(true);
		await client.whenClosed();
		expect(await other.call("system.getVersion")).toBe("0.1");
	});

	it("lose an administrator's rights at once when these are taken", async () => {
		const user = await addUser(server, "demoted@example.org", "admin");
		await using client = await signInRpc(server, user);
		expect(await client.call("user.getAll")).toContainEqual(
			expect.objectContaining({ id: user.id }),
		);
		await admin.call("user.set", { id: user.id, permission: "none" });
		expect(await client.fail("user.getAll")).toEqual({
			code: 2,
			message: "not enough permissions",
			data: { permission: "admin", object: {} },
		});
	});

	it("all end but the own one on request", async () => {
		await using client = await signInRpc(server);
		await using anonymous = await connectRpc(server);
		expect(await admin.call("api.closeAllConnections")).toBe(true);
		await client.whenClosed();
		await anonymous.whenClosed();
		expect(await admin.call("api.getConnections")).toHaveLength(1);
	});
});

describe("token.*", () => {
	it("gives a client its token again, for longer", async () => {
		const client = { id: "cli-1", name: "test" };
		const first = await admin.call("token.create", {
			client,
			description: "first",
			expiresIn: "1 hour",
		});
		const before = await admin.call("user.getAuthenticationTokens");
		const second = await admin.call("token.create", { client });
		expect(second).toBe(first);
		expect(first).toMatch(/^[\w-]{43}$/);
		const after = await admin.call("user.getAuthenticationTokens");
		expect(after).toHaveLength(before.length);
		const token = after.find(
			(row: { client?: { id: string } }) => row.client?.id === "cli-1",
		);
		expect(token).toMatchObject({ description: "first", client });
		expect(token.expiration - token.created_at).toBeGreaterThan(
			29 * 86_400_000,
		);
		expect(JSON.stringify(after)).not.toContain(first);
	});

	const durations: [unknown, string][] = [
		["10 years", "too high expiresIn duration: 10 years"],
		["garbage", "not a valid duration: garbage"],
		[10, "invalid expiresIn duration: 10"],
	];
	for (const [expiresIn, message] of durations) {
		it(`refuses to expire in ${expiresIn}`, async () => {
			const error = await admin.fail("token.create", { expiresIn });
			expect(error).toMatchObject({ code: 10 });
			expect(error.message).toContain(message);
		});
	}

	it("changes and deletes own ones by secret, by id and by pattern", async () => {
		const own = await addUser(server, "tokens@example.org");
		await using client = await signInRpc(server, own);
		const list = () => client.call("user.getAuthenticationTokens");
		const token = await client.call("token.create", { description: "a" });
		await client.call("token.create", { description: "b" });
		await client.call("token.create", { description: "c" });
		await client.call("token.set", { id: token, description: "d" });
		const [{ id }] = (await list()).filter(
			(row: { description: string }) => row.description === "d",
		);
		expect(id).not.toBe(token);
		await client.call("token.set", { id, description: null });
		const foreign = await admin.call("token.create", {});
		expect(
			await client.fail("token.set", { id: foreign, description: "x" }),
		).toMatchObject({ code: 1, data: { type: "authenticationToken" } });
		await client.call("token.deleteOwn", { tokens: [foreign, "unknown"] });
		await admin.call("session.signIn", { token: foreign });
		await client.call("token.deleteOwn", { tokens: [token] });
		expect(await list()).toHaveLength(2);
		await client.call("token.deleteOwn", { pattern: { description: "b" } });
		expect(await list()).toMatchObject([{ description: "c" }]);
		expect(await client.fail("token.deleteOwn", {})).toMatchObject({
			code: 10,
		});
	});
});
