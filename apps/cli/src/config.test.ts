import {
	chmod,
	mkdtemp,
	readdir,
	readFile,
	rm,
	stat,
	writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { configPath, readConfig, writeConfig } from "./config.ts";

let folder: string;
let file: string;

beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "xo-cli-config-"));
	file = path.join(folder, "sub", "config.json");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("configPath", () => {
	it.each([
		[{ HOME: "/home/a" }, "/home/a/.config/xo-cli/config.json"],
		[
			{ HOME: "/home/a", XDG_CONFIG_HOME: "/etc/x" },
			"/etc/x/xo-cli/config.json",
		],
		[
			{ HOME: "/home/a", XDG_CONFIG_HOME: "x" },
			"/home/a/.config/xo-cli/config.json",
		],
	])("%j", (env, expected) => {
		expect(configPath(env)).toBe(expected);
	});
});

describe("the file", () => {
	it("is private, keeps unknown keys, leaves nothing beside it", async () => {
		await writeConfig(file, { server: "a" });
		await chmod(file, 0o644);
		const other = { ...JSON.parse(await readFile(file, "utf8")), other: [1] };
		await writeFile(file, JSON.stringify(other));
		await writeConfig(file, { token: "t", server: undefined });
		expect(JSON.parse(await readFile(file, "utf8"))).toEqual({
			token: "t",
			other: [1],
		});
		expect((await stat(file)).mode & 0o777).toBe(0o600);
		expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700);
		expect(await readdir(path.dirname(file))).toEqual(["config.json"]);
	});

	it("may be absent", async () => {
		expect(await readConfig(file)).toEqual({});
	});

	it.each([
		["{", /not valid JSON/],
		["[]", /not a JSON object/],
		['{"token": 1}', /"token" is not a string/],
		['{"allowUnauthorized": "yes"}', /"allowUnauthorized" is not a boolean/],
	])("with %s is refused by name", async (text, message) => {
		const bad = path.join(folder, "config.json");
		await writeFile(bad, text);
		await expect(readConfig(bad)).rejects.toThrow(message);
		await expect(readConfig(bad)).rejects.toThrow(bad);
		await expect(writeConfig(bad, { token: "x" })).rejects.toThrow(message);
		expect(await readFile(bad, "utf8")).toBe(text);
	});
});
