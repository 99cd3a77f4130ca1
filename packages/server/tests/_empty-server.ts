import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Clock } from "@xo/std";
import type { PartialConfig } from "../src/config/config-schema.ts";
import { loadConfig } from "../src/config/load-config.ts";
import { createLogger } from "../src/http/create-logger.ts";
import { startServer } from "../src/server.ts";

/** A daemon that nobody has set up. */
export async function startEmptyServer(
	options: {
		readonly clock?: Clock;
		readonly http?: PartialConfig["http"];
		/** Keeps its data. */
		readonly folder?: string;
	} = {},
) {
	const folder = options.folder ?? mkdtempSync(path.join(tmpdir(), "xo-test-"));
	const dataDir = path.join(folder, "data");
	const config = loadConfig({
		overrides: {
			dataDir,
			http: { listen: "127.0.0.1:0", ...options.http },
			log: { level: "error" },
		},
	});
	const server = await startServer({
		config,
		keyFile: path.join(folder, "config", "test.key"),
		logger: createLogger(config.log),
		...(options.clock === undefined ? {} : { clock: options.clock }),
	});
	return {
		...server,
		dataDir,
		[Symbol.asyncDispose]: async () => {
			await server[Symbol.asyncDispose]();
			if (options.folder === undefined) {
				rmSync(folder, { recursive: true, force: true });
			}
		},
	};
}
