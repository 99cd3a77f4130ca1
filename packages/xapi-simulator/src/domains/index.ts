import type { HandlerTable } from "../core/types.ts";

/** The messages that have behaviour, by wire name. */
export const domainHandlers: HandlerTable = {};
