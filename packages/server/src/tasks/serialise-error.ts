import { ApiError } from "@xo/contract";
import { XapiError } from "@xo/xapi/common";

/** What a task or an administrator is told of an error: no stack, no call
 *  parameters. */
export function serialiseError(error: unknown): Record<string, unknown> {
	if (error instanceof XapiError) {
		return {
			name: error.name,
			message: error.message,
			code: error.code,
			params: error.params,
			...(error.call === undefined ? {} : { call: error.call }),
		};
	}
	if (error instanceof ApiError) {
		return {
			name: error.name,
			message: error.message,
			code: error.code,
			...(error.data === undefined ? {} : { data: error.data }),
		};
	}
	if (error instanceof Error) {
		const { code } = error as { code?: unknown };
		return {
			name: error.name,
			message: error.message,
			...(typeof code === "string" ? { code } : {}),
		};
	}
	return { message: String(error) };
}
