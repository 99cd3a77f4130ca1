/** Every error that a client of the daemon can receive. `code` is the number
 *  of JSON-RPC, `status` that of REST. Source: compatible clients test these. */
export const apiErrors = {
	notImplemented: { code: 0, status: 501, message: "not implemented" },
	noSuchObject: { code: 1, status: 404, message: "no such object" },
	unauthorized: { code: 2, status: 403, message: "not enough permissions" },
	invalidCredentials: { code: 3, status: 401, message: "invalid credentials" },
	forbiddenOperation: { code: 5, status: 403, message: "forbidden operation" },
	noHostsAvailable: { code: 7, status: 500, message: "no hosts available" },
	authenticationFailed: {
		code: 8,
		status: 500,
		message: "authentication failed",
	},
	serverUnreachable: { code: 9, status: 500, message: "server unreachable" },
	invalidParameters: { code: 10, status: 422, message: "invalid parameters" },
	vmMissingPvDrivers: {
		code: 11,
		status: 500,
		message: "missing PV drivers in the guest",
	},
	vmIsTemplate: { code: 12, status: 500, message: "VM is a template" },
	vmBadPowerState: { code: 13, status: 500, message: "VM bad power state" },
	vmLacksFeature: { code: 14, status: 500, message: "VM lacks feature" },
	notSupportedDuringUpgrade: {
		code: 15,
		status: 500,
		message: "not supported during upgrade",
	},
	objectAlreadyExists: { code: 16, status: 409, message: "already exists" },
	vdiInUse: { code: 17, status: 500, message: "VDI in use" },
	hostOffline: { code: 18, status: 500, message: "host offline" },
	operationBlocked: { code: 19, status: 500, message: "operation blocked" },
	operationFailed: { code: 21, status: 500, message: "operation failed" },
	incorrectState: { code: 25, status: 409, message: "incorrect state" },
	serviceUnavailable: {
		code: 28,
		status: 503,
		message: "service unavailable",
	},
	generic: { code: -32000, status: 500, message: "unknown error" },
	methodNotFound: { code: -32601, status: 404, message: "method not found" },
	/** Answered as JSON-RPC's -32700/-32600, where there is an id to answer. */
	invalidRequest: { code: -32600, status: 400, message: "invalid request" },
	tooManyRequests: { code: 29, status: 429, message: "too many requests" },
} as const;

export type ApiErrorName = keyof typeof apiErrors;

/** What a call fails with. `message` and `data` are safe to show to the
 *  caller; `cause` is for the log only. */
export class ApiError extends Error {
	override readonly name = "ApiError";
	readonly kind: ApiErrorName;
	readonly data: unknown;

	constructor(
		kind: ApiErrorName,
		options: {
			readonly message?: string;
			readonly data?: unknown;
			readonly cause?: unknown;
		} = {},
	) {
		super(options.message ?? apiErrors[kind].message, { cause: options.cause });
		this.kind = kind;
		this.data = options.data;
	}

	/** Code in JSON-RPC. */
	get code(): number {
		return apiErrors[this.kind].code;
	}

	/** Status in REST. */
	get status(): number {
		return apiErrors[this.kind].status;
	}
}

export function noSuchObject(id: unknown, type: string): ApiError {
	return new ApiError("noSuchObject", {
		message: `no such ${type} ${String(id)}`,
		data: { id, type },
	});
}

export function invalidParameters(
	message: string,
	data: Readonly<Record<string, unknown>> = {},
): ApiError {
	return new ApiError("invalidParameters", { message, data });
}

export function unauthorized(
	permission: string | undefined,
	object: { readonly id?: string; readonly type?: string } = {},
): ApiError {
	return new ApiError("unauthorized", { data: { permission, object } });
}
