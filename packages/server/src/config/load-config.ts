import { readFileSync } from "node:fs";
import path from "node:path";
import { isPlainObject, messageOf } from "@xo/std";
import { parse, TomlError } from "smol-toml";
import type { z } from "zod";
import {
	configSchema,
	type PartialConfig,
	type ServerConfig,
} from "./config-schema.ts";

/** What is wrong with the configuration, for the person who starts us. */
export class ConfigError extends Error {
	override readonly name = "ConfigError";
}

/** Environment variable -> key. */
const ENVIRONMENT: Readonly<Record<string, string>> = {
	XO_SERVER_DATA_DIR: "dataDir",
	XO_SERVER_KEY_FILE: "keyFile",
	XO_SERVER_DATABASE_URL: "database.url",
	XO_SERVER_LISTEN: "http.listen",
	XO_SERVER_LOG_LEVEL: "log.level",
};

type Tree = Record<string, unknown>;

function setPath(tree: Tree, key: string, value: unknown): void {
	const [first = "", ...rest] = key.split(".");
	if (rest.length === 0) {
		tree[first] = value;
		return;
	}
	const child = isPlainObject(tree[first]) ? tree[first] : {};
	tree[first] = child;
	setPath(child, rest.join("."), value);
}

function readToml(file: string): Tree {
	let text: string;
	try {
		text = readFileSync(file, "utf8");
	} catch (error) {
		throw new ConfigError(`cannot read ${file}: ${messageOf(error)}`);
	}
	try {
		return parse(text);
	} catch (error) {
		const where = error instanceof TomlError ? `:${error.line}` : "";
		const [reason = ""] = messageOf(error).split("\n");
		throw new ConfigError(`${file}${where}: ${reason}`);
	}
}

function mergeInto(target: Tree, source: Tree): void {
	for (const [key, value] of Object.entries(source)) {
		if (value === undefined) continue;
		const existing = target[key];
		if (isPlainObject(existing) && isPlainObject(value)) {
			mergeInto(existing, value);
		} else target[key] = isPlainObject(value) ? structuredClone(value) : value;
	}
}

type OriginOf = (key: string) => string;

function hasPath(
	tree: Tree,
	[first = "", ...rest]: readonly string[],
): boolean {
	const value = tree[first];
	if (rest.length === 0) return value !== undefined;
	return isPlainObject(value) && hasPath(value, rest);
}

/** Who said it last: a flag, a variable or the file. */
function describe(issue: z.core.$ZodIssue, originOf: OriginOf): string {
	const key = issue.path.join(".");
	const origin = originOf(key);
	if (issue.code === "unrecognized_keys") {
		const names = issue.keys.map((name) => (key ? `${key}.${name}` : name));
		return `${origin}: unknown key ${names.join(", ")}`;
	}
	return `${origin}: ${key}: ${issue.message}`;
}

export interface ConfigSources {
	readonly file?: string | undefined;
	readonly environment?: Readonly<Record<string, string | undefined>>;
	readonly overrides?: PartialConfig;
}

/** The configuration from the file, overridden by the environment, overridden
 *  by flags.
 *  @throws ConfigError naming the file and the key */
export function loadConfig(sources: ConfigSources): ServerConfig {
	const { config, problems } = readConfig(sources);
	if (problems.length > 0) throw new ConfigError(problems.join("\n"));
	return config;
}

/** What is right of the configuration, and what is wrong: a line each.
 *  @throws ConfigError when the file cannot be read at all */
export function readConfig(sources: ConfigSources): {
	readonly config: ServerConfig;
	readonly problems: readonly string[];
} {
	const { file, environment = {}, overrides = {} } = sources;
	const tree: Tree = {};
	if (file !== undefined) mergeInto(tree, readToml(file));
	for (const [variable, key] of Object.entries(ENVIRONMENT)) {
		const value = environment[variable];
		if (value !== undefined && value !== "") setPath(tree, key, value);
	}
	mergeInto(tree, overrides as Tree);
	const result = configSchema.safeParse(tree);
	if (result.success) return { config: result.data, problems: [] };
	const originOf = (key: string): string => {
		if (hasPath(overrides as Tree, key.split("."))) return "command line";
		const variable = Object.keys(ENVIRONMENT).find(
			(name) => ENVIRONMENT[name] === key && environment[name],
		);
		return variable ?? file ?? "configuration";
	};
	const { issues } = result.error;
	return {
		config: parseRest(tree, issues),
		problems: issues.map((issue) => describe(issue, originOf)),
	};
}

/** The configuration without what is wrong, so that the rest can be checked. */
function parseRest(
	tree: Tree,
	issues: readonly z.core.$ZodIssue[],
): ServerConfig {
	for (const issue of issues) {
		const paths =
			issue.code === "unrecognized_keys"
				? issue.keys.map((key) => [...issue.path, key])
				: [issue.path];
		for (const path of paths) deletePath(tree, path.map(String));
	}
	const result = configSchema.safeParse(tree);
	return result.success ? result.data : parseRest(tree, result.error.issues);
}

/** Deletes the deepest key of the path that is one of a table. */
function deletePath(tree: Tree, [first = "", ...rest]: string[]): void {
	const child = tree[first];
	if (rest.length > 0 && isPlainObject(child)) deletePath(child, rest);
	else delete tree[first];
}

/** Where the key file is: as configured, beside the configuration file, or in
 *  the user's configuration folder. */
export function keyFileOf(
	config: ServerConfig,
	options: {
		readonly file?: string | undefined;
		readonly environment: Readonly<Record<string, string | undefined>>;
	},
): string {
	if (config.keyFile !== undefined) return config.keyFile;
	if (options.file !== undefined) {
		return path.join(path.dirname(path.resolve(options.file)), "xo-server.key");
	}
	const { XDG_CONFIG_HOME, HOME } = options.environment;
	const base =
		XDG_CONFIG_HOME ?? (HOME === undefined ? "/etc" : `${HOME}/.config`);
	return path.join(base, "xo-server", "xo-server.key");
}
