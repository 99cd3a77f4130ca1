import { text } from "node:stream/consumers";
import type { Worker } from "node:worker_threads";
import {
	ConfigError,
	checkConfig,
	createLogger,
	keyFileOf,
	runSetup,
	type ServerConfig,
	startServer,
	version,
} from "@xo/server";
import { untilStopped } from "@xo/std/until-stopped";
import { type Flags, HELP, parseFlags } from "./flags.ts";

interface Installation {
	readonly config: ServerConfig;
	readonly keyFile: string;
}

function loadInstallation({ config: file, overrides }: Flags): Installation {
	const environment = process.env;
	const config = checkConfig({ file, environment, overrides });
	return { config, keyFile: keyFileOf(config, { file, environment }) };
}

async function readPassword(): Promise<string> {
	if (process.stdin.isTTY) {
		throw new ConfigError(
			"setup: give the password on standard input, as in: xo-server setup --email me@example.org < password-file",
		);
	}
	return (await text(process.stdin)).replace(/\r?\n$/, "");
}

async function setUp(
	{ config, keyFile }: Installation,
	email: string | undefined,
): Promise<void> {
	if (email === undefined) throw new ConfigError("setup: --email is needed");
	const password = await readPassword();
	const logger = createLogger({ ...config.log, level: "warn" });
	await runSetup({ config, keyFile, logger }, { email, password });
	process.stdout.write(`${email} is now the first administrator\n`);
}

async function serve(
	{ config, keyFile }: Installation,
	sqliteWorker: Worker | undefined,
): Promise<void> {
	const logger = createLogger(config.log);
	// Before the start: whoever sees us listening may stop us at once.
	const stopped = untilStopped();
	const server = await startServer({
		config,
		keyFile,
		logger,
		sqliteWorker,
	});
	const link = await server.createSetupLink();
	if (link !== undefined) announceSetup(link, config.log);
	const signal = await stopped;
	logger.info({ signal }, "stopping");
	await server[Symbol.asyncDispose]();
}

/** A line of the log for programs, and plain text for people, whatever the
 *  level of the log: else nobody could ever sign in. */
function announceSetup(url: string, log: ServerConfig["log"]): void {
	const message =
		"first start: make the administrator on this page, within an hour";
	if (log.format === "json") {
		createLogger({ ...log, level: "info" }).info({ url }, message);
	}
	process.stderr.write(`\nxo-server: ${message}\n\n    ${url}\n\n`);
}

/** The exit code. A database thread that was started ahead saves its time. */
export async function run(
	args: readonly string[],
	sqliteWorker?: Worker,
): Promise<number> {
	const flags = parseFlags(args);
	switch (flags.task) {
		case "help":
			process.stdout.write(HELP);
			return 0;
		case "version":
			process.stdout.write(`${version}\n`);
			return 0;
		case "check":
			loadInstallation(flags);
			process.stdout.write("the configuration is right\n");
			return 0;
		case "setup":
			await setUp(loadInstallation(flags), flags.email);
			return 0;
		case "serve":
			await serve(loadInstallation(flags), sqliteWorker);
			return Number(process.exitCode ?? 0);
	}
}
