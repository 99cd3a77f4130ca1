import { noSuchObject } from "@xo/contract";
import type { HandlersOf } from "../api/handlers.ts";
import type { PoolConnectionService } from "../pools/pool-connection-service.ts";
import { xapiRefOf } from "../pools/refs.ts";

export function createMessageHandlers(dependencies: {
	readonly pools: PoolConnectionService;
}): HandlersOf<"message"> {
	return {
		"message.delete": async ({ objects: { message }, params }) => {
			if (message === undefined) throw noSuchObject(params.id, "message");
			await dependencies.pools
				.xapiForWrite(message)
				.call("message.destroy", xapiRefOf(message, "message"));
		},
	};
}
