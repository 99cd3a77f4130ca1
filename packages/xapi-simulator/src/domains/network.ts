import type {
	CallContext,
	FieldValue,
	HandlerTable,
	Ref,
} from "../core/types.ts";
import { flag, integer, list, map, text } from "./record.ts";
import { raise } from "./rules/refusal.ts";
import { destroyVif } from "./vif.ts";

type Fields = Readonly<Record<string, FieldValue>>;

const RESERVED_PREFIXES = ["xenbr", "xapi", "vif", "tap", "eth", "bond"];
const MAX_BRIDGE_LENGTH = 15;

function freeBridge(taken: ReadonlySet<string>): string {
	for (let number = 0; ; number++) {
		const name = `xapi${number}`;
		if (!taken.has(name)) return name;
	}
}

function resolveBridge({ db }: CallContext, wanted: string): string {
	const taken = new Set(
		db.refs("network").map((it) => text(db.get("network", it), "bridge")),
	);
	if (wanted === "") return freeBridge(taken);
	const isReserved = RESERVED_PREFIXES.some((it) => wanted.startsWith(it));
	if (wanted.length > MAX_BRIDGE_LENGTH || isReserved) {
		raise(["INVALID_VALUE", "bridge", wanted]);
	}
	if (taken.has(wanted)) raise(["BRIDGE_NAME_EXISTS", wanted]);
	return wanted;
}

function create(context: CallContext, fields: Fields): Ref {
	const mtu = integer(fields, "MTU");
	return context.db.create("network", {
		...fields,
		bridge: resolveBridge(context, text(fields, "bridge")),
		MTU: mtu > 0 ? mtu : 1500,
		purpose: [],
		default_locking_mode: "unlocked",
	});
}

function destroy(context: CallContext, ref: Ref): undefined {
	const { db } = context;
	const network = db.get("network", ref);
	const vifs = list(network, "VIFs");
	const attached = vifs.filter((vif) =>
		flag(db.get("VIF", vif), "currently_attached"),
	);
	if (attached.length > 0) raise(["NETWORK_CONTAINS_VIF", ...attached]);
	const pifs = list(network, "PIFs");
	if (pifs.length > 0) raise(["NETWORK_CONTAINS_PIF", ...pifs]);
	if (
		map(network, "other_config").is_host_internal_management_network === "true"
	) {
		raise(["CANNOT_DESTROY_SYSTEM_NETWORK", ref]);
	}
	for (const vif of vifs) destroyVif(context, vif);
	db.destroy("network", ref);
}

function setLockingMode(
	{ db }: CallContext,
	ref: Ref,
	value: string,
): undefined {
	const inUse = list(db.get("network", ref), "VIFs").some((vif) => {
		const row = db.get("VIF", vif);
		const follows = row.locking_mode === "network_default";
		return follows && flag(row, "currently_attached");
	});
	if (inUse) {
		raise([
			"OPERATION_NOT_ALLOWED",
			"VIFs with locking_mode network_default are attached to this network",
		]);
	}
	db.update("network", ref, { default_locking_mode: value });
}

function addPurpose({ db }: CallContext, ref: Ref, value: string): undefined {
	const purposes = list(db.get("network", ref), "purpose");
	const opposite = value === "nbd" ? "insecure_nbd" : "nbd";
	const conflicting = db
		.refs("network")
		.find((it) => list(db.get("network", it), "purpose").includes(opposite));
	if (conflicting !== undefined) {
		raise(["NETWORK_INCOMPATIBLE_PURPOSES", value, opposite]);
	}
	db.update("network", ref, {
		purpose: [...new Set([...purposes, value])],
	});
}

function removePurpose(
	{ db }: CallContext,
	ref: Ref,
	value: string,
): undefined {
	const purposes = list(db.get("network", ref), "purpose");
	db.update("network", ref, { purpose: purposes.filter((it) => it !== value) });
}

export const networkHandlers: HandlerTable = {
	"network.create": create,
	"network.destroy": destroy,
	"network.set_default_locking_mode": setLockingMode,
	"network.add_purpose": addPurpose,
	"network.remove_purpose": removePurpose,
	"network.attach": ({ db }, network: Ref, host: Ref) => {
		db.get("network", network);
		db.get("host", host);
		return undefined;
	},
};
