import type { Call, HandlersOf } from "../api/handlers.ts";
import { objectOf } from "../objects/object-of.ts";
import type { PoolConnectionService } from "../pools/pool-connection-service.ts";
import { runAsync } from "../pools/refs.ts";

export function createPbdHandlers({
	pools,
}: {
	readonly pools: PoolConnectionService;
}): HandlersOf<"pbd"> {
	const run =
		(verb: string) =>
		async ({ objects, signal }: Pick<Call, "objects" | "signal">) => {
			const pbd = objectOf(objects.pbd, "PBD");
			const xapi = pools.xapiForWrite(pbd);
			await runAsync({ xapi, signal }, `PBD.${verb}`, [pbd._xapiRef]);
		};
	return {
		"pbd.connect": run("plug"),
		"pbd.disconnect": run("unplug"),
		"pbd.delete": run("destroy"),
	};
}
