import { ApiError } from "@xo/contract";
import { serialiseError } from "../tasks/serialise-error.ts";

export interface JsonRpcError {
	readonly code: number;
	readonly message: string;
	readonly data?: unknown;
}

/** What the caller is told. An unforeseen error is explained to administrators
 *  only, and never with its stack. */
export function toJsonRpcError(error: unknown, isAdmin: boolean): JsonRpcError {
	if (error instanceof ApiError) {
		return {
			code: error.code,
			message: error.message,
			...(error.data === undefined ? {} : { data: error.data }),
		};
	}
	if (!isAdmin) {
		return { code: -32000, message: "unknown error from the peer" };
	}
	const data = serialiseError(error);
	return { code: -32000, message: String(data.message), data };
}
