import type { HandlersOf } from "../api/handlers.ts";
import { objectOf } from "../objects/object-of.ts";
import type { PoolConnectionService } from "../pools/pool-connection-service.ts";
import { xapiRefOf } from "../pools/refs.ts";

export function createSrHandlers(dependencies: {
	readonly pools: PoolConnectionService;
}): HandlersOf<"sr"> {
	const { pools } = dependencies;
	return {
		"sr.set": async ({ params, objects }) => {
			const sr = objectOf(objects.sr, "SR");
			const xapi = pools.xapiForWrite(sr);
			const ref = xapiRefOf(sr, "SR");
			const { name_label, name_description } = params;
			if (name_label !== undefined) {
				await xapi.call("SR.set_name_label", ref, name_label);
			}
			if (name_description !== undefined) {
				await xapi.call("SR.set_name_description", ref, name_description);
			}
		},
		"sr.scan": async ({ objects, signal }) => {
			const sr = objectOf(objects.sr, "SR");
			const xapi = pools.xapiForWrite(sr);
			await xapi.callAsync("SR.scan", [xapiRefOf(sr, "SR")], { signal });
		},
	};
}
