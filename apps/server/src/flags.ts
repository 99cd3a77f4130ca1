import { parseArgs } from "node:util";
import { ConfigError, type PartialConfig } from "@xo/server";
import { messageOf } from "@xo/std";

export const HELP = `Usage: xo-server [options] [setup --email EMAIL]

Manages XCP-ng and XenServer pools.

  --config FILE         configuration, in TOML
  --data DIR            folder of the database (dataDir)
  --listen HOST:PORT    where to serve (http.listen); port 0 takes a free one
  --log-level LEVEL     trace, debug, info, warn or error (log.level)
  --check-config        say whether the configuration is right, and stop
  --version, --help

  setup --email EMAIL   make the first administrator, for scripts: the password
                        is read from standard input; the daemon must not run

Environment: XO_SERVER_DATA_DIR, XO_SERVER_KEY_FILE, XO_SERVER_DATABASE_URL,
XO_SERVER_LISTEN, XO_SERVER_LOG_LEVEL override the configuration file.
Exit code: 0, or 1 after an error.
`;

const FLAGS = {
	config: { type: "string" },
	data: { type: "string" },
	listen: { type: "string" },
	"log-level": { type: "string" },
	"check-config": { type: "boolean" },
	email: { type: "string" },
	help: { type: "boolean", short: "h" },
	version: { type: "boolean" },
} as const;

export interface Flags {
	readonly config: string | undefined;
	readonly email: string | undefined;
	readonly task: "serve" | "setup" | "check" | "help" | "version";
	readonly overrides: PartialConfig;
}

function usageError(message: string): ConfigError {
	return new ConfigError(`${message}; see xo-server --help`);
}

function parse(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			options: FLAGS,
			allowPositionals: true,
		});
	} catch (error) {
		const [reason = ""] = messageOf(error).split(/\.\s/);
		throw usageError(reason);
	}
}

/** @throws ConfigError naming the flag or command */
export function parseFlags(args: readonly string[]): Flags {
	const { values, positionals } = parse(args);
	const [command, excess] = positionals;
	if (command !== undefined && command !== "setup") {
		throw usageError(`unknown command "${command}"`);
	}
	if (excess !== undefined) throw usageError(`unexpected "${excess}"`);
	if (values.email !== undefined && command === undefined) {
		throw usageError("--email goes with setup");
	}
	const level = values["log-level"];
	return {
		config: values.config,
		email: values.email,
		task: values.help
			? "help"
			: values.version
				? "version"
				: values["check-config"]
					? "check"
					: (command ?? "serve"),
		overrides: {
			...(values.data === undefined ? {} : { dataDir: values.data }),
			...(values.listen === undefined
				? {}
				: { http: { listen: values.listen } }),
			// Checked with the rest of the configuration.
			...(level === undefined ? {} : { log: { level: level as "info" } }),
		},
	};
}
