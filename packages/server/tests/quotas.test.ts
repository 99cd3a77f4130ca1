import { forAllTests, startTestServer } from "@xo/testing";
import { expect, it } from "vitest";
import { addUser, signInRpc } from "./_rpc-client.ts";

const server = await forAllTests(
	startTestServer({
		config: {
			limits: {
				tokensPerUser: 3,
				tokenBytesPerUser: 2_048,
				preferencesBytes: 1_024,
			},
		},
	}),
);
const account = await addUser(server, "user@example.org");
const id = account.id;
const user = await forAllTests(signInRpc(server, account));
const admin = await forAllTests(signInRpc(server));

function refusal(message: RegExp, key: string) {
	return {
		code: 5,
		message: expect.stringMatching(message),
		data: expect.objectContaining({ key }),
	};
}

it("the own preferences have a size limit, which the error names", async () => {
	const preferences = { note: "x".repeat(1_000) };
	await user.call("user.set", { id, preferences });
	const more = { id, preferences: { note: "é".repeat(600) } };
	expect(await user.fail("user.set", more)).toEqual(
		refusal(
			/at most 1024 bytes of preferences \(limits\.preferencesBytes .* 1211: store less/,
			"limits.preferencesBytes",
		),
	);
	expect((await user.call("session.getUser")).preferences).toEqual(preferences);
});

it("tokens are limited in number and in bytes", async () => {
	const long = { description: "x".repeat(3_000) };
	const tooLarge = refusal(/2048 bytes of tokens/, "limits.tokenBytesPerUser");
	expect(await user.fail("token.create", long)).toEqual(tooLarge);
	const client = { id: "c", note: "x".repeat(3_000) };
	expect(await user.fail("token.create", { client })).toEqual(tooLarge);
	const own = { client: { id: "mine" } };
	const token = await user.call("token.create", own);
	expect(await user.fail("token.set", { id: token, ...long })).toEqual(
		tooLarge,
	);
	await user.call("token.create", {});
	const last = await user.call("token.create", {});
	expect(await user.fail("token.create", {})).toEqual(
		refusal(/at most 3 tokens .*token\.deleteOwn/, "limits.tokensPerUser"),
	);
	expect(await user.call("token.create", own)).toBe(token);
	await user.call("token.deleteOwn", { tokens: [last] });
	await user.call("token.create", {});
	await admin.call("token.create", {});
});

it("says which token was not found, and how to choose", async () => {
	expect(await user.fail("token.set", { id: "nope" })).toMatchObject({
		code: 1,
		message: expect.stringContaining("none of your tokens"),
	});
	expect(await user.fail("token.deleteOwn", {})).toMatchObject({
		code: 10,
		message: expect.stringContaining("say which tokens"),
	});
});

it("one rule for new passwords, everywhere", async () => {
	const tooShort = {
		code: 10,
		message:
			"the password is too short: at least 8 characters (authentication.minPasswordLength of the configuration)",
	};
	const email = "new@example.org";
	const password = "1234567";
	expect(await admin.fail("user.create", { email, password })).toMatchObject(
		tooShort,
	);
	expect(await admin.fail("user.set", { id, password })).toMatchObject(
		tooShort,
	);
	const change = { oldPassword: "x", newPassword: password };
	expect(await user.fail("user.changePassword", change)).toMatchObject(
		tooShort,
	);
	expect(server.context.store.users.findByEmail(email)).toBeUndefined();
});
