import type { Logger as PinoLogger } from "pino";

/** Structured log; secrets never reach it. */
export type Logger = Pick<
	PinoLogger,
	"trace" | "debug" | "info" | "warn" | "error" | "fatal" | "child"
>;
