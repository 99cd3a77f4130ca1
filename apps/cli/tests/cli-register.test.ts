import { stat } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FakeServer, Refusal, startFakeServer } from "./_fake-server.ts";
import { CliHome } from "./_run-cli.ts";

let server: FakeServer;
let home: CliHome;

beforeEach(async () => {
	server = await startFakeServer();
	home = await CliHome.create();
});

afterEach(async () => {
	await server[Symbol.asyncDispose]();
	await home[Symbol.asyncDispose]();
});

describe("register", () => {
	it("creates a token for this client and keeps it privately", async () => {
		const args = [
			"register",
			"--expiresIn",
			"1 hour",
			server.url,
			"admin",
			"secret",
		];
		expect(await home.run(args)).toEqual({
			code: 0,
			stdout: "",
			stderr: "Successfully logged with admin@example.org\n",
		});
		const config = await home.readConfig();
		expect(config).toEqual({
			server: server.url,
			token: "new-token",
			allowUnauthorized: false,
			clientId: expect.stringMatching(/^\w{10}$/),
		});
		expect(server.calls).toEqual([
			{
				method: "session.signIn",
				params: { email: "admin", password: "secret" },
			},
			{
				method: "token.create",
				params: {
					client: { id: config.clientId },
					description: expect.stringMatching(/^xo-cli@\S+ - \S+ - \S+ \S+$/),
					expiresIn: "1 hour",
				},
			},
		]);
		expect((await stat(home.configFile)).mode & 0o777).toBe(0o600);
		await home.run(["unregister"]);
		expect(await home.readConfig()).toEqual({
			allowUnauthorized: false,
			clientId: config.clientId,
		});
		await home.run(args);
		expect((await home.readConfig()).clientId).toBe(config.clientId);
	});

	it("asks for the password, in the old spelling too", async () => {
		const args = ["--register", "--au", server.url, "admin"];
		const result = await home.run(args, { stdin: "secret\n" });
		expect(result).toMatchObject({ code: 0, stdout: "" });
		expect(result.stderr).toBe(
			"⚠ `--register` is deprecated, please use `xo-cli register`\nPassword: \nSuccessfully logged with admin@example.org\n",
		);
		expect(await home.readConfig()).toMatchObject({ allowUnauthorized: true });
	});

	it("fails clearly without a password", async () => {
		const result = await home.run(["register", server.url, "admin"]);
		expect(result).toMatchObject({ code: 1, stdout: "" });
		expect(result.stderr).toContain("✖ no password was given");
	});

	it("sends the code of the second factor", async () => {
		await home.run([
			"register",
			"--otp",
			"123456",
			server.url,
			"admin",
			"secret",
		]);
		expect(server.calls[0]?.params).toEqual({
			email: "admin",
			password: "secret",
			otp: "123456",
		});
	});

	it("asks an old server again with what it knows", async () => {
		server.methods["token.create"] = (params) => {
			if ("client" in params) throw new Refusal(10, "invalid parameters");
			return "old-token";
		};
		const args = [
			"register",
			"--expiresIn=2 days",
			server.url,
			"admin",
			"secret",
		];
		expect(await home.run(args)).toMatchObject({ code: 0 });
		expect(server.calls.at(-1)?.params).toEqual({ expiresIn: "2 days" });
		expect(await home.readConfig()).toMatchObject({ token: "old-token" });
	});

	it("keeps a given token without asking the server", async () => {
		const args = ["register", "--token", "mine", "https://xo.invalid"];
		expect(await home.run(args)).toEqual({ code: 0, stdout: "", stderr: "" });
		expect(await home.readConfig()).toMatchObject({
			server: "https://xo.invalid",
			token: "mine",
		});
		expect(server.calls).toEqual([]);
	});

	it("explains wrong credentials and keeps nothing", async () => {
		const result = await home.run(["register", server.url, "admin", "wrong"]);
		expect(result).toMatchObject({ code: 1, stdout: "" });
		expect(result.stderr).toBe(
			"✖ invalid credentials\nhint: check the user name and the password, and --otp where the account has a second factor\n",
		);
		await expect(home.readConfig()).rejects.toThrow("ENOENT");
	});

	it("explains a server that is not there", async () => {
		const { url } = server;
		await server[Symbol.asyncDispose]();
		server = await startFakeServer();
		const result = await home.run(["register", url, "admin", "secret"]);
		expect(result.code).toBe(1);
		expect(result.stderr).toMatch(/✖ http:.*cannot connect: .*ECONNREFUSED/);
	});
});

describe("create-token", () => {
	it.each(["create-token", "--createToken"])(
		"%s prints the token only",
		async (name) => {
			const result = await home.run([name, server.url, "admin", "secret"]);
			expect(result).toMatchObject({ code: 0, stdout: "new-token\n" });
			expect(server.calls[1]?.params).toEqual({
				description: "xo-cli create-token",
			});
			await expect(home.readConfig()).rejects.toThrow("ENOENT");
		},
	);
});

it("says what to do when there is no registration", async () => {
	const result = await home.run(["vm.start", "id=x"]);
	expect(result).toMatchObject({ code: 1, stdout: "" });
	expect(result.stderr).toContain("please use `xo-cli register");
});
