export { checkConfig } from "./config/check-config.ts";
/** The configuration file's schema, defaults filled in. */
export type { PartialConfig, ServerConfig } from "./config/config-schema.ts";
export { ConfigError, keyFileOf, loadConfig } from "./config/load-config.ts";
export type { Context } from "./context.ts";
export { createLogger } from "./http/create-logger.ts";
export type { Logger } from "./http/logger.ts";
export { type RunningServer, startServer } from "./server.ts";
export { runSetup } from "./setup/run-setup.ts";
export type { Administrator } from "./setup/setup-service.ts";
export { version } from "./version.ts";
