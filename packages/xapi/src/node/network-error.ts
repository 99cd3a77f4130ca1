import { isPlainObject, messageOf } from "@xo/std";
import { type XapiCallInfo, XapiError } from "../common/xapi-error.ts";

const TIMEOUTS: Readonly<Record<string, string>> = {
	UND_ERR_CONNECT_TIMEOUT: "connect",
	UND_ERR_HEADERS_TIMEOUT: "answer",
	UND_ERR_BODY_TIMEOUT: "body",
};

/** Whatever a socket, undici or an abort signal throws, as an `XapiError`. */
export function toXapiError(error: unknown, call?: XapiCallInfo): XapiError {
	if (error instanceof XapiError) {
		if (call === undefined || error.call !== undefined) return error;
		const { code, params, cause } = error;
		return new XapiError(code, { params, call, cause });
	}
	if (error instanceof SyntaxError) {
		return new XapiError("PROTOCOL_ERROR", {
			params: [messageOf(error)],
			call,
			cause: error,
		});
	}
	const code = codeOf(error);
	const details = { call, cause: error };
	const timeout = TIMEOUTS[code];
	if (timeout !== undefined) {
		return new XapiError("TIMEOUT", { params: [timeout], ...details });
	}
	if (code === "ABORT_ERR" || code === "UND_ERR_ABORTED" || code === "20") {
		return new XapiError("ABORTED", { params: [messageOf(error)], ...details });
	}
	// undici's word for a connection that the other side closed.
	if (code === "UND_ERR_SOCKET") return new XapiError("ECONNRESET", details);
	if (/^E[A-Z_]+$/.test(code)) return new XapiError(code, details);
	return new XapiError("NETWORK_ERROR", {
		params: [messageOf(error)],
		...details,
	});
}

function codeOf(error: unknown): string {
	if (!isPlainObject(error)) return "";
	if (error.code !== undefined) return String(error.code);
	return error.name === "AbortError" ? "ABORT_ERR" : "";
}

/** The signal's end, as an error. */
export function abortedError(signal: AbortSignal): XapiError {
	const { reason } = signal;
	if (reason instanceof XapiError) return reason;
	return new XapiError("ABORTED", {
		params: [messageOf(reason)],
		cause: reason,
	});
}
