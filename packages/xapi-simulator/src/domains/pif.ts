import type {
	CallContext,
	FieldValue,
	HandlerTable,
	Ref,
} from "../core/types.ts";
import { DURATION_MS } from "./durations.ts";
import { flag, integer, isNull, list, NULL_REF, ref, text } from "./record.ts";
import { isMac } from "./rules/mac.ts";
import { type Refusal, raise } from "./rules/refusal.ts";

type Fields = Readonly<Record<string, FieldValue>>;

/** What kind of virtual PIF it is, as the error that says so. */
export function refuseVirtual(
	{ db }: Pick<CallContext, "db">,
	pif: Ref,
): Refusal | undefined {
	const record = db.get("PIF", pif);
	if (integer(record, "VLAN") >= 0) return ["PIF_IS_VLAN", pif];
	if (list(record, "tunnel_access_PIF_of").length > 0) {
		return ["IS_TUNNEL_ACCESS_PIF", pif];
	}
	return undefined;
}

/** Adds a PIF and its metrics; the network must be new to the host. */
export function createPif({ db }: CallContext, fields: Fields): Ref {
	const host = ref(fields, "host");
	const network = ref(fields, "network");
	const connected = list(db.get("network", network), "PIFs").find(
		(pif) => db.get("PIF", pif).host === host,
	);
	if (connected !== undefined) {
		raise(["NETWORK_ALREADY_CONNECTED", host, connected]);
	}
	const metrics =
		fields.metrics ?? db.create("PIF_metrics", { carrier: true, duplex: true });
	return db.create("PIF", { VLAN: -1, MTU: 1500, ...fields, metrics });
}

/** Removes a PIF; shared metrics stay with the PIF they are of. */
export function destroyPif({ db }: Pick<CallContext, "db">, pif: Ref): void {
	const record = db.get("PIF", pif);
	const metrics = ref(record, "metrics");
	db.destroy("PIF", pif);
	const isShared = db
		.refs("PIF")
		.some((other) => db.get("PIF", other).metrics === metrics);
	if (!isShared && db.find("PIF_metrics", metrics)) {
		db.destroy("PIF_metrics", metrics);
	}
}

async function plug(context: CallContext, pif: Ref): Promise<undefined> {
	const { db, pool } = context;
	const record = db.get("PIF", pif);
	const slaveOf = ref(record, "bond_slave_of");
	if (!isNull(slaveOf)) raise(["CANNOT_PLUG_BOND_SLAVE", pif]);
	await pool.spend(context, DURATION_MS.network);
	db.update("PIF", pif, { currently_attached: true });
}

function assertUnpluggable({ db, pool }: CallContext, pif: Ref): void {
	const record = db.get("PIF", pif);
	if (flag(record, "management")) raise(["PIF_IS_MANAGEMENT_INTERFACE", pif]);
	if (flag(record, "disallow_unplug"))
		raise(["PIF_DOES_NOT_ALLOW_UNPLUG", pif]);
	if (flag(db.get("pool", pool.poolRef()), "ha_enabled")) {
		raise(["HA_IS_ENABLED"]);
	}
}

async function unplug(context: CallContext, pif: Ref): Promise<undefined> {
	assertUnpluggable(context, pif);
	await context.pool.spend(context, DURATION_MS.network);
	context.db.update("PIF", pif, { currently_attached: false });
}

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;

function assertIp(field: string, value: string): void {
	if (!IPV4.test(value)) raise(["INVALID_IP_ADDRESS_SPECIFIED", field]);
}

async function reconfigureIp(
	context: CallContext,
	...[pif, mode, IP, netmask, gateway, DNS]: [
		Ref,
		string,
		string,
		string,
		string,
		string,
	]
): Promise<undefined> {
	const { db, pool } = context;
	const record = db.get("PIF", pif);
	if (mode === "None" && flag(record, "management")) {
		raise(["PIF_IS_MANAGEMENT_INTERFACE", pif]);
	}
	if (mode === "Static") {
		assertIp("IP", IP);
		assertIp("netmask", netmask);
		if (gateway !== "") assertIp("gateway", gateway);
		for (const server of DNS.split(",").filter((it) => it !== "")) {
			assertIp("DNS", server.trim());
		}
	}
	await pool.spend(context, DURATION_MS.pifReconfigure);
	const last = 2 + Math.floor(pool.random() * 250);
	const leased = text(record, "IP") || `10.0.0.${last}`;
	const addresses: Readonly<Record<string, Fields>> = {
		None: { IP: "", netmask: "", gateway: "", DNS: "" },
		Static: { IP, netmask, gateway, DNS },
		DHCP: {
			IP: leased,
			netmask: text(record, "netmask") || "255.255.255.0",
			gateway: text(record, "gateway"),
			DNS: text(record, "DNS"),
		},
	};
	db.update("PIF", pif, { ip_configuration_mode: mode, ...addresses[mode] });
	const isManagement = flag(record, "management");
	const address = text(db.get("PIF", pif), "IP");
	if (isManagement && address !== "") {
		db.update("host", ref(record, "host"), { address });
	}
}

