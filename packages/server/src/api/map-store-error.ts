import { ApiError } from "@xo/contract";
import { STORE_ERROR_CODES, StoreError, type StoreErrorCode } from "@xo/store";

/** Troubles of the database itself, which are nobody's parameters' fault. */
const troubles: ReadonlySet<StoreErrorCode> = new Set([
	"read-only",
	"full",
	"locked",
	"unreachable",
	"overloaded",
	"closed",
	"failed",
	"corrupt",
]);

/** What callers are told of a failed database: no paths, which the log has. */
export function toServiceError(error: StoreError): ApiError | StoreError {
	if (!troubles.has(error.code)) return error;
	return new ApiError("serviceUnavailable", {
		message: `nothing was changed: ${STORE_ERROR_CODES[error.code]}`,
		data: { serviceName: "database", code: error.code },
		cause: error,
	});
}

/** For the `catch` of a row that is written: callers learn which one is like
 *  it already. */
export function ifDuplicate(toError: () => ApiError) {
	return (error: unknown): never => {
		const isDuplicate =
			error instanceof StoreError && error.code === "duplicate";
		throw isDuplicate ? toError() : error;
	};
}
