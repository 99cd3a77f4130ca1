export { XoConnectionError, XoError } from "./errors.ts";
export { followObjects, type ObjectsEvent } from "./follow-objects.ts";
export {
	type OpenQuery,
	openQuery,
	type QueryEvent,
	type QueryParams,
} from "./open-query.ts";
export type { Notification } from "./rpc-connection.ts";
export type { CreateSocket, SocketEvent, SocketLike } from "./socket.ts";
export type { CallOptions } from "./within.ts";
export {
	type CallParams,
	type CallResult,
	type ClientEvents,
	type ClientState,
	type Credentials,
	type MethodName,
	type Resource,
	type User,
	XoClient,
	type XoClientOptions,
} from "./xo-client.ts";
