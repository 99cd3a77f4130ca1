import { pino } from "pino";
import type { ServerConfig } from "../config/config-schema.ts";
import type { Logger } from "./logger.ts";

/** Names under which secrets travel; whatever holds them is cut out. */
const SECRETS = [
	"password",
	"token",
	"otp",
	"authorization",
	"cookie",
	"secret",
];

/** One JSON object a line on standard error, or lines for people. */
export function createLogger(config: ServerConfig["log"]): Logger {
	const options = {
		level: config.level,
		base: undefined,
		redact: {
			paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
			censor: "* obfuscated *",
		},
	};
	if (config.format === "json") return pino(options, pino.destination(2));
	return pino(options, {
		write(line: string) {
			const { level, time, msg, err, url, host } = JSON.parse(line);
			const parts = [
				new Date(time).toISOString().slice(11, 19),
				pino.levels.labels[level]?.padEnd(5),
				msg,
				url ?? host,
				err?.message,
			];
			process.stderr.write(`${parts.filter(Boolean).join(" ")}\n`);
		},
	});
}
