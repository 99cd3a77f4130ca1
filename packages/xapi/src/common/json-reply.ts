import { isPlainObject } from "@xo/std";
import type { RpcOutcome, WireValue } from "@xo/xapi-wire";
import { parseLenientJson } from "./lenient-json.ts";
import { XapiError } from "./xapi-error.ts";

/** Reads a JSON-RPC reply of any version, with the bare `NaN` that floats may
 *  be. Before dispatch pools fail with a bare array, whatever the version. */
export function readJsonReply(text: string): RpcOutcome {
	const { result, error } = parse(text);
	if (error === undefined || error === null) {
		if (result === undefined) throw malformed("neither result nor error");
		return { result: result as WireValue };
	}
	if (Array.isArray(error)) return { error: error.map(String) };
	if (isPlainObject(error)) {
		const params = Array.isArray(error.data) ? error.data : [];
		return { error: [String(error.message), ...params.map(String)] };
	}
	throw malformed("error has no known form");
}

function parse(text: string): Record<string, unknown> {
	let reply: unknown;
	try {
		reply = parseLenientJson(text);
	} catch {
		throw malformed("not JSON");
	}
	if (isPlainObject(reply)) return reply;
	throw malformed("not an object");
}

function malformed(what: string): XapiError {
	return new XapiError("PROTOCOL_ERROR", { params: [`JSON-RPC: ${what}`] });
}
