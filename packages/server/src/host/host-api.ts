import type { HandlersOf } from "../api/handlers.ts";
import type { LiveObjects } from "../objects/live-objects.ts";
import { objectOf } from "../objects/object-of.ts";
import type { PoolConnectionService } from "../pools/pool-connection-service.ts";
import { xapiRefOf } from "../pools/refs.ts";
import { createHostPowerHandlers } from "./host-power-api.ts";

export function createHostHandlers(dependencies: {
	readonly pools: PoolConnectionService;
	readonly objects: LiveObjects;
}): HandlersOf<"host"> {
	const { pools } = dependencies;
	return {
		...createHostPowerHandlers(dependencies),
		"host.set": async ({ params, objects }) => {
			const host = objectOf(objects.host, "host");
			const xapi = pools.xapiForWrite(host);
			const ref = xapiRefOf(host, "host");
			const { name_label, name_description, iscsiIqn, multipathing } = params;
			if (name_label !== undefined) {
				await xapi.call("host.set_name_label", ref, name_label);
			}
			if (name_description !== undefined) {
				await xapi.call("host.set_name_description", ref, name_description);
			}
			if (iscsiIqn !== undefined && iscsiIqn !== host.iscsiIqn) {
				await xapi.call("host.set_iscsi_iqn", ref, iscsiIqn);
			}
			if (multipathing !== undefined && multipathing !== host.multipathing) {
				await xapi.call("host.set_multipathing", ref, multipathing);
			}
		},
	};
}
