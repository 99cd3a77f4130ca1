import { encodeJsonValue, encodeXmlRpcValue } from "@xo/xapi-wire";
import type { FieldValue } from "./types.ts";

/** A result in either encoding, made when asked for. */
export interface Reply {
	json(): string;
	/** An XML-RPC `<value>`. */
	xml(): string;
	/** XML-RPC without the Status struct. */
	readonly isBare?: true;
}

/** A result that is already in its wire encodings, unlike a plain value. */
export class PreparedReply implements Reply {
	readonly json: () => string;
	readonly xml: () => string;

	constructor(encodings: Reply) {
		this.json = encodings.json;
		this.xml = encodings.xml;
	}
}

export function replyOf(
	type: string,
	value: FieldValue | PreparedReply | undefined,
): Reply {
	if (value instanceof PreparedReply) return value;
	return {
		json: () => encodeJsonValue(type, value),
		xml: () => encodeXmlRpcValue(type, value),
	};
}
