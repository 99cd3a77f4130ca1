import type { XoBond, XoNetwork, XoPif } from "@xo/contract";
import type { Context } from "../context.ts";
import { pifIsBonded } from "../facets.ts";
import {
	flag,
	number,
	optionalNumber,
	optionalStrings,
	optionalText,
	refOf,
	stringMap,
	strings,
	text,
	type XapiRecord,
} from "../records.ts";
import { base } from "./base.ts";

export function deriveNetwork(
	network: XapiRecord,
	context: Context,
): XoNetwork {
	const otherConfig = stringMap(network, "other_config");
	const pifs = strings(network, "PIFs");
	const purpose = optionalStrings(network, "purpose");
	return {
		...base("network", network, context),
		PIFs: context.links("PIF", pifs),
		VIFs: context.links("VIF", strings(network, "VIFs")),
		automatic: otherConfig.automatic === "true",
		bridge: text(network, "bridge"),
		current_operations: stringMap(network, "current_operations"),
		defaultIsLocked: text(network, "default_locking_mode") === "disabled",
		insecureNbd: purpose?.includes("insecure_nbd"),
		nbd: purpose?.includes("nbd"),
		isBonded: pifs.some((pif) => context.read(pifIsBonded, pif) === true),
		MTU: number(network, "MTU"),
		name_description: text(network, "name_description"),
		name_label: text(network, "name_label"),
		other_config: otherConfig,
		tags: strings(network, "tags"),
	};
}

export function derivePif(pif: XapiRecord, context: Context): XoPif {
	const metrics = context.record("PIF_metrics", refOf(pif, "metrics"));
	return {
		...base("PIF", pif, context),
		...bonding(pif, context),
		$host: context.link("host", refOf(pif, "host")),
		$network: context.link("network", refOf(pif, "network")),
		attached: flag(pif, "currently_attached"),
		carrier: metrics !== undefined && flag(metrics, "carrier"),
		device: text(pif, "device"),
		deviceName: metrics && optionalText(metrics, "device_name"),
		disallowUnplug: flag(pif, "disallow_unplug"),
		dns: text(pif, "DNS"),
		gateway: text(pif, "gateway"),
		ip: text(pif, "IP"),
		netmask: text(pif, "netmask"),
		ipv6: strings(pif, "IPv6"),
		ipv6Mode: text(pif, "ipv6_configuration_mode"),
		mac: text(pif, "MAC"),
		management: flag(pif, "management"),
		mode: text(pif, "ip_configuration_mode"),
		mtu: number(pif, "MTU"),
		physical: flag(pif, "physical"),
		primaryAddressType: text(pif, "primary_address_type"),
		speed: metrics && optionalNumber(metrics, "speed"),
		vlan: optionalNumber(pif, "VLAN") ?? -1,
	};
}

function bonding(pif: XapiRecord, context: Context) {
	const bondOfMember = refOf(pif, "bond_slave_of");
	const ownBonds = strings(pif, "bond_master_of");
	const bond = context.record("Bond", bondOfMember);
	const ownBond = context.record("Bond", ownBonds[0]);
	return {
		bondMaster: bond && context.link("PIF", refOf(bond, "master")),
		bondSlaves: ownBond && context.links("PIF", strings(ownBond, "slaves")),
		isBondMaster: ownBonds.length > 0,
		isBondSlave: bondOfMember !== undefined,
	};
}

export function deriveBond(bond: XapiRecord, context: Context): XoBond {
	return {
		...base("bond", bond, context),
		master: context.link("PIF", refOf(bond, "master")),
		mode: text(bond, "mode"),
	};
}
