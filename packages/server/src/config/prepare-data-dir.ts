import { accessSync, constants } from "node:fs";
import path from "node:path";
import { makeFolder } from "@xo/std/make-folder";
import type { ServerConfig } from "./config-schema.ts";
import { ConfigError } from "./load-config.ts";

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
