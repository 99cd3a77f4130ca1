import { parseArgs } from "node:util";
import {
	ConfigError,
	createLogger,
	keyFileOf,
	loadConfig,
	startServer,
	version,
} from "@xo/server";
import { messageOf } from "@xo/std";

const HELP = `Usage: xo-server [options] [setup]

Manages XCP-ng and XenServer pools.

  --config FILE         configuration, in TOML
  --data DIR            folder of the database (dataDir)
  --listen HOST:PORT    where to serve (http.listen); port 0 takes a free one
  --log-level LEVEL     trace, debug, info, warn or error
  --check-config        say whether the configuration is right, and stop
  --version, --help

  setup                 make the first administrator, for scripts:
                        --email and the password on standard input
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

/** Resolves once a signal asks to stop. */
function untilStopped(): Promise<NodeJS.Signals> {
	return new Promise((resolve) => {
		for (const signal of ["SIGINT", "SIGTERM"] as const) {
			process.once(signal, () => resolve(signal));
		}
	});
}

function parseFlags(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			options: FLAGS,
			allowPositionals: true,
		});
	} catch (error) {
		throw new ConfigError(`${messageOf(error)}\nTry xo-server --help`);
	}
}

/** The exit code. */
export async function run(args: readonly string[]): Promise<number> {
	const { values, positionals } = parseFlags(args);
	if (values.help) {
		process.stdout.write(HELP);
		return 0;
	}
	if (values.version) {
		process.stdout.write(`${version}\n`);
		return 0;
	}
	const environment = process.env;
	const config = loadConfig({
		file: values.config,
		environment,
		overrides: {
			...(values.data === undefined ? {} : { dataDir: values.data }),
			...(values.listen === undefined
				? {}
				: { http: { listen: values.listen } }),
			...(values["log-level"] === undefined
				? {}
				: { log: { level: values["log-level"] as "info" } }),
		},
	});
	const keyFile = keyFileOf(config, { file: values.config, environment });
	if (values["check-config"]) {
		process.stdout.write("the configuration is right\n");
		return 0;
	}
	const [command] = positionals;
	if (command !== undefined) {
		throw new ConfigError(`unknown command "${command}"; see --help`);
	}
	const logger = createLogger(config.log);
	const server = await startServer({ config, keyFile, logger });
	const signal = await untilStopped();
	logger.info({ signal }, "stopping");
	await server[Symbol.asyncDispose]();
	return 0;
}
