import type { Call, HandlersOf } from "../api/handlers.ts";
import { objectOf } from "../objects/object-of.ts";
import type { PoolConnectionService } from "../pools/pool-connection-service.ts";
import { callAsyncByName } from "../pools/refs.ts";

export function createPbdHandlers({
	pools,
}: {
	readonly pools: PoolConnectionService;
}): HandlersOf<"pbd"> {
	const run =
		(verb: string) =>
		async ({ objects, signal }: Pick<Call, "objects" | "signal">) => {
			const pbd = objectOf(objects.pbd, "PBD");
			await callAsyncByName(pools.xapiForWrite(pbd), {
				method: `PBD.${verb}`,
				params: [pbd._xapiRef],
				signal,
			});
		};
	return {
		"pbd.connect": run("plug"),
		"pbd.disconnect": run("unplug"),
		"pbd.delete": run("destroy"),
	};
}