async function reconfigureIpv6(
	context: CallContext,
	...[pif, mode, IPv6, gateway, DNS]: [Ref, string, string, string, string]
): Promise<undefined> {
	const { db, pool } = context;
	if (mode === "Static" && !/^[0-9a-f:]+(?:\/\d+)?$/i.test(IPv6)) {
		raise(["INVALID_IP_ADDRESS_SPECIFIED", "IPv6"]);
	}
	db.get("PIF", pif);
	await pool.spend(context, DURATION_MS.pifReconfigure);
	const isStatic = mode === "Static";
	db.update("PIF", pif, {
		ipv6_configuration_mode: mode,
		IPv6: isStatic ? [IPv6] : [],
		ipv6_gateway: isStatic ? gateway : "",
		...(isStatic && DNS !== "" ? { DNS } : {}),
	});
}

function introduce(
	context: CallContext,
	...[host, MAC, device, managed = true]: [Ref, string, string, boolean?]
): Ref {
	const { db } = context;
	const pifs = list(db.get("host", host), "PIFs");
	if (MAC !== "" && !isMac(MAC)) raise(["MAC_INVALID", MAC]);
	if (pifs.some((pif) => text(db.get("PIF", pif), "device") === device)) {
		raise(["DUPLICATE_PIF_DEVICE_NAME", device]);
	}
	const bridge = `xenbr${/\d+$/.exec(device)?.[0] ?? device}`;
	const known = db
		.refs("network")
		.find((it) => text(db.get("network", it), "bridge") === bridge);
	const network =
		known ??
		db.create("network", {
			name_label: `Pool-wide network associated with ${device}`,
			bridge,
			MTU: 1500,
			other_config: {},
		});
	return createPif(context, {
		host,
		network,
		device,
		MAC,
		managed,
		physical: true,
		currently_attached: false,
	});
}

function forget(context: CallContext, pif: Ref): undefined {
	const { db } = context;
	const record = db.get("PIF", pif);
	if (!flag(record, "physical")) raise(["PIF_IS_NOT_PHYSICAL", pif]);
	assertUnpluggable(context, pif);
	if (!isNull(ref(record, "bond_slave_of"))) {
		raise(["PIF_ALREADY_BONDED", pif]);
	}
	const [vlan] = list(record, "VLAN_slave_of");
	if (vlan !== undefined) raise(["PIF_VLAN_STILL_EXISTS", pif]);
	destroyPif(context, pif);
}

async function scan(context: CallContext, host: Ref): Promise<undefined> {
	context.db.get("host", host);
	await context.pool.spend(context, DURATION_MS.network);
}

function set(field: string) {
	return ({ db }: CallContext, pif: Ref, value: FieldValue): undefined => {
		db.update("PIF", pif, { [field]: value });
	};
}

export const pifHandlers: HandlerTable = {
	"PIF.plug": plug,
	"PIF.unplug": unplug,
	"PIF.reconfigure_ip": reconfigureIp,
	"PIF.reconfigure_ipv6": reconfigureIpv6,
	"PIF.introduce": introduce,
	"PIF.forget": forget,
	"PIF.scan": scan,
	"PIF.set_disallow_unplug": set("disallow_unplug"),
	"PIF.set_primary_address_type": set("primary_address_type"),
	"PIF.set_property": (
		{ db },
		...[pif, name, value]: [Ref, string, string]
	) => {
		const properties = db.get("PIF", pif).properties;
		db.update("PIF", pif, {
			properties: { ...(properties as Fields), [name]: value },
		});
		return undefined;
	},
	"PIF.create_VLAN": (
		context,
		...[device, network, host, tag]: [string, Ref, Ref, number]
	) => {
		const { db } = context;
		const tagged = list(db.get("host", host), "PIFs").find((pif) => {
			const row = db.get("PIF", pif);
			return text(row, "device") === device && integer(row, "VLAN") < 0;
		});
		return context.pool
			.invoke(context, "VLAN.create", [tagged ?? NULL_REF, tag, network])
			.then((vlan) => ref(db.get("VLAN", String(vlan)), "untagged_PIF"));
	},
	"PIF.destroy": (context, pif: Ref) => {
		const vlan = ref(context.db.get("PIF", pif), "VLAN_master_of");
		if (isNull(vlan)) raise(["PIF_IS_PHYSICAL", pif]);
		return context.pool.invoke(context, "VLAN.destroy", [vlan]);
	},
};
