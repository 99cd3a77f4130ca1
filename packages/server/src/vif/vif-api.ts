import {
	invalidParameters,
	type ParsedParamsOf,
	type XoNetwork,
	type XoVif,
} from "@xo/contract";
import type { Xapi } from "@xo/xapi";
import type { Ref, VifRecord } from "@xo/xapi-wire";
import type { Call, HandlersOf } from "../api/handlers.ts";
import type { LiveObjects } from "../objects/live-objects.ts";
import { objectOf } from "../objects/object-of.ts";
import { untilSeen } from "../objects/until-seen.ts";
import { createVif } from "../pools/devices.ts";
import type { PoolConnectionService } from "../pools/pool-connection-service.ts";
import { xapiRefOf } from "../pools/refs.ts";
import { recreateVif, writeVif } from "./vif-settings.ts";

interface Target {
	readonly vif: XoVif;
	readonly ref: Ref<"VIF">;
	readonly xapi: Xapi;
}

/** Brings the plug where it should be: as asked, else as it was. */
async function replug(
	{ xapi, vif }: Target,
	ref: Ref<"VIF">,
	wanted: boolean | undefined,
): Promise<void> {
	const isAttached = await xapi.call("VIF.get_currently_attached", ref);
	const goal = wanted ?? vif.attached;
	if (isAttached === goal) return;
	await xapi.call(goal ? "VIF.plug" : "VIF.unplug", ref);
}

async function setVif(
	target: Target,
	params: ParsedParamsOf<"vif.set">,
	network: XoNetwork | undefined,
): Promise<Ref<"VIF">> {
	const { vif, ref, xapi } = target;
	if (params.resourceSet !== undefined) {
		throw invalidParameters("self-service is not available in this version");
	}
	if (network !== undefined && network.$pool !== vif.$pool) {
		throw invalidParameters("the network is not in the pool of this VIF");
	}
	const isOtherMac =
		params.mac !== undefined &&
		params.mac.toLowerCase() !== vif.MAC.toLowerCase();
	if (isOtherMac) {
		const created = await recreateVif(target, { ...params, network });
		await replug(target, created, params.attached);
		return created;
	}
	if (network !== undefined && network.id !== vif.$network) {
		await xapi.call("VIF.move", ref, xapiRefOf(network, "network"));
	}
	const needsReplug = await writeVif({ xapi, ref }, params);
	// The host reads these when the VIF is plugged.
	if (needsReplug && vif.attached) await xapi.call("VIF.unplug", ref);
	await replug(target, ref, params.attached);
	return ref;
}

export function createVifHandlers(dependencies: {
	readonly pools: PoolConnectionService;
	readonly objects: LiveObjects;
}): HandlersOf<"vif"> {
	const { pools, objects: live } = dependencies;

	function targetOf({ objects }: Pick<Call, "objects">): Target {
		const vif = objectOf(objects.vif, "VIF");
		return { vif, ref: xapiRefOf(vif, "VIF"), xapi: pools.xapiForWrite(vif) };
	}

	return {
		"vif.connect": async (call) => {
			const { xapi, ref } = targetOf(call);
			await xapi.callAsync("VIF.plug", [ref], { signal: call.signal });
		},
		"vif.disconnect": async (call) => {
			const { xapi, ref } = targetOf(call);
			await xapi.callAsync("VIF.unplug", [ref], { signal: call.signal });
		},
		"vif.delete": async (call) => {
			const { vif, xapi, ref } = targetOf(call);
			if (vif.attached) {
				await xapi.callAsync("VIF.unplug", [ref], { signal: call.signal });
			}
			await xapi.call("VIF.destroy", ref);
		},
		"vif.set": async (call) => {
			const { network } = call.objects;
			const target = targetOf(call);
			const ref = await setVif(
				target,
				call.params,
				network === undefined ? undefined : objectOf(network, "network"),
			);
			const uuid = await target.xapi.call("VIF.get_uuid", ref);
			return await untilSeen(live, uuid, call.signal);
		},
		"vif.getLockingModeValues": () => [
			"disabled",
			"locked",
			"network_default",
			"unlocked",
		],
		"vif.create": async ({ params, objects, signal }) => {
			const vm = objectOf(objects.vm, "VM", "VM-template", "VM-snapshot");
			const network = objectOf(objects.network, "network");
			if (vm.$pool !== network.$pool) {
				throw invalidParameters("the network and the VM are not in one pool");
			}
			const xapi = pools.xapiForWrite(vm);
			const { currently_attached, other_config } = params;
			const { qos_algorithm_type, qos_algorithm_params } = params;
			const ref = await createVif(
				{ xapi, vm: xapiRefOf(vm, "VM") },
				{
					network: xapiRefOf(network, "network"),
					device: params.device,
					mac: params.MAC,
					mtu: params.MTU,
					ipv4: params.ipv4_allowed,
					ipv6: params.ipv6_allowed,
					lockingMode: params.locking_mode,
					more: Object.fromEntries(
						Object.entries({
							currently_attached,
							other_config,
							qos_algorithm_type,
							qos_algorithm_params,
						}).filter(([, value]) => value !== undefined),
					) as Partial<VifRecord>,
				},
			);
			const isRunning = vm.type === "VM" && vm.power_state === "Running";
			if (isRunning && currently_attached !== false) {
				await xapi.call("VIF.plug", ref);
			}
			return await untilSeen(
				live,
				await xapi.call("VIF.get_uuid", ref),
				signal,
			);
		},
	};
}
