import { ApiError, invalidParameters, type XoObject } from "@xo/contract";
import { messageOf } from "@xo/std";
import { runAsync, xapiRefOf } from "../pools/refs.ts";
import { withUnblocked } from "./blocked-operation.ts";
import type { VmCall } from "./vm-call.ts";

/** How objects of the pools are looked up. */
export interface ObjectLookup {
	find(id: string): XoObject | undefined;
	ofType(type: string): Iterable<XoObject>;
}

export interface StartOptions {
	readonly host?: XoObject | undefined;
	readonly force?: boolean | undefined;
	readonly bypassMacAddressesCheck?: boolean | undefined;
}

/** Starts a VM, or brings it on from where it is. */
export async function startVm(
	call: VmCall,
	objects: ObjectLookup,
	options: StartOptions,
): Promise<void> {
	const { vm, xapi } = call;
	const { host, force = false } = options;
	if (host !== undefined && host.$pool !== vm.$pool) {
		throw invalidParameters("the host is not in the pool of this VM");
	}
	if (vm.power_state === "Paused") {
		await runAsync(call, "VM.unpause", [vm._xapiRef]);
		return;
	}
	if (!options.bypassMacAddressesCheck) checkMacAddresses(vm, objects);
	const verb = vm.power_state === "Suspended" ? "resume" : "start";
	if (host === undefined) {
		await runAsync(call, `VM.${verb}`, [vm._xapiRef, false, force]);
		return;
	}
	await xapi.call("VM.set_affinity", call.ref, xapiRefOf(host, "host"));
	await runAsync(call, `VM.${verb}_on`, [
		vm._xapiRef,
		host._xapiRef,
		false,
		force,
	]);
}

/** Two machines with one MAC address on the same pool disturb each other. */
function checkMacAddresses(vm: VmCall["vm"], objects: ObjectLookup): void {
	const own = new Set<string>();
	for (const id of vm.VIFs) {
		const vif = id === null ? undefined : objects.find(id);
		if (vif?.type === "VIF") own.add(vif.MAC.toLowerCase());
	}
	if (own.size === 0) return;
	for (const vif of objects.ofType("VIF")) {
		if (vif.type !== "VIF" || !vif.attached || vif.$pool !== vm.$pool) continue;
		if (vif.$VM === vm.id || !own.has(vif.MAC.toLowerCase())) continue;
		const other = objects.find(vif.$VM ?? "");
		if (other?.type !== "VM" || other.power_state !== "Running") continue;
		throw new ApiError("operationFailed", {
			message: `the MAC address ${vif.MAC} is in use by the running VM ${other.name_label}: change it, or start with bypassMacAddressesCheck`,
			data: { objectId: vm.id, code: "DUPLICATED_MAC_ADDRESS" },
		});
	}
}

export interface StopOptions {
	readonly force?: boolean | undefined;
	/** Milliseconds that the guest has before it is stopped by force. */
	readonly forceShutdownDelay: number;
	readonly bypassBlockedOperation?: boolean | undefined;
}

export async function stopVm(
	call: VmCall,
	options: StopOptions,
): Promise<void> {
	if (options.force) {
		await hardShutdown(call, options.bypassBlockedOperation);
		return;
	}
	const clean = (signal: AbortSignal) =>
		withUnblocked(
			call,
			{
				operation: "clean_shutdown",
				isBypassed: options.bypassBlockedOperation,
			},
			() =>
				runAsync({ ...call, signal }, "VM.clean_shutdown", [call.vm._xapiRef]),
		);
	if (options.forceShutdownDelay === 0) {
		await clean(call.signal);
		return;
	}
	const timeout = AbortSignal.timeout(options.forceShutdownDelay);
	try {
		await clean(AbortSignal.any([call.signal, timeout]));
	} catch (error) {
		call.signal.throwIfAborted();
		call.task?.warn(`stopped by force: ${messageOf(error)}`);
		await hardShutdown(call, options.bypassBlockedOperation);
	}
}

export async function hardShutdown(
	call: VmCall,
	isBypassed: boolean | undefined,
): Promise<void> {
	await withUnblocked(call, { operation: "hard_shutdown", isBypassed }, () =>
		runAsync(call, "VM.hard_shutdown", [call.vm._xapiRef]),
	);
}

export async function restartVm(
	call: VmCall,
	options: {
		readonly force?: boolean | undefined;
		readonly bypassBlockedOperation?: boolean | undefined;
	},
): Promise<void> {
	const operation = options.force ? "hard_reboot" : "clean_reboot";
	await withUnblocked(
		call,
		{ operation, isBypassed: options.bypassBlockedOperation },
		() => runAsync(call, `VM.${operation}`, [call.vm._xapiRef]),
	);
}
