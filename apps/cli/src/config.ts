import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { isPlainObject, messageOf } from "@xo/std";
import { CliError } from "./errors.ts";

/** What is kept between commands. Keys not known are kept too. */
export interface Config {
	readonly server?: string | undefined;
	readonly token?: string | undefined;
	readonly allowUnauthorized?: boolean | undefined;
	readonly clientId?: string | undefined;
}

type Env = Readonly<Record<string, string | undefined>>;

const TYPES = {
	server: "string",
	token: "string",
	allowUnauthorized: "boolean",
	clientId: "string",
} as const;

export function configPath(env: Env): string {
	return path.join(folder(env, "XDG_CONFIG_HOME", ".config"), "config.json");
}

export function cacheFolder(env: Env): string {
	return folder(env, "XDG_CACHE_HOME", ".cache");
}

function folder(env: Env, variable: string, fallback: string): string {
	const set = env[variable];
	// The XDG specification: a relative path is to be ignored.
	const base =
		set !== undefined && path.isAbsolute(set)
			? set
			: path.join(env.HOME || homedir(), fallback);
	return path.join(base, "xo-cli");
}

/** @throws CliError `bad-config` naming the file. */
export async function readConfig(file: string): Promise<Config> {
	let text: string;
	try {
		text = await readFile(file, "utf8");
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
		throw badConfig(file, messageOf(error), error);
	}
	let config: unknown;
	try {
		config = JSON.parse(text);
	} catch (error) {
		throw badConfig(file, `not valid JSON (${messageOf(error)})`, error);
	}
	if (!isPlainObject(config)) throw badConfig(file, "not a JSON object");
	for (const [key, type] of Object.entries(TYPES)) {
		const value = config[key];
		// `null` as other versions may have left it.
		if (value === null) delete config[key];
		else if (value !== undefined && typeof value !== type) {
			throw badConfig(file, `"${key}" is not a ${type}`);
		}
	}
	return config;
}

/** Merges `changes` into the file, which only its owner may read. Replaced as
 *  a whole: a reader never sees half of it. */
export async function writeConfig(
	file: string,
	changes: Config,
): Promise<void> {
	const config = { ...(await readConfig(file)), ...changes };
	await writePrivately(file, `${JSON.stringify(config, null, 2)}\n`);
}

export async function writePrivately(
	file: string,
	text: string,
): Promise<void> {
	const directory = path.dirname(file);
	await mkdir(directory, { recursive: true, mode: 0o700 });
	const staging = `${file}.${randomBytes(6).toString("hex")}`;
	try {
		const handle = await open(staging, "wx", 0o600);
		try {
			await handle.writeFile(text);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await rename(staging, file);
	} catch (error) {
		await rm(staging, { force: true });
		throw error;
	}
}

function badConfig(file: string, problem: string, cause?: unknown): CliError {
	return new CliError("bad-config", `cannot use ${file}: ${problem}`, {
		cause,
		hint: "repair or delete this file, then run `xo-cli register` again",
	});
}
