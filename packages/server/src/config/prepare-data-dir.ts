import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import type { ServerConfig } from "./config-schema.ts";
import { ConfigError } from "./load-config.ts";

/** Makes the folder, level by level: Node's own `recursive` never ends where
 *  a file system, such as /proc, says ENOENT for a new name. */
function makeFolder(folder: string): void {
	if (existsSync(folder)) return;
	makeFolder(path.dirname(folder));
	mkdirSync(folder, { mode: 0o700 });
}

/** @throws ConfigError when the folder cannot be made or written */
export function prepareDataDir({ dataDir }: ServerConfig): void {
	try {
		makeFolder(path.resolve(dataDir));
		accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		throw new ConfigError(
			`dataDir: ${dataDir} cannot be made or written (${code}): choose another folder, or change its owner`,
		);
	}
}
