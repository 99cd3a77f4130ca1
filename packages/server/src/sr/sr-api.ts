import { ApiError } from "@xo/contract";
import type { Call, HandlersOf } from "../api/handlers.ts";
import type { LiveObjects } from "../objects/live-objects.ts";
import { objectOf } from "../objects/object-of.ts";
import type { PoolConnectionService } from "../pools/pool-connection-service.ts";
import { xapiRefOf } from "../pools/refs.ts";
import { plugAll, type SrCall, withDisconnected } from "./sr-pbds.ts";

export function createSrHandlers(dependencies: {
	readonly pools: PoolConnectionService;
	readonly objects: LiveObjects;
}): HandlersOf<"sr"> {
	const { pools } = dependencies;

	const of = (call: Pick<Call, "objects" | "signal" | "task">): SrCall => {
		const sr = objectOf(call.objects.sr, "SR");
		const { objects } = dependencies;
		const { signal, task } = call;
		return { sr, xapi: pools.xapiForWrite(sr), objects, signal, task };
	};

	const remove =
		(method: "SR.forget" | "SR.destroy") =>
		async (call: Pick<Call, "objects" | "signal" | "task">) => {
			const srCall = of(call);
			const { sr, xapi, signal } = srCall;
			await withDisconnected(srCall, () =>
				xapi.callAsync(method, [xapiRefOf(sr, "SR")], { signal }),
			);
		};
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
		"sr.connectAllPbds": async (call) => {
			await plugAll(of(call), "plug");
		},
		"sr.disconnectAllPbds": async (call) => {
			await plugAll(of(call), "unplug");
		},
		"sr.forget": remove("SR.forget"),
		"sr.destroy": async (call) => {
			const { sr, objects } = of(call);
			const disks = sr.VDIs.filter((id) => {
				const type = id === null ? undefined : objects.find(id)?.type;
				return type === "VDI" || type === "VDI-snapshot";
			});
			if (disks.length > 0) {
				throw new ApiError("operationFailed", {
					message: `${sr.name_label} holds ${disks.length} disks: delete or move them first`,
					data: { objectId: sr.id, code: "SR_NOT_EMPTY" },
				});
			}
			await remove("SR.destroy")(call);
		},
		"sr.scan": async ({ objects, signal }) => {
			const sr = objectOf(objects.sr, "SR");
			const xapi = pools.xapiForWrite(sr);
			await xapi.callAsync("SR.scan", [xapiRefOf(sr, "SR")], { signal });
		},
	};
}
