import { ApiError } from "@xo/contract";
import { type XapiCallInfo, XapiError } from "@xo/xapi/common";

/** What a task or an administrator is told of an error: no stack, no call
 *  parameters. */
export function serialiseError(error: unknown): Record<string, unknown> {
	if (error instanceof XapiError) {
		return {
			name: error.name,
			message: error.message,
			code: error.code,
			params: error.params,
			...systemDetails(error.cause),
			...(error.call === undefined ? {} : { call: describeCall(error.call) }),
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

/** Where a connection failed, under Node.js's names. */
function systemDetails(cause: unknown): Record<string, unknown> {
	if (cause instanceof AggregateError) return systemDetails(cause.errors[0]);
	if (!(cause instanceof Error && "syscall" in cause)) return {};
	const { errno, syscall, address, port } = cause as NodeJS.ErrnoException & {
		address?: string;
		port?: number;
	};
	return { errno, syscall, address, port };
}

function describeCall({ method, durationMs }: XapiCallInfo) {
	return { duration: durationMs, method, params: "* obfuscated *" };
}
