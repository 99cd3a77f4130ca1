import type { XoObject } from "@xo/contract";
import type { Xapi } from "@xo/xapi";
import type { Ref } from "@xo/xapi-wire";
import type { Call } from "../api/handlers.ts";
import type { PoolConnectionService } from "../pools/pool-connection-service.ts";
import { xapiRefOf } from "../pools/refs.ts";

/** Kinds of object that are a VM to XAPI. */
export type AnyVm = Extract<
	XoObject,
	{ type: "VM" | "VM-snapshot" | "VM-template" }
>;

/** A VM, where to reach it, and how to report on the work. */
export interface VmCall {
	readonly vm: AnyVm;
	readonly ref: Ref<"VM">;
	readonly xapi: Xapi;
	readonly signal: AbortSignal;
	readonly task: Call["task"];
}

/** Narrows what the dispatcher resolved; its type is checked there. */
export function vmCallOf(
	pools: PoolConnectionService,
	object: XoObject | undefined,
	call: Pick<Call, "signal" | "task">,
): VmCall {
	const isVm =
		object?.type === "VM" ||
		object?.type === "VM-snapshot" ||
		object?.type === "VM-template";
	if (!isVm) throw new TypeError(`not a VM: ${object?.type}`);
	return {
		vm: object,
		ref: xapiRefOf(object, "VM"),
		xapi: pools.xapiForWrite(object),
		signal: call.signal,
		task: call.task,
	};
}
