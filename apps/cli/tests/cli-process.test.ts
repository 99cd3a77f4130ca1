import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { version } from "../src/version.ts";
import { type FakeServer, startFakeServer } from "./_fake-server.ts";
import { CliHome } from "./_run-cli.ts";

const MAIN = fileURLToPath(new URL("../src/main.ts", import.meta.url));

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

it.each([[[]], [["--help"]], [["-h"]], [["help"]]])(
	"%j prints the help",
	async (args) => {
		const { code, stdout, stderr } = await home.start(args).result;
		expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
		expect(stdout).toMatch(/^Usage: xo-cli /);
		expect(stdout).not.toContain("__complete");
	},
);

it.each(["-v", "--version"])("%s prints the version", async (flag) => {
	const { code, stdout } = await home.start([flag]).result;
	expect({ code, stdout }).toEqual({ code: 0, stdout: `${version}\n` });
});

it("ends by itself, with the exit code of the result", async () => {
	server.methods["x.count"] = () => 258;
	const args = ["--url", server.urlWithToken, "x.count"];
	expect(await home.start(args).result).toEqual({
		code: 2,
		stdout: "258\n",
		stderr: "",
	});
});

it("is quiet when its reader goes away", () => {
	const command = `"${process.execPath}" "${MAIN}" --help | true; echo "\${PIPESTATUS[0]}"`;
	const { stdout, stderr } = spawnSync("bash", ["-c", command], {
		encoding: "utf8",
	});
	expect({ stdout, stderr }).toEqual({ stdout: "0\n", stderr: "" });
});

it("writes a large answer whole", async () => {
	const big = Array.from({ length: 20_000 }, (_, n) => ({
		id: String(n),
		text: "x".repeat(100),
	}));
	server.methods["xo.getAllObjects"] = () =>
		Object.fromEntries(big.map((o) => [o.id, o]));
	const args = ["--url", server.urlWithToken, "list-objects"];
	const { code, stdout } = await home.start(args).result;
	expect(code).toBe(0);
	expect(JSON.parse(stdout)).toEqual(big);
});
