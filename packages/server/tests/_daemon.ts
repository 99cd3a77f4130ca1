import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Clock, systemClock } from "@xo/std";
import { TEST_ADMIN } from "@xo/testing";
import { createLogger, loadConfig, startServer } from "../src/index.ts";

/** Runs with the machine's clock, but can be put forward. */
export class ShiftedClock implements Clock {
	shiftMs = 0;

	now(): number {
		return systemClock.now() + this.shiftMs;
	}

	after(delayMs: number, callback: () => void): Disposable {
		return systemClock.after(delayMs, callback);
	}
}

type Options = Parameters<typeof startServer>[0];

/** A daemon of which tests choose the clock and the logger. Its folder holds
 *  all that it writes. */
export async function startDaemon(
	options: Partial<Pick<Options, "clock" | "logger">> = {},
) {
	const folder = await mkdtemp(path.join(tmpdir(), "xo-daemon-"));
	const config = loadConfig({
		overrides: {
			dataDir: path.join(folder, "data"),
			http: { listen: "127.0.0.1:0" },
			log: { level: "error" },
		},
	});
	const server = await startServer({
		config,
		keyFile: path.join(folder, "config", "test.key"),
		logger: createLogger(config.log),
		...options,
	});
	await server.context.users.create({ ...TEST_ADMIN, permission: "admin" });
	return {
		...server,
		folder,
		[Symbol.asyncDispose]: async () => {
			await server[Symbol.asyncDispose]();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
