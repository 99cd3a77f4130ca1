import { ApiError, type ApiErrorName, type XoObject } from "@xo/contract";
import type { XapiError } from "@xo/xapi/common";
import { serialiseError } from "../tasks/serialise-error.ts";

type Params = readonly string[];

interface Mapping {
	readonly name: ApiErrorName;
	readonly data?: (params: Params) => Readonly<Record<string, unknown>>;
}

/** XAPI codes that clients know under a name of ours. */
const mappings: Readonly<Record<string, Mapping>> = {
	EHOSTUNREACH: { name: "serverUnreachable" },
	HOST_OFFLINE: {
		name: "hostOffline",
		data: ([objectId]) => ({ objectId }),
	},
	NO_HOSTS_AVAILABLE: { name: "noHostsAvailable" },
	NOT_SUPPORTED_DURING_UPGRADE: { name: "notSupportedDuringUpgrade" },
	OPERATION_BLOCKED: {
		name: "operationBlocked",
		data: ([objectId, code]) => ({ objectId, code }),
	},
	PIF_VLAN_EXISTS: {
		name: "objectAlreadyExists",
		data: ([objectId]) => ({ objectId, objectType: "PIF" }),
	},
	SESSION_AUTHENTICATION_FAILED: { name: "authenticationFailed" },
	VDI_IN_USE: {
		name: "vdiInUse",
		data: ([objectId, operation]) => ({ objectId, operation }),
	},
	VM_BAD_POWER_STATE: {
		name: "vmBadPowerState",
		data: ([objectId, expected, actual]) => ({
			objectId,
			expected: expected?.split(/[,;] ?/),
			actual,
		}),
	},
	VM_IS_TEMPLATE: {
		name: "vmIsTemplate",
		data: ([objectId]) => ({ objectId }),
	},
	VM_LACKS_FEATURE: {
		name: "vmLacksFeature",
		data: ([objectId, feature]) => ({ objectId, feature }),
	},
	VM_LACKS_FEATURE_SHUTDOWN: {
		name: "vmLacksFeature",
		data: ([objectId]) => ({ objectId, feature: "shutdown" }),
	},
	VM_MISSING_PV_DRIVERS: {
		name: "vmMissingPvDrivers",
		data: ([objectId]) => ({ objectId }),
	},
};

const NO_OBJECTS: readonly XoObject[] = [];

/** The error of a pool as clients know it; an unmapped one keeps its code and
 *  parameters in `data`. Refs of the `objects` of the call become their ids. */
export function toApiError(
	error: XapiError,
	objects: readonly XoObject[] = NO_OBJECTS,
): ApiError {
	const ids = new Map(objects.map(({ _xapiRef, id }) => [_xapiRef, id]));
	const params = error.params.map((param) => ids.get(param) ?? param);
	const mapping = Object.hasOwn(mappings, error.code)
		? mappings[error.code]
		: undefined;
	if (mapping === undefined) {
		let { message } = error;
		for (const [ref, id] of ids) message = message.replaceAll(ref, id);
		return new ApiError("generic", {
			message,
			data: { ...serialiseError(error), message, params },
			cause: error,
		});
	}
	return new ApiError(mapping.name, {
		...(mapping.data === undefined ? {} : { data: mapping.data(params) }),
		cause: error,
	});
}
