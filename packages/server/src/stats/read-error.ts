import { ApiError, type XoHost } from "@xo/contract";
import { messageOf } from "@xo/std";
import { XapiError } from "@xo/xapi/common";

/** Codes with which a host does not answer, rather than answers badly. */
const UNREACHABLE =
	/^(?:E[A-Z]+|TIMEOUT|ABORTED|NETWORK_ERROR|CERTIFICATE_\w+)$/;

/** What is wrong when a host does not give its statistics. */
export function toStatsError(error: unknown, host: XoHost): unknown {
	if (!(error instanceof XapiError)) return error;
	const kind = UNREACHABLE.test(error.code)
		? "serverUnreachable"
		: "operationFailed";
	return new ApiError(kind, {
		message: `cannot read the statistics of host ${host.name_label} (${host.address}): ${messageOf(error)}`,
		data: { objectId: host.id, code: error.code },
		cause: error,
	});
}

/** A host that is off keeps no statistics. */
export function hostIsOff(host: XoHost): ApiError {
	return new ApiError("hostOffline", {
		message: `host ${host.name_label} is not running: there are no statistics of it now`,
		data: { objectId: host.id },
	});
}
