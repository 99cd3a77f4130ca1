import { X509Certificate } from "node:crypto";
import { statSync } from "node:fs";
import path from "node:path";
import { readConfigured, readGivenTls } from "../http/tls.ts";
import type { ServerConfig } from "./config-schema.ts";
import { ConfigError, type ConfigSources, readConfig } from "./load-config.ts";

/** As `loadConfig`; looks also at the files that the configuration names,
 *  without making any.
 *  @throws ConfigError with every problem on a line of its own, naming the key
 *  and the file */
export function checkConfig(sources: ConfigSources): ServerConfig {
	const { config, problems } = readConfig(sources);
	const all = [...problems, ...fileProblems(config)];
	if (all.length === 0) return config;
	throw new ConfigError(
		all.length === 1
			? all.join()
			: `the configuration has ${all.length} problems:\n  ${all.join("\n  ")}`,
	);
}

function fileProblems(config: ServerConfig): string[] {
	const { keyFile, dataDir } = config;
	return [
		() => readGivenTls(config),
		() => readCa(config),
		() => checkFolder("dataDir", dataDir),
		() => keyFile && checkFolder("keyFile", path.dirname(keyFile)),
	].flatMap((check) => {
		try {
			check();
			return [];
		} catch (error) {
			if (error instanceof ConfigError) return error.message;
			throw error;
		}
	});
}

function readCa({ pools: { ca } }: ServerConfig): void {
	if (ca === undefined) return;
	const pem = readConfigured("pools.ca", ca);
	try {
		new X509Certificate(pem);
	} catch {
		throw new ConfigError(`pools.ca: ${ca} is not a PEM certificate`);
	}
}

/** Folders are made at the start: what is in the way must not be a file. */
function checkFolder(key: string, folder: string): void {
	for (let current = path.resolve(folder); ; current = path.dirname(current)) {
		const stats = statSync(current, { throwIfNoEntry: false });
		if (stats?.isDirectory()) return;
		if (stats !== undefined) {
			throw new ConfigError(`${key}: ${current} is not a folder`);
		}
	}
}
