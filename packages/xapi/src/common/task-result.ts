import {
	coerceValue,
	decodeXmlRpcValue,
	WireError,
	type WireValue,
} from "@xo/xapi-wire";
import { findMessage } from "./signatures.ts";
import { XapiError } from "./xapi-error.ts";

/** The value in a task's `result` field: a fragment of XML-RPC, nothing, or
 *  (patch uploads) a bare ref. */
export function parseTaskResult(text: string, method?: string): WireValue {
	if (!text.startsWith("<")) return text;
	const type = method === undefined ? undefined : findMessage(method)?.result;
	try {
		const value = decodeXmlRpcValue(text);
		return type === undefined
			? value
			: coerceValue(type, value, { isStrict: false });
	} catch (cause) {
		if (!(cause instanceof WireError)) throw cause;
		throw new XapiError("PROTOCOL_ERROR", { params: [cause.message], cause });
	}
}
