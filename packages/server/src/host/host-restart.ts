import { ApiError, type XoObjectOf } from "@xo/contract";
import { messageOf } from "@xo/std";
import type { Xapi } from "@xo/xapi";
import { runAsync, xapiRefOf } from "../pools/refs.ts";
import { evacuate, whileDisabled } from "./evacuation.ts";
import { type HostCall, residentVms, runOnHost } from "./host-call.ts";

/** How long a host may take to boot before its VMs are left suspended. */
const MAX_BOOT_MS = 30 * 60_000;
const SUSPEND = "suspend";

export interface RestartOptions {
	readonly force?: boolean | undefined;
	readonly suspendResidentVms: boolean;
	readonly bypassBlockedSuspend?: boolean | undefined;
	readonly bypassVersionCheck?: boolean | undefined;
}

export async function restartHost(
	call: HostCall,
	options: RestartOptions,
): Promise<void> {
	if (!options.bypassVersionCheck) checkVersion(call);
	const reboot = () => runOnHost(call, "host.reboot");
	if (options.suspendResidentVms) {
		await restartSuspending(call, options.bypassBlockedSuspend ?? false);
		return;
	}
	if (options.force) await whileDisabled(call, reboot);
	else await evacuate(call, { afterwards: reboot });
}

/** Members must not run ahead of the master of their pool.
 *  @throws ApiError `incorrectState` */
function checkVersion({ host, objects }: HostCall): void {
	const pool = objects.find(host.$pool);
	const master = pool?.type === "pool" ? objects.find(pool.master ?? "") : pool;
	if (master?.type !== "host" || master.id === host.id) return;
	const [ours = "", theirs = ""] = [host.version, master.version];
	if (ours.localeCompare(theirs, "en", { numeric: true }) <= 0) return;
	throw new ApiError("incorrectState", {
		message: `the master ${master.name_label} has an older version (${theirs}) than this host (${ours}): update it first, or use bypassVersionCheck`,
		data: {
			actual: theirs,
			expected: ours,
			object: master.id,
			property: "version",
		},
	});
}

async function restartSuspending(
	call: HostCall,
	isForced: boolean,
): Promise<void> {
	const { host } = call;
	const running = residentVms(call).filter(
		({ power_state }) => power_state === "Running",
	);
	const suspended: XoObjectOf<"VM">[] = [];
	const back = untilBack(call);
	try {
		await whileDisabled(call, async () => {
			for (const vm of running) {
				await suspend(call, vm, isForced);
				suspended.push(vm);
			}
			await runOnHost(call, "host.reboot");
		});
	} catch (error) {
		back.cancel();
		await resumeAll(call, suspended, call.xapi);
		throw error;
	}
	try {
		await back.done;
	} catch (cause) {
		throw new ApiError("operationFailed", {
			message: `${host.name_label} has not come back; ${suspended.length} VMs are suspended`,
			data: { objectId: host.id, code: "HOST_STILL_BOOTING" },
			cause,
		});
	}
	await resumeAll(call, suspended, call.reconnected());
}

async function suspend(
	{ xapi, signal, task }: HostCall,
	vm: XoObjectOf<"VM">,
	isForced: boolean,
): Promise<void> {
	const ref = xapiRefOf(vm, "VM");
	const reason = vm.blockedOperations[SUSPEND];
	const isBlocked = isForced && reason !== undefined;
	if (isBlocked) {
		await xapi.call("VM.remove_from_blocked_operations", ref, SUSPEND);
	}
	try {
		await runAsync({ xapi, signal }, "VM.suspend", [ref]);
	} finally {
		if (isBlocked) {
			await xapi
				.call("VM.add_to_blocked_operations", ref, SUSPEND, reason)
				.catch((error: unknown) =>
					task?.warn(`cannot block ${SUSPEND} again: ${messageOf(error)}`),
				);
		}
	}
}

async function resumeAll(
	{ host, task }: HostCall,
	vms: readonly XoObjectOf<"VM">[],
	xapi: Xapi,
): Promise<void> {
	for (const vm of vms) {
		await xapi
			.call(
				"VM.resume_on",
				xapiRefOf(vm, "VM"),
				xapiRefOf(host, "host"),
				false,
				false,
			)
			.catch((error: unknown) =>
				task?.warn(`cannot resume ${vm.name_label}: ${messageOf(error)}`),
			);
	}
}

/** Waits until the host has booted anew and takes VMs again. */
function untilBack({ host, objects, signal }: HostCall) {
	const { promise, resolve, reject } = Promise.withResolvers<void>();
	const end = AbortSignal.any([signal, AbortSignal.timeout(MAX_BOOT_MS)]);
	const subscription = objects.onChanges(() => {
		const now = objects.find(host.id);
		const isBack =
			now?.type === "host" &&
			now.power_state === "Running" &&
			now.enabled &&
			(now.startTime ?? 0) > (host.startTime ?? 0);
		if (isBack) resolve();
	});
	const stop = () => reject(end.reason);
	end.addEventListener("abort", stop, { once: true });
	const done = promise.finally(() => {
		subscription[Symbol.dispose]();
		end.removeEventListener("abort", stop);
	});
	// It may fail before anybody waits for it.
	done.catch(() => undefined);
	return { done, cancel: () => resolve() };
}

export async function stopHost(
	call: HostCall,
	{ bypassEvacuate }: { readonly bypassEvacuate?: boolean | undefined },
): Promise<void> {
	const shutDown = () => runOnHost(call, "host.shutdown");
	if (bypassEvacuate) await whileDisabled(call, shutDown);
	else await evacuate(call, { afterwards: shutDown });
}

/** Saves what can be saved of the VMs, then goes down. */
export async function emergencyShutdown(call: HostCall): Promise<void> {
	const { task } = call;
	for (const vm of residentVms(call)) {
		if (vm.power_state !== "Running") continue;
		await suspend(call, vm, true).catch((error: unknown) =>
			task?.warn(`cannot suspend ${vm.name_label}: ${messageOf(error)}`),
		);
	}
	await whileDisabled(call, () => runOnHost(call, "host.shutdown"));
}
