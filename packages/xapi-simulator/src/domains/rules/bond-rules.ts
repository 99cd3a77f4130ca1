import type { Ref } from "../../core/types.ts";
import { NULL_REF, type StringMap } from "../record.ts";
import type { Refusal } from "./refusal.ts";

export interface BondMember {
	readonly ref: Ref;
	readonly host: Ref;
	readonly bond: Ref;
	readonly isManagement: boolean;
	readonly hasIp: boolean;
}

/** Why these PIFs cannot become one bond. */
export function refuseBondMembers(
	members: readonly BondMember[],
): Refusal | undefined {
	if (members.length < 2) return ["PIF_BOND_NEEDS_MORE_MEMBERS"];
	const bonded = members.find((member) => member.bond !== NULL_REF);
	if (bonded !== undefined) return ["PIF_ALREADY_BONDED", bonded.ref];
	if (new Set(members.map((member) => member.host)).size > 1) {
		return ["PIF_CANNOT_BOND_CROSS_HOST"];
	}
	if (members.filter((member) => member.hasIp).length > 1) {
		return ["PIF_BOND_MORE_THAN_ONE_IP"];
	}
	return undefined;
}

const LACP_DEFAULTS: StringMap = {
	hashing_algorithm: "tcpudp_ports",
	"lacp-time": "slow",
	"lacp-aggregation-key": "",
	"lacp-fallback-ab": "true",
};

const VALUES: Readonly<Record<string, RegExp>> = {
	hashing_algorithm: /^(?:tcpudp_ports|src_mac)$/,
	"lacp-time": /^(?:slow|fast)$/,
	"lacp-aggregation-key": /^\d*$/,
	"lacp-fallback-ab": /^(?:true|false)$/,
};

/** The properties that a bond gets, or what is wrong with the given ones. */
export function bondProperties(
	mode: string,
	given: StringMap,
): { readonly settings: StringMap } | { readonly refusal: Refusal } {
	for (const [name, value] of Object.entries(given)) {
		const isKnown = mode === "lacp" && VALUES[name]?.test(value);
		if (!isKnown) return { refusal: ["INVALID_VALUE", name, value] };
	}
	return { settings: mode === "lacp" ? { ...LACP_DEFAULTS, ...given } : {} };
}
