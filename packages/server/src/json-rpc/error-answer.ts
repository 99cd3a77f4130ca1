import { ApiError } from "@xo/contract";
import { XapiError } from "@xo/xapi";
import { toApiError } from "../api/map-xapi-error.ts";
import { serialiseError } from "../tasks/serialise-error.ts";

export interface JsonRpcError {
	readonly code: number;
	readonly message: string;
	readonly data?: unknown;
}

/** What the caller is told. An unforeseen error is explained to administrators
 *  only, and never with its stack. */
export function toJsonRpcError(error: unknown, isAdmin: boolean): JsonRpcError {
	const known = error instanceof XapiError ? toApiError(error) : error;
	if (known instanceof ApiError) {
		return {
			code: known.code,
			message: known.message,
			...(known.data === undefined ? {} : { data: known.data }),
		};
	}
	if (!isAdmin) {
		return { code: -32000, message: "unknown error from the peer" };
	}
	const data = serialiseError(error);
	return { code: -32000, message: String(data.message), data };
}
