import { ApiError } from "@xo/contract";
import { messageOf } from "@xo/std";
import type { Ref } from "@xo/xapi-wire";
import { xapiRefOf } from "../pools/refs.ts";
import { type HostCall, residentVms, runOnHost } from "./host-call.ts";

/** Which VMs move although their owners have blocked it. */
export type Forced = "all" | ReadonlySet<string>;

const NONE: Forced = new Set();
const MOVE = "pool_migrate";
const NAMED = 10;

/** Disables a host and moves its VMs away. When they cannot all move, nothing
 *  is changed; when one fails to, the host is enabled again.
 *  @throws ApiError `operationFailed`, naming the VMs that cannot move */
export async function evacuate(
	call: HostCall,
	options: {
		readonly autoEnable?: boolean | undefined;
		readonly forced?: Forced;
		/** What the host was emptied for. */
		readonly afterwards?: () => Promise<void>;
	} = {},
): Promise<void> {
	const { forced = NONE, autoEnable, afterwards } = options;
	await withUnblocked(call, forced, async () => {
		await checkMoves(call);
		const work = async () => {
			await runOnHost(call, "host.evacuate");
			await afterwards?.();
		};
		await whileDisabled(call, work, { autoEnable });
	});
}

/** Does something that needs a disabled host; a failure leaves the host as it
 *  was. */
export async function whileDisabled(
	call: HostCall,
	work: () => Promise<void>,
	{ autoEnable }: { readonly autoEnable?: boolean | undefined } = {},
): Promise<void> {
	const { host, ref, xapi, task } = call;
	const wasEnabled = await xapi.call("host.get_enabled", ref);
	if (wasEnabled || autoEnable !== undefined) await disable(call, autoEnable);
	try {
		await work();
	} catch (error) {
		if (wasEnabled) {
			await xapi
				.call("host.enable", ref)
				.catch((cause: unknown) =>
					task?.warn(
						`cannot enable ${host.name_label} again: ${messageOf(cause)}`,
					),
				);
		}
		throw error;
	}
}

/** Pools that know no second parameter are asked without it. */
export async function disable(
	{ xapi, ref }: HostCall,
	autoEnable: boolean | undefined,
): Promise<void> {
	if (autoEnable === false) await xapi.call("host.disable", ref, false);
	else await xapi.call("host.disable", ref);
}

async function checkMoves(call: HostCall): Promise<void> {
	const { xapi, ref, host } = call;
	const problems: Readonly<Record<string, readonly string[]>> = await xapi.call(
		"host.get_vms_which_prevent_evacuation",
		ref,
	);
	const entries = Object.entries(problems);
	if (entries.length === 0) return;
	const vms = new Map(residentVms(call).map((vm) => [vm._xapiRef, vm]));
	const named = entries.slice(0, NAMED).map(([vmRef, [code = ""]]) => {
		return `${vms.get(vmRef)?.name_label ?? vmRef} (${code})`;
	});
	const rest = entries.length - named.length;
	throw new ApiError("operationFailed", {
		message: `these VMs cannot move away from ${host.name_label}: ${named.join(", ")}${rest > 0 ? `, and ${rest} more` : ""}`,
		data: {
			objectId: host.id,
			code: entries[0]?.[1][0] ?? "CANNOT_EVACUATE_HOST",
			vms: Object.fromEntries(
				entries.map(([vmRef, [code]]) => [vms.get(vmRef)?.id ?? vmRef, code]),
			),
		},
	});
}

async function withUnblocked(
	call: HostCall,
	forced: Forced,
	work: () => Promise<void>,
): Promise<void> {
	const { xapi, task } = call;
	const blocked = residentVms(call).flatMap((vm) => {
		const reason = vm.blockedOperations[MOVE];
		const isForced = forced === "all" || forced.has(vm.id);
		return reason !== undefined && isForced ? [{ vm, reason }] : [];
	});
	const unblocked: { ref: Ref<"VM">; reason: string }[] = [];
	try {
		for (const { vm, reason } of blocked) {
			const ref = xapiRefOf(vm, "VM");
			await xapi.call("VM.remove_from_blocked_operations", ref, MOVE);
			unblocked.push({ ref, reason });
		}
		await work();
	} finally {
		for (const { ref, reason } of unblocked) {
			await xapi
				.call("VM.add_to_blocked_operations", ref, MOVE, reason)
				.catch((error: unknown) =>
					task?.warn(`cannot block a migration again: ${messageOf(error)}`),
				);
		}
	}
}
