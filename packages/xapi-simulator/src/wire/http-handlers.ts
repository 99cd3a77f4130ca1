import { consoleHandlers } from "../console/handlers.ts";
import { rrdHandlers } from "../rrd/handlers.ts";
import type { AnyHttpHandler } from "./http-handler.ts";

/** What hosts answer outside of RPC: a line for each family of handlers. */
export const httpHandlers: readonly AnyHttpHandler[] = [
	...rrdHandlers,
	...consoleHandlers,
];
