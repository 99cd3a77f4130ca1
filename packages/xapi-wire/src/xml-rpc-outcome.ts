import { isPlainObject } from "@xo/std";
import type { RpcOutcome } from "./json-rpc.ts";
import { WireError } from "./wire-error.ts";
import { decodeXmlRpcReply } from "./xml-rpc-decode.ts";

/** What XAPI's XML-RPC reply says. Values are untyped: see `coerceValue`.
 *  @throws WireError `MALFORMED`, `TOO_DEEP` */
export function decodeXmlRpcOutcome(xml: string): RpcOutcome {
	const reply = decodeXmlRpcReply(xml);
	if (isPlainObject(reply)) {
		if (reply.Status === "Success") return { result: reply.Value ?? "" };
		if (Array.isArray(reply.ErrorDescription)) {
			return { error: reply.ErrorDescription.map(String) };
		}
		throw new WireError("MALFORMED", "XML-RPC: a reply without a Status");
	}
	return { result: reply };
}
