import type {
	CallContext,
	FieldValue,
	HandlerTable,
	Ref,
} from "../core/types.ts";
import { freeMemory, refreshFreeMemory } from "./host-memory.ts";
import { flag, integer, list, map, ref, text } from "./record.ts";
import { raise } from "./rules/refusal.ts";
import { plainSetters } from "./setters.ts";

function computeFreeMemory({ db, pool }: CallContext, host: Ref): number {
	db.get("host", host);
	refreshFreeMemory(pool, host);
	return freeMemory(pool, host);
}

const IQN = /^iqn\.\d{4}-\d{2}\.[a-z0-9.-]+(?::.*)?$/i;

function setIscsiIqn({ db }: CallContext, host: Ref, value: string): undefined {
	if (!IQN.test(value) && !value.startsWith("eui.")) {
		raise(["INVALID_VALUE", "iscsi_iqn", value]);
	}
	const record = db.get("host", host);
	db.update("host", host, {
		iscsi_iqn: value,
		other_config: { ...map(record, "other_config"), iscsi_iqn: value },
	});
}

function setMultipathing(
	{ db }: CallContext,
	host: Ref,
	value: boolean,
): undefined {
	const record = db.get("host", host);
	const isUsed = list(record, "PBDs").some((pbd) =>
		flag(db.get("PBD", pbd), "currently_attached"),
	);
	if (isUsed && flag(record, "enabled")) raise(["HOST_NOT_DISABLED"]);
	db.update("host", host, {
		multipathing: value,
		other_config: {
			...map(record, "other_config"),
			multipathing: String(value),
		},
	});
}

function setHostname({ db }: CallContext, host: Ref, value: string): undefined {
	if (!/^[a-z0-9](?:[a-z0-9.-]{0,62})$/i.test(value)) {
		raise(["HOST_NAME_INVALID", value]);
	}
	db.update("host", host, { hostname: value });
}

function applyEdition(
	{ db }: CallContext,
	host: Ref,
	edition: string,
): undefined {
	db.update("host", host, { edition });
}

/** A PEM-shaped text with the fingerprint's bytes: nobody verifies by it, the
 *  real certificate is what TLS presents. */
function serverCertificate({ db }: CallContext, host: Ref): string {
	const certificate = list(db.get("host", host), "certificates")[0] ?? "";
	const record = db.find("Certificate", certificate) ?? {};
	const body = Buffer.from(
		text(record, "fingerprint") || text(db.get("host", host), "uuid"),
	).toString("base64");
	return `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`;
}

function setSsh(enabled: boolean) {
	return ({ db }: CallContext, host: Ref): undefined => {
		db.update("host", host, { ssh_enabled: enabled });
	};
}

function localTime({ db, pool }: CallContext, host: Ref): string {
	db.get("host", host);
	return pool.nowIso().replace(/Z$/, "");
}

function enableCaching({ db }: CallContext, host: Ref, sr: Ref): undefined {
	const type = text(db.get("SR", sr), "type");
	if (type !== "ext" && type !== "xfs") {
		raise(["SR_OPERATION_NOT_SUPPORTED", sr]);
	}
	db.update("host", host, { local_cache_sr: sr });
	db.update("SR", sr, { local_cache_enabled: true });
}

function disableCaching({ db }: CallContext, host: Ref): undefined {
	const sr = ref(db.get("host", host), "local_cache_sr");
	db.update("host", host, { local_cache_sr: "OpaqueRef:NULL" });
	if (db.find("SR", sr)) db.update("SR", sr, { local_cache_enabled: false });
}

function nothing(context: CallContext, host: Ref): undefined {
	context.db.get("host", host);
}

export const hostHandlers: HandlerTable = {
	...plainSetters("host", [
		"numa_affinity_policy",
		"max_cstate",
		"ntp_mode",
		"ntp_custom_servers",
		"timezone",
		"https_only",
		"ssl_legacy",
		"ssh_enabled_timeout",
		"console_idle_timeout",
		"ssh_auto_mode",
		"uefi_certificates",
	]),
	"host.set_sched_gran": nothing,
	"host.get_sched_gran": ({ db }, host: Ref) => {
		db.get("host", host);
		return "core";
	},
	"host.compute_free_memory": computeFreeMemory,
	"host.compute_memory_overhead": ({ db }, host: Ref) =>
		integer(db.get("host", host), "memory_overhead"),
	"host.get_servertime": ({ db, pool }, host: Ref) => {
		db.get("host", host);
		return pool.nowIso();
	},
	"host.get_server_localtime": localTime,
	"host.set_iscsi_iqn": setIscsiIqn,
	"host.set_multipathing": setMultipathing,
	"host.set_hostname_live": setHostname,
	"host.apply_edition": applyEdition,
	"host.get_server_certificate": serverCertificate,
	"host.refresh_server_certificate": nothing,
	"host.reset_server_certificate": nothing,
	"host.enable_ssh": setSsh(true),
	"host.disable_ssh": setSsh(false),
	"host.enable_display": ({ db }, host: Ref) => {
		db.update("host", host, { display: "enabled" });
		return "enabled";
	},
	"host.disable_display": ({ db }, host: Ref) => {
		db.update("host", host, { display: "disabled" });
		return "disabled";
	},
	"host.enable_local_storage_caching": enableCaching,
	"host.disable_local_storage_caching": disableCaching,
	"host.syslog_reconfigure": nothing,
	"host.sync_data": nothing,
	"host.backup_rrds": nothing,
	"host.refresh_pack_info": nothing,
	"host.rescan_drivers": nothing,
	"host.send_debug_keys": nothing,
	"host.bugreport_upload": nothing,
	"host.license_add": nothing,
	"host.license_remove": nothing,
	"host.apply_guest_agent_config": nothing,
	"host.dmesg": ({ db }, host: Ref): FieldValue => {
		const version = map(db.get("host", host), "software_version").xen ?? "";
		return `(XEN) Xen version ${version}\n`;
	},
	"host.dmesg_clear": ({ db }, host: Ref): FieldValue => {
		db.get("host", host);
		return "";
	},
	"host.get_log": ({ db }, host: Ref): FieldValue => {
		db.get("host", host);
		return "";
	},
	"host.is_in_emergency_mode": () => false,
	"host.get_ntp_servers_status": () => ({}),
	"host.get_ntp_synchronized": () => true,
	"host.list_timezones": () => Intl.supportedValuesOf("timeZone"),
	"host.get_tracked_user_agents": () => [],
};
