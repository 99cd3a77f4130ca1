/** What the server answered instead of a result. `code` and `data` are those
 *  of the JSON-RPC error (see `apiErrors` of the contract). */
export class XoError extends Error {
	override readonly name = "XoError";
	readonly code: number;
	readonly data: unknown;
	/** Method of the call that failed. */
	readonly method: string;

	constructor(
		method: string,
		error: {
			readonly code: number;
			readonly message: string;
			readonly data?: unknown;
		},
	) {
		super(error.message);
		this.method = method;
		this.code = error.code;
		this.data = error.data;
	}
}

/** - `unreachable`: no connection could be made.
 *  - `unanswered`: nothing came back in time, on a socket that is open.
 *  - `lost`: the connection ended while something was pending.
 *  - `timeout`: this call took longer than its `timeoutMs`.
 *  - `closed`: `close()` was called, or the credentials are no longer valid. */
export type ConnectionErrorCode =
	| "unreachable"
	| "unanswered"
	| "lost"
	| "timeout"
	| "closed";

/** A call that got no answer. Where the connection was lost under a call, the
 *  server may or may not have run it. */
export class XoConnectionError extends Error {
	override readonly name = "XoConnectionError";
	readonly code: ConnectionErrorCode;

	constructor(code: ConnectionErrorCode, message: string, cause?: unknown) {
		super(message, { cause });
		this.code = code;
	}

	/** Whether the same call may succeed later on the same client. */
	get isRetryable(): boolean {
		return this.code !== "closed";
	}
}
