import type { XoObject, XoObjectOf } from "@xo/contract";
import type { Xapi } from "@xo/xapi";
import type { Ref } from "@xo/xapi-wire";
import type { Call } from "../api/handlers.ts";
import type { LiveObjects } from "../objects/live-objects.ts";
import { objectOf } from "../objects/object-of.ts";
import type { PoolConnectionService } from "../pools/pool-connection-service.ts";
import { runAsync, xapiRefOf } from "../pools/refs.ts";

/** A host, where to reach its pool, and how to report on the work. */
export interface HostCall {
	readonly host: XoObjectOf<"host">;
	readonly ref: Ref<"host">;
	readonly xapi: Xapi;
	readonly objects: Pick<LiveObjects, "find" | "onChanges">;
	/** The pool may come back under another connection. */
	readonly reconnected: () => Xapi;
	readonly signal: AbortSignal;
	readonly task: Call["task"];
}

export function hostCallOf(
	{
		pools,
		objects,
	}: {
		readonly pools: PoolConnectionService;
		readonly objects: LiveObjects;
	},
	object: XoObject | undefined,
	call: Pick<Call, "signal" | "task">,
): HostCall {
	const host = objectOf(object, "host");
	return {
		host,
		ref: xapiRefOf(host, "host"),
		xapi: pools.xapiForWrite(host),
		objects,
		reconnected: () => pools.xapiForWrite(host),
		signal: call.signal,
		task: call.task,
	};
}

/** VMs that are on the host, its control domain left out. */
export function residentVms({ host, objects }: HostCall): XoObjectOf<"VM">[] {
	return host.residentVms.flatMap((id) => {
		const vm = id === null ? undefined : objects.find(id);
		return vm?.type === "VM" ? [vm] : [];
	});
}

/** Runs a message on the host as a task of its pool. */
export async function runOnHost(call: HostCall, method: string): Promise<void> {
	await runAsync(call, method, [call.ref]);
}
