import { writeFile } from "node:fs/promises";
import { createSelfSignedCertificate } from "@xo/std/self-signed-certificate";
import { forAllTests, startTestServer, TEST_ADMIN } from "@xo/testing";
import { expect, it } from "vitest";
import { CliHome } from "./_run-cli.ts";

const home = await forAllTests(CliHome.create());
const files = { cert: home.path("cert.pem"), key: home.path("key.pem") };
const { cert, key } = createSelfSignedCertificate(["127.0.0.1"]);
await writeFile(files.cert, cert);
await writeFile(files.key, key);
const server = await forAllTests(
	startTestServer({ config: { http: { https: files } } }),
);

const { email, password } = TEST_ADMIN;

it("a certificate that nobody vouches for is refused, and nothing is sent", async () => {
	const result = await home.run(["register", server.url, email, password]);
	expect(result).toMatchObject({ code: 1, stdout: "" });
	expect(result.stderr).toContain("cannot be verified");
	expect(result.stderr).toContain("--allowUnauthorized accepts any");
	await home.run(["register", "--token", "t", server.url]);
	const { code, stderr } = await home.run(["rest", "get", "users"]);
	expect(code).toBe(1);
	expect(stderr).toContain("cannot be verified");
});

it.each([
	["register", "--allowUnauthorized"],
	["--au", "register"],
	["--register", "--au"],
])("%s %s accepts it, and remembers", async (...words) => {
	const result = await home.run([...words, server.url, email, password]);
	expect(result.code).toBe(0);
	expect(await home.readConfig()).toMatchObject({ allowUnauthorized: true });
	expect((await home.run(["session.getUser"])).stdout).toContain(email);
	expect((await home.run(["rest", "get", "users"])).stdout).toContain("users/");
});

it("--url needs its own permission to accept it", async () => {
	const { stdout } = await home.run([
		"create-token",
		"--au",
		server.url,
		email,
		password,
	]);
	const url = server.url.replace("//", `//${stdout.trim()}@`);
	expect((await home.run(["-u", url, "session.getUser"])).code).toBe(1);
	expect((await home.run(["--au", "-u", url, "session.getUser"])).code).toBe(0);
});
