import { messageOf } from "@xo/std";
import { WireError } from "@xo/xapi-wire";
import { XapiFailure } from "./types.ts";

/** What a caller is told of anything that was thrown. */
export function failureOf(error: unknown): XapiFailure {
	if (error instanceof XapiFailure) return error;
	if (error instanceof WireError && error.code === "BAD_VALUE") {
		return new XapiFailure("INVALID_VALUE", [error.message]);
	}
	return new XapiFailure("INTERNAL_ERROR", [messageOf(error)]);
}
