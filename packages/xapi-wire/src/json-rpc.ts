import { isPlainObject } from "@xo/std";
import { WireError } from "./wire-error.ts";
import type { WireValue } from "./wire-value.ts";

export type JsonRpcVersion = "1.0" | "2.0";

export interface JsonRpcRequest {
	readonly version: JsonRpcVersion;
	readonly id: string | number;
	readonly method: string;
	readonly params: readonly WireValue[];
}

/** Reads a request as XAPI does: no notifications, no batches.
 *  @throws WireError `MALFORMED` */
export function decodeJsonRpcRequest(text: string): JsonRpcRequest {
	const body = parse(text);
	const { jsonrpc, id, method, params } = body;
	if (jsonrpc !== undefined && jsonrpc !== "2.0") {
		throw new WireError("MALFORMED", "JSON-RPC: unknown version");
	}
	if (typeof method !== "string") {
		throw new WireError("MALFORMED", "JSON-RPC: method is missing");
	}
	if (typeof id !== "string" && !Number.isInteger(id)) {
		throw new WireError("MALFORMED", "JSON-RPC: id is missing");
	}
	const version = jsonrpc === undefined ? "1.0" : "2.0";
	return {
		version,
		id: id as string | number,
		method,
		params: decodeParams(version, params),
	};
}

function parse(text: string): Record<string, unknown> {
	let body: unknown;
	try {
		body = JSON.parse(text);
	} catch (cause) {
		throw new WireError("MALFORMED", "JSON-RPC: not JSON", cause);
	}
	if (!isPlainObject(body)) {
		throw new WireError("MALFORMED", "JSON-RPC: not an object");
	}
	return body;
}

function decodeParams(version: JsonRpcVersion, params: unknown): WireValue[] {
	if (Array.isArray(params)) return params;
	if (version === "2.0") {
		if (params === undefined || params === null) return [];
		if (isPlainObject(params)) return [params as WireValue];
	}
	throw new WireError("MALFORMED", "JSON-RPC: params must be an array");
}

/** A request of version 2.0. */
export function encodeJsonRpcRequest(request: {
	readonly id: string | number;
	readonly method: string;
	readonly params: readonly unknown[];
}): string {
	return JSON.stringify({ jsonrpc: "2.0", ...request });
}

/** The answer to a request; `result` is JSON text. */
export function encodeJsonRpcSuccess(
	{ version, id }: Pick<JsonRpcRequest, "version" | "id">,
	result: string,
): string {
	const tail = `"id":${JSON.stringify(id)}}`;
	return version === "2.0"
		? `{"jsonrpc":"2.0","result":${result},${tail}`
		: `{"result":${result},"error":null,${tail}`;
}

/** The answer that fails with XAPI's code and parameters. */
export function encodeJsonRpcFailure(
	{ version, id }: Pick<JsonRpcRequest, "version" | "id">,
	error: readonly string[],
): string {
	if (version === "1.0") return JSON.stringify({ result: null, error, id });
	const [message = "", ...params] = error;
	return JSON.stringify({
		jsonrpc: "2.0",
		error: { code: 1, message, data: params },
		id,
	});
}

/** What a reply says: a result, or XAPI's code and parameters. */
export type RpcOutcome =
	| { readonly result: WireValue }
	| { readonly error: readonly string[] };

/** Reads a reply of version 1.0 or 2.0.
 *  @throws WireError `MALFORMED` */
export function decodeJsonRpcReply(text: string): RpcOutcome {
	const { result, error } = parse(text);
	if (error === undefined || error === null) {
		if (result === undefined) {
			throw new WireError("MALFORMED", "JSON-RPC: neither result nor error");
		}
		return { result: result as WireValue };
	}
	if (Array.isArray(error)) return { error: error.map(String) };
	if (isPlainObject(error)) {
		const params = Array.isArray(error.data) ? error.data : [];
		return { error: [String(error.message), ...params.map(String)] };
	}
	throw new WireError("MALFORMED", "JSON-RPC: error has no known form");
}
