import { noSuchObject } from "@xo/contract";
import type { HandlersOf } from "../api/handlers.ts";
import { getMethodsInfo } from "../api/introspection.ts";

/** Of the JSON-RPC dialect; existing clients expect just this. */
const API_VERSION = "0.1";

export function createSystemHandlers(options: {
	readonly version: string;
}): HandlersOf<"system"> {
	return {
		"system.getMethodsInfo": () => getMethodsInfo(),
		"system.listMethods": () => Object.keys(getMethodsInfo()),
		"system.methodSignature": ({ params: { method } }) => {
			const info = getMethodsInfo();
			if (!Object.hasOwn(info, method)) throw noSuchObject(method, "method");
			return [{ name: method, params: {}, ...info[method] }];
		},
		"system.getServerVersion": () => options.version,
		"system.getVersion": () => API_VERSION,
		"system.getServerTimezone": () =>
			Intl.DateTimeFormat().resolvedOptions().timeZone,
	};
}
