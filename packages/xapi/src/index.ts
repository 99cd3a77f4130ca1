export type { XapiChange } from "./common/change-log.ts";
export type { XapiLogger } from "./common/logger.ts";
export type { XapiClass, XapiMirror } from "./common/mirror.ts";
export { reconnectDelay } from "./common/reconnect-delay.ts";
export { parseRrd } from "./common/rrd/parse-rrd.ts";
export { parseRrdUpdates } from "./common/rrd/parse-updates.ts";
export type {
	Rrd,
	RrdArchive,
	RrdColumn,
	RrdConsolidation,
	RrdDataSource,
	RrdUpdates,
} from "./common/rrd/types.ts";
export type { WaitTaskOptions } from "./common/task-waiter.ts";
export type {
	WatchOptions,
	XapiBatch,
	XapiState,
} from "./common/watcher.ts";
export { XapiError } from "./common/xapi-error.ts";
export type { BodyRequest, HandlerRequest } from "./node/http-handlers.ts";
export type { XapiLimits } from "./node/limits.ts";
export type { XapiOptions, XapiTls } from "./node/options.ts";
export type { RrdUpdatesRequest } from "./node/rrd-fetch.ts";
export type { HttpAnswer } from "./node/transport.ts";
export { Xapi } from "./node/xapi.ts";
