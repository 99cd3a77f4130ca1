import type { CallContext, HandlerTable, Ref } from "../core/types.ts";
import { DURATION_MS } from "./durations.ts";
import { createPif, destroyPif, refuseVirtual } from "./pif.ts";
import {
	flag,
	integer,
	isNull,
	list,
	map,
	NULL_REF,
	ref,
	type StringMap,
	text,
} from "./record.ts";
import { bondProperties, refuseBondMembers } from "./rules/bond-rules.ts";
import { isMac } from "./rules/mac.ts";
import { raise } from "./rules/refusal.ts";

function freeDevice({ db }: CallContext, host: Ref): string {
	const taken = new Set(
		list(db.get("host", host), "PIFs").map((pif) =>
			text(db.get("PIF", pif), "device"),
		),
	);
	for (let number = 0; ; number++) {
		if (!taken.has(`bond${number}`)) return `bond${number}`;
	}
}

const IP_FIELDS = [
	"ip_configuration_mode",
	"IP",
	"netmask",
	"gateway",
	"DNS",
	"ipv6_configuration_mode",
	"IPv6",
	"ipv6_gateway",
	"management",
] as const;

const NO_IP = {
	ip_configuration_mode: "None",
	IP: "",
	netmask: "",
	gateway: "",
	DNS: "",
	ipv6_configuration_mode: "None",
	IPv6: [],
	ipv6_gateway: "",
	management: false,
} as const;

/** VLANs, tunnels, VIFs and addresses pass from one PIF to another. */
function moveDuties(
	{ db }: CallContext,
	{ from, to }: { readonly from: Ref; readonly to: Ref },
	takesAddress: boolean,
): void {
	const record = db.get("PIF", from);
	for (const vlan of list(record, "VLAN_slave_of")) {
		db.update("VLAN", vlan, { tagged_PIF: to });
		const untagged = ref(db.get("VLAN", vlan), "untagged_PIF");
		const device = text(db.get("PIF", to), "device");
		if (db.find("PIF", untagged)) db.update("PIF", untagged, { device });
	}
	for (const tunnel of list(record, "tunnel_transport_PIF_of")) {
		db.update("tunnel", tunnel, { transport_PIF: to });
	}
	if (!takesAddress) return;
	const address = Object.fromEntries(
		IP_FIELDS.flatMap((field) => {
			const value = record[field];
			return value === undefined ? [] : [[field, value]];
		}),
	);
	db.update("PIF", to, address);
	db.update("PIF", from, NO_IP);
}

function moveVifs(
	{ db }: CallContext,
	{ from, to }: { readonly from: Ref; readonly to: Ref },
): void {
	for (const vif of list(db.find("network", from) ?? {}, "VIFs")) {
		db.update("VIF", vif, { network: to });
	}
}

function assertMembers(context: CallContext, members: readonly Ref[]): void {
	const { db } = context;
	raise(
		refuseBondMembers(
			members.map((pif) => {
				const record = db.get("PIF", pif);
				raise(refuseVirtual(context, pif));
				return {
					ref: pif,
					host: ref(record, "host"),
					bond: ref(record, "bond_slave_of"),
					isManagement: flag(record, "management"),
					hasIp: record.ip_configuration_mode !== "None",
				};
			}),
		),
	);
}

async function create(
	context: CallContext,
	...[network, members, MAC, mode = "balance-slb", properties = {}]: [
		Ref,
		Ref[],
		string,
		string?,
		StringMap?,
	]
): Promise<Ref> {
	const { db, pool } = context;
	db.get("network", network);
	assertMembers(context, members);
	if (MAC !== "" && !isMac(MAC)) raise(["MAC_INVALID", MAC]);
	const settings = bondProperties(mode, properties);
	if (!("settings" in settings)) raise(settings.refusal);
	const addressed = members.find(
		(pif) => db.get("PIF", pif).ip_configuration_mode !== "None",
	);
	const primary = addressed ?? members[0] ?? NULL_REF;
	const record = db.get("PIF", primary);
	const host = ref(record, "host");
	const master = createPif(context, {
		device: freeDevice(context, host),
		network,
		host,
		MAC: MAC || text(record, "MAC"),
		MTU: integer(db.get("network", network), "MTU") || 1500,
		physical: false,
		currently_attached: true,
	});
	const bond = db.create("Bond", {
		master,
		primary_slave: primary,
		mode,
		properties: "settings" in settings ? settings.settings : {},
		links_up: members.length,
		auto_update_mac: MAC === "",
	});
	for (const from of members) {
		const takesAddress = from === primary;
		moveDuties(context, { from, to: master }, takesAddress);
		db.update("PIF", from, { bond_slave_of: bond, currently_attached: false });
		moveVifs(context, {
			from: ref(db.get("PIF", from), "network"),
			to: network,
		});
	}
	await pool.spend(context, DURATION_MS.pifReconfigure);
	return bond;
}

async function destroy(context: CallContext, bond: Ref): Promise<undefined> {
	const { db, pool } = context;
	const record = db.get("Bond", bond);
	const master = ref(record, "master");
	const primary = ref(record, "primary_slave");
	const slaves = list(record, "slaves");
	const heir = db.find("PIF", primary) ? primary : (slaves[0] ?? NULL_REF);
	for (const slave of slaves) {
		db.update("PIF", slave, { bond_slave_of: NULL_REF });
	}
	if (!isNull(heir) && db.find("PIF", master)) {
		moveDuties(context, { from: master, to: heir }, true);
		db.update("PIF", heir, { currently_attached: true });
		const from = ref(db.get("PIF", master), "network");
		moveVifs(context, { from, to: ref(db.get("PIF", heir), "network") });
	}
	db.destroy("Bond", bond);
	if (db.find("PIF", master)) destroyPif(context, master);
	await pool.spend(context, DURATION_MS.network);
}

export const bondHandlers: HandlerTable = {
	"Bond.create": create,
	"Bond.destroy": destroy,
	"Bond.set_mode": ({ db }, bond: Ref, mode: string) => {
		const settings = bondProperties(mode, {});
		db.update("Bond", bond, {
			mode,
			properties: "settings" in settings ? settings.settings : {},
		});
		return undefined;
	},
	"Bond.set_property": (
		{ db },
		...[bond, name, value]: [Ref, string, string]
	) => {
		const record = db.get("Bond", bond);
		const wanted = { ...map(record, "properties"), [name]: value };
		const settings = bondProperties(text(record, "mode"), wanted);
		if ("settings" in settings) {
			db.update("Bond", bond, { properties: settings.settings });
		} else raise(settings.refusal);
		return undefined;
	},
};
