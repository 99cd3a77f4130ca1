import type { HandlersOf } from "../api/handlers.ts";
import { objectOf } from "../objects/object-of.ts";
import type { PoolConnectionService } from "../pools/pool-connection-service.ts";
import { callByName, xapiRefOf } from "../pools/refs.ts";
import { writeMapKey } from "../pools/write-map.ts";

export function createNetworkHandlers(dependencies: {
	readonly pools: PoolConnectionService;
}): HandlersOf<"network"> {
	const { pools } = dependencies;
	return {
		"network.set": async ({ params, objects }) => {
			const network = objectOf(objects.network, "network");
			const xapi = pools.xapiForWrite(network);
			const ref = xapiRefOf(network, "network");
			const set = (field: string, value: unknown) =>
				callByName(xapi, `network.set_${field}`, [ref, value]);
			const { automatic, defaultIsLocked, mtu, nbd } = params;
			if (params.name_label !== undefined) {
				await set("name_label", params.name_label);
			}
			if (params.name_description !== undefined) {
				await set("name_description", params.name_description);
			}
			if (mtu !== undefined) await set("MTU", mtu);
			if (defaultIsLocked !== undefined) {
				await set(
					"default_locking_mode",
					defaultIsLocked ? "disabled" : "unlocked",
				);
			}
			if (automatic !== undefined) {
				await writeMapKey({ xapi, className: "network", ref }, "other_config", [
					"automatic",
					automatic ? "true" : null,
				]);
			}
			if (nbd !== undefined && nbd !== (network.nbd ?? false)) {
				const verb = nbd ? "add_purpose" : "remove_purpose";
				await callByName(xapi, `network.${verb}`, [ref, "nbd"]);
			}
		},
	};
}
