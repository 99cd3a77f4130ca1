import type { CallContext, HandlerTable, Ref } from "../core/types.ts";
import { DURATION_MS } from "./durations.ts";
import { createPif, destroyPif, refuseVirtual } from "./pif.ts";
import { flag, integer, isNull, list, ref, text } from "./record.ts";
import { raise } from "./rules/refusal.ts";

const VLAN_MAC = "fe:ff:ff:ff:ff:ff";
const MAX_TAG = 4094;

function assertTaggable(context: CallContext, tagged: Ref, tag: number): void {
	const { db } = context;
	const record = db.get("PIF", tagged);
	if (tag < 0 || tag > MAX_TAG) raise(["VLAN_TAG_INVALID", String(tag)]);
	raise(refuseVirtual(context, tagged));
	if (!isNull(ref(record, "bond_slave_of"))) {
		raise(["CANNOT_ADD_VLAN_TO_BOND_SLAVE", tagged]);
	}
	const device = text(record, "device");
	const isTaken = list(record, "VLAN_slave_of").some(
		(vlan) => integer(db.get("VLAN", vlan), "tag") === tag,
	);
	if (isTaken) raise(["PIF_VLAN_EXISTS", device]);
}

/** Adds a VLAN of a PIF to a network, with its untagged PIF.
 *  @throws XapiFailure as `VLAN.create` */
export function addVlan(
	context: CallContext,
	vlan: { readonly tagged: Ref; readonly tag: number; readonly network: Ref },
): Ref {
	const { db } = context;
	const { tagged, tag, network } = vlan;
	db.get("network", network);
	assertTaggable(context, tagged, tag);
	const record = db.get("PIF", tagged);
	const untagged = createPif(context, {
		device: text(record, "device"),
		network,
		host: ref(record, "host"),
		MAC: VLAN_MAC,
		MTU: integer(db.get("network", network), "MTU") || 1500,
		VLAN: tag,
		metrics: ref(record, "metrics"),
		physical: false,
		currently_attached: false,
	});
	const created = db.create("VLAN", {
		tagged_PIF: tagged,
		untagged_PIF: untagged,
		tag,
	});
	db.update("PIF", untagged, { VLAN_master_of: created });
	db.update("PIF", untagged, { currently_attached: true });
	return created;
}

/** Removes a VLAN and its untagged PIF, without asking. */
export function removeVlan(context: CallContext, vlan: Ref): void {
	const untagged = ref(context.db.get("VLAN", vlan), "untagged_PIF");
	context.db.destroy("VLAN", vlan);
	if (context.db.find("PIF", untagged)) destroyPif(context, untagged);
}

async function create(
	context: CallContext,
	...[tagged, tag, network]: [Ref, number, Ref]
): Promise<Ref> {
	const created = addVlan(context, { tagged, tag, network });
	await context.pool.spend(context, DURATION_MS.network);
	return created;
}

function destroy(context: CallContext, vlan: Ref): undefined {
	const { db } = context;
	const untagged = ref(db.get("VLAN", vlan), "untagged_PIF");
	const record = db.find("PIF", untagged);
	if (record && !isNull(ref(record, "bond_slave_of"))) {
		raise(["PIF_ALREADY_BONDED", untagged]);
	}
	if (record && flag(record, "management")) {
		raise(["PIF_IS_MANAGEMENT_INTERFACE", untagged]);
	}
	removeVlan(context, vlan);
}

/** The same device on each host of the pool; what was made is undone when one
 *  host cannot. */
function createEverywhere(
	context: CallContext,
	vlan: {
		readonly device: string;
		readonly network: Ref;
		readonly tag: number;
	},
): Ref[] {
	const { db } = context;
	const made: Ref[] = [];
	try {
		for (const host of db.refs("host")) {
			const tagged = list(db.get("host", host), "PIFs").find((pif) => {
				const row = db.get("PIF", pif);
				return text(row, "device") === vlan.device && integer(row, "VLAN") < 0;
			});
			if (tagged !== undefined)
				made.push(addVlan(context, { ...vlan, tagged }));
		}
	} catch (error) {
		for (const created of made) removeVlan(context, created);
		throw error;
	}
	return made.map((created) => ref(db.get("VLAN", created), "untagged_PIF"));
}

export const vlanHandlers: HandlerTable = {
	"VLAN.create": create,
	"VLAN.destroy": destroy,
	"pool.create_VLAN": (
		context,
		...[device, network, tag]: [string, Ref, number]
	) => createEverywhere(context, { device, network, tag }),
	"pool.create_VLAN_from_PIF": (
		context,
		...[pif, network, tag]: [Ref, Ref, number]
	) => {
		assertTaggable(context, pif, tag);
		const device = text(context.db.get("PIF", pif), "device");
		return createEverywhere(context, { device, network, tag });
	},
};
