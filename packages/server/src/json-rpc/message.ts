import { isPlainObject } from "@xo/std";
import { hasForbiddenKey } from "../api/forbidden-keys.ts";
import { isTooDeep, MAX_JSON_DEPTH } from "../http/json-depth.ts";

/** A request, or why a frame is none. */
export type ParsedMessage =
	| {
			readonly kind: "request";
			readonly id: string | number | undefined;
			readonly method: string;
			readonly params: unknown;
	  }
	| {
			readonly kind: "invalid";
			readonly id: string | number | null;
			readonly code: -32700 | -32600 | 10;
			readonly message: string;
	  };

function invalid(
	code: -32700 | -32600 | 10,
	message: string,
	id: string | number | null = null,
): ParsedMessage {
	return { kind: "invalid", id, code, message };
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

export function parseMessage(text: string): ParsedMessage {
	if (isTooDeep(text)) {
		return invalid(-32700, `JSON nested deeper than ${MAX_JSON_DEPTH} levels`);
	}
	const message = parseJson(text);
	if (message === undefined) return invalid(-32700, "not valid JSON");
	if (Array.isArray(message)) {
		return invalid(-32600, "batches are not supported: send one call a frame");
	}
	if (!isPlainObject(message)) {
		return invalid(-32600, "a JSON-RPC 2.0 request object is expected");
	}
	const id = message.id;
	const isIdValid =
		id === undefined || typeof id === "string" || typeof id === "number";
	if (!isIdValid) return invalid(-32600, "id must be a string or a number");
	if (hasForbiddenKey(text, message)) {
		return invalid(10, 'no key may be named "__proto__"', id ?? null);
	}
	const { jsonrpc, method, params } = message;
	if (jsonrpc !== "2.0") {
		return invalid(-32600, 'jsonrpc must be "2.0"', id ?? null);
	}
	if (typeof method !== "string") {
		return invalid(-32600, "method must be a string", id ?? null);
	}
	if (params !== undefined && (typeof params !== "object" || params === null)) {
		return invalid(-32600, "params must be an object", id ?? null);
	}
	return { kind: "request", id, method, params };
}
