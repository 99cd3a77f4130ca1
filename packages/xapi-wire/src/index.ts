export { coerceValue } from "./coerce.ts";
export { type Datamodel, datamodel } from "./datamodel.ts";
export { EPOCH_DATE, formatXapiDate, parseXapiDate } from "./date.ts";
export type { EventBatch, EventRecord } from "./event-types.ts";
export type { XapiAsyncMethod, XapiMethods } from "./generated/methods.ts";
export type * from "./generated/records.ts";
export { encodeJsonValue } from "./json-encode.ts";
export {
	decodeJsonRpcReply,
	decodeJsonRpcRequest,
	encodeJsonRpcFailure,
	encodeJsonRpcRequest,
	encodeJsonRpcSuccess,
	type JsonRpcRequest,
	type JsonRpcVersion,
	type RpcOutcome,
} from "./json-rpc.ts";
export type {
	ClassModel,
	Field,
	Message,
	MessageKind,
	Parameter,
	Role,
} from "./message.ts";
export { NULL_REF, type Ref } from "./ref.ts";
export {
	parseSExpression,
	printSExpression,
	type SExpression,
} from "./s-expression.ts";
export { WireError } from "./wire-error.ts";
export type { WireValue } from "./wire-value.ts";
export { parseXapiType, type XapiType } from "./xapi-type.ts";
export {
	decodeXmlRpcRequest,
	decodeXmlRpcValue,
	type XmlRpcRequest,
} from "./xml-rpc-decode.ts";
export {
	encodePlainXmlRpcValue,
	encodeXmlRpcFailure,
	encodeXmlRpcReply,
	encodeXmlRpcRequest,
	encodeXmlRpcSuccess,
	encodeXmlRpcValue,
} from "./xml-rpc-encode.ts";
export { decodeXmlRpcOutcome } from "./xml-rpc-outcome.ts";
