/** The call that failed; its parameters are not kept, for they hold secrets. */
export interface XapiCallInfo {
	readonly method: string;
	readonly durationMs: number;
}

export interface XapiErrorOptions {
	readonly params?: readonly string[];
	readonly call?: XapiCallInfo | undefined;
	readonly cause?: unknown;
}

/** Any failure of a call to a pool. `code` is XAPI's own code, the system's
 *  (`ECONNREFUSED`), or one of {@link CLIENT_ERROR_CODES}; `params` are that
 *  code's parameters. Holds no password and no session. */
export class XapiError extends Error {
	override readonly name = "XapiError";
	readonly code: string;
	readonly params: readonly string[];
	readonly call: XapiCallInfo | undefined;

	constructor(code: string, options: XapiErrorOptions = {}) {
		const { params = [], call, cause } = options;
		super(
			(params.length === 0 ? systemMessage(cause) : undefined) ??
				`${code}(${params.join(", ")})`,
			cause === undefined ? {} : { cause },
		);
		this.code = code;
		this.params = params;
		this.call = call;
	}
}

/** `connect ECONNREFUSED 192.0.2.10:443`: with the address, which the code
 *  lacks. A name with several addresses fails with an error for each. */
function systemMessage(cause: unknown): string | undefined {
	if (cause instanceof AggregateError) return systemMessage(cause.errors[0]);
	const isSystem = cause instanceof Error && "syscall" in cause;
	return isSystem ? cause.message : undefined;
}

/** Codes that this client raises itself, and the parameters of each. */
export const CLIENT_ERROR_CODES = {
	ABORTED: ["reason"],
	CERTIFICATE_CHANGED: ["address", "expected", "actual"],
	CERTIFICATE_UNTRUSTED: ["address", "fingerprint", "reason"],
	CLOSED: [],
	HTTP_ERROR: ["status", "path"],
	NETWORK_ERROR: ["message"],
	POOL_CHANGED: ["expected", "actual"],
	PROTOCOL_ERROR: ["message"],
	PROXY_ERROR: ["message"],
	REDIRECT_REFUSED: ["address"],
	TASK_VANISHED: ["task"],
	TIMEOUT: ["what"],
} as const satisfies Record<string, readonly string[]>;

export function hasCode(error: unknown, ...codes: string[]): boolean {
	return error instanceof XapiError && codes.includes(error.code);
}

/** Removes secrets from the parameters that a pool echoes. */
export function redact(
	params: readonly string[],
	secrets: readonly (string | undefined)[],
): string[] {
	return params.map((param) => {
		let text = param;
		for (const secret of secrets) {
			if (secret) text = text.replaceAll(secret, "***");
		}
		return text;
	});
}
