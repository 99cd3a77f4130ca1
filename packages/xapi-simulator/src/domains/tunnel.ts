import type { CallContext, HandlerTable, Ref } from "../core/types.ts";
import { createPif, destroyPif, refuseVirtual } from "./pif.ts";
import { isNull, map, ref, text } from "./record.ts";
import { raise } from "./rules/refusal.ts";

function freeDevice({ db }: CallContext): string {
	const taken = new Set(
		db.refs("PIF").map((pif) => text(db.get("PIF", pif), "device")),
	);
	for (let number = 0; ; number++) {
		if (!taken.has(`tunnel${number}`)) return `tunnel${number}`;
	}
}

function create(
	context: CallContext,
	...[transport, network, protocol = "gre"]: [Ref, Ref, string?]
): Ref {
	const { db } = context;
	const record = db.get("PIF", transport);
	const host = ref(record, "host");
	const backend = map(db.get("host", host), "software_version").network_backend;
	if (backend === "bridge") raise(["OPENVSWITCH_NOT_ACTIVE"]);
	const refusal = refuseVirtual(context, transport);
	if (refusal?.[0] === "IS_TUNNEL_ACCESS_PIF") raise(refusal);
	if (!isNull(ref(record, "bond_slave_of"))) {
		raise(["CANNOT_ADD_TUNNEL_TO_BOND_SLAVE", transport]);
	}
	const access = createPif(context, {
		device: freeDevice(context),
		network,
		host,
		MAC: "fe:ff:ff:ff:ff:ff",
		physical: false,
		currently_attached: true,
	});
	return db.create("tunnel", {
		access_PIF: access,
		transport_PIF: transport,
		status: { active: "false" },
		protocol,
	});
}

function destroy(context: CallContext, tunnel: Ref): undefined {
	const access = ref(context.db.get("tunnel", tunnel), "access_PIF");
	context.db.destroy("tunnel", tunnel);
	if (context.db.find("PIF", access)) destroyPif(context, access);
}

export const tunnelHandlers: HandlerTable = {
	"tunnel.create": create,
	"tunnel.destroy": destroy,
};
