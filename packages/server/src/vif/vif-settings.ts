import type { ParsedParamsOf, XoNetwork, XoVif } from "@xo/contract";
import type { Xapi } from "@xo/xapi";
import type { Ref } from "@xo/xapi-wire";
import { createVif } from "../pools/devices.ts";
import { xapiRefOf } from "../pools/refs.ts";
import { writeMapKey } from "../pools/write-map.ts";

type Settings = Pick<
	ParsedParamsOf<"vif.set">,
	| "mac"
	| "allowedIpv4Addresses"
	| "allowedIpv6Addresses"
	| "lockingMode"
	| "rateLimit"
	| "txChecksumming"
>;

/** Writes the settings; says whether any takes effect only at the next plug. */
export async function writeVif(
	{ xapi, ref }: { readonly xapi: Xapi; readonly ref: Ref<"VIF"> },
	settings: Settings,
): Promise<boolean> {
	const { allowedIpv4Addresses: v4, allowedIpv6Addresses: v6 } = settings;
	const hasAddresses = (v4?.length ?? 0) + (v6?.length ?? 0) > 0;
	const mode =
		settings.lockingMode ?? (hasAddresses ? ("locked" as const) : undefined);
	if (mode !== undefined) await xapi.call("VIF.set_locking_mode", ref, mode);
	if (v4 !== undefined) await xapi.call("VIF.set_ipv4_allowed", ref, v4);
	if (v6 !== undefined) await xapi.call("VIF.set_ipv6_allowed", ref, v6);
	const { rateLimit, txChecksumming } = settings;
	if (rateLimit !== undefined) {
		const isLimited = rateLimit !== null;
		await xapi.call(
			"VIF.set_qos_algorithm_type",
			ref,
			isLimited ? "ratelimit" : "",
		);
		await xapi.call(
			"VIF.set_qos_algorithm_params",
			ref,
			isLimited ? { kbps: String(rateLimit) } : {},
		);
	}
	if (txChecksumming !== undefined) {
		await writeMapKey({ xapi, className: "VIF", ref }, "other_config", [
			"ethtool-tx",
			String(txChecksumming),
		]);
	}
	return rateLimit !== undefined || txChecksumming !== undefined;
}

/** Another MAC address takes another VIF: makes one at the same device with
 *  the settings of the old one, which goes. */
export async function recreateVif(
	target: {
		readonly vif: XoVif;
		readonly ref: Ref<"VIF">;
		readonly xapi: Xapi;
	},
	wanted: Settings & { readonly network: XoNetwork | undefined },
): Promise<Ref<"VIF">> {
	const { vif, ref, xapi } = target;
	const old = await xapi.call("VIF.get_record", ref);
	if (old.currently_attached) await xapi.call("VIF.unplug", ref);
	await xapi.call("VIF.destroy", ref);
	const make = (mac: string, network: Ref<"network">) =>
		createVif(
			{ xapi, vm: old.VM },
			{
				network,
				mac,
				device: old.device,
				mtu: old.MTU,
				ipv4: old.ipv4_allowed,
				ipv6: old.ipv6_allowed,
				lockingMode: old.locking_mode,
				more: {
					other_config: old.other_config,
					qos_algorithm_type: old.qos_algorithm_type,
					qos_algorithm_params: old.qos_algorithm_params,
				},
			},
		);
	const { network } = wanted;
	try {
		const created = await make(
			wanted.mac ?? vif.MAC,
			network === undefined ? old.network : xapiRefOf(network, "network"),
		);
		await writeVif({ xapi, ref: created }, wanted);
		return created;
	} catch (error) {
		await make(vif.MAC, old.network).catch(() => undefined);
		throw error;
	}
}
