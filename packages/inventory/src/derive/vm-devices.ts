import type { XoVbd, XoVif, XoVtpm } from "@xo/contract";
import type { Context } from "../context.ts";
import {
	flag,
	number,
	refOf,
	stringMap,
	strings,
	text,
	toNumber,
	type XapiRecord,
} from "../records.ts";
import { base } from "./base.ts";

export function deriveVbd(vbd: XapiRecord, context: Context): XoVbd {
	return {
		...base("VBD", vbd, context),
		attached: flag(vbd, "currently_attached"),
		bootable: flag(vbd, "bootable"),
		device: text(vbd, "device") || null,
		is_cd_drive: text(vbd, "type") === "CD",
		position: text(vbd, "userdevice"),
		read_only: text(vbd, "mode") === "RO",
		VDI: context.link("VDI", refOf(vbd, "VDI")),
		VM: context.link("VM", refOf(vbd, "VM")),
	};
}

export function deriveVif(vif: XapiRecord, context: Context): XoVif {
	const otherConfig = stringMap(vif, "other_config");
	const tx = otherConfig["ethtool-tx"];
	return {
		...base("VIF", vif, context),
		$network: context.link("network", refOf(vif, "network")),
		$VM: context.link("VM", refOf(vif, "VM")),
		allowedIpv4Addresses: strings(vif, "ipv4_allowed"),
		allowedIpv6Addresses: strings(vif, "ipv6_allowed"),
		attached: flag(vif, "currently_attached"),
		device: text(vif, "device"),
		lockingMode: (text(vif, "locking_mode") ||
			"network_default") as XoVif["lockingMode"],
		MAC: text(vif, "MAC"),
		MTU: number(vif, "MTU"),
		other_config: otherConfig,
		rateLimit:
			text(vif, "qos_algorithm_type") === "ratelimit"
				? toNumber(stringMap(vif, "qos_algorithm_params").kbps)
				: undefined,
		txChecksumming: tx !== "false" && tx !== "off",
	};
}

export function deriveVtpm(vtpm: XapiRecord, context: Context): XoVtpm {
	return {
		...base("VTPM", vtpm, context),
		vm: context.link("VM", refOf(vtpm, "VM")),
	};
}
