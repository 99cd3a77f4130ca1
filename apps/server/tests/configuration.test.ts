import { writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Sandbox } from "./_run-daemon.ts";

let sandbox: Sandbox;

beforeEach(() => {
	sandbox = new Sandbox();
});
afterEach(() => sandbox[Symbol.dispose]());

test("--help and --version", async () => {
	const [help, version] = await Promise.all([
		sandbox.run(["--help"]),
		sandbox.run(["--version"]),
	]);
	expect(help).toMatchObject({ code: 0, stderr: "" });
	for (const word of ["--config", "--listen", "setup", "XO_SERVER_KEY_FILE"]) {
		expect(help.stdout).toContain(word);
	}
	expect(version).toMatchObject({ code: 0, stderr: "" });
	expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test("--check-config says that all is right, or what is wrong", async () => {
	const right = sandbox.path("right.toml");
	const wrong = sandbox.path("wrong.toml");
	writeFileSync(right, '[http]\nlisten = "127.0.0.1:0"\n');
	writeFileSync(wrong, "[http]\nport = 1\n");
	const [yes, no, usage] = await Promise.all([
		sandbox.run(["--config", right, "--check-config"]),
		sandbox.run(["--config", wrong, "--check-config"]),
		sandbox.run(["--nonsense"]),
	]);
	expect(yes).toMatchObject({
		code: 0,
		stdout: "the configuration is right\n",
		stderr: "",
	});
	expect(no).toMatchObject({
		code: 1,
		stdout: "",
		stderr: `xo-server: ${wrong}: unknown key http.port\n`,
	});
	expect(usage).toMatchObject({
		code: 1,
		stderr: "xo-server: Unknown option '--nonsense'; see xo-server --help\n",
	});
});
