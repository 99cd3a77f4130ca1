import { X509Certificate } from "node:crypto";
import { statSync } from "node:fs";
import path from "node:path";
import { readConfigured, readGivenTls } from "../http/tls.ts";
import type { ServerConfig } from "./config-schema.ts";
import { ConfigError } from "./load-config.ts";

/** Looks at the files that the configuration names, without making any.
 *  @throws ConfigError naming the key and the file */
export function checkConfig(config: ServerConfig): void {
	readGivenTls(config);
	const { ca } = config.pools;
	if (ca !== undefined) {
		try {
			new X509Certificate(readConfigured("pools.ca", ca));
		} catch (error) {
			if (error instanceof ConfigError) throw error;
			throw new ConfigError(`pools.ca: ${ca} is not a PEM certificate`);
		}
	}
	checkFolder("dataDir", config.dataDir);
	if (config.keyFile !== undefined) {
		checkFolder("keyFile", path.dirname(config.keyFile));
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
