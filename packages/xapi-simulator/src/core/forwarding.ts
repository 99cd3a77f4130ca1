import type { Database, DbRecord, FieldValue, Ref } from "./types.ts";
import { XapiFailure } from "./types.ts";

type Find = (
	db: Database,
	args: readonly FieldValue[],
) => FieldValue | undefined;

const LIVE_STATES = new Set<FieldValue | undefined>(["Running", "Paused"]);

/** Where a VM runs, if it does. */
function residence(db: Database, vm: FieldValue | undefined) {
	const record = find(db, "VM", vm);
	return LIVE_STATES.has(record?.power_state) ? record?.resident_on : undefined;
}

function find(
	db: Database,
	className: string,
	ref: FieldValue | undefined,
): DbRecord | undefined {
	return db.find(className, String(ref));
}

function finders(
	className: string,
	names: string,
	finder: Find,
): [string, Find][] {
	return names.split(/\s+/).map((name) => [`${className}.${name}`, finder]);
}

const AT_OWN_HOST =
	"apply_edition apply_updates backup_rrds bugreport_upload call_extension call_plugin certificate_list crl_list disable_display disable_ssh dmesg dmesg_clear enable_display enable_ssh get_data_sources get_diagnostic_timing_stats get_log get_server_certificate get_server_localtime get_servertime get_sm_diagnostics get_system_status_capabilities get_thread_diagnostics has_extension install_server_certificate query_data_source record_data_source refresh_pack_info refresh_server_certificate reset_server_certificate restart_agent send_debug_keys set_hostname_live set_iscsi_iqn set_multipathing syslog_reconfigure";
const AT_RESIDENCE =
	"call_plugin checkpoint clean_reboot clean_shutdown get_boot_record get_data_sources hard_reboot hard_shutdown migrate_send pause pool_migrate query_data_source record_data_source send_sysrq send_trigger set_VCPUs_number_live set_memory set_memory_dynamic_range set_memory_target_live shutdown snapshot suspend unpause";

/** Messages that one host must carry out, and how it is found. */
const hostOf: ReadonlyMap<string, Find> = new Map([
	...finders("host", AT_OWN_HOST, (_db, [host]) => host),
	...finders("VM", AT_RESIDENCE, (db, [vm]) => residence(db, vm)),
	...finders("VBD", "eject insert plug unplug unplug_force", (db, [vbd]) =>
		residence(db, find(db, "VBD", vbd)?.VM),
	),
	...finders("VIF", "plug unplug unplug_force", (db, [vif]) =>
		residence(db, find(db, "VIF", vif)?.VM),
	),
	...finders("PBD", "plug unplug", (db, [pbd]) => find(db, "PBD", pbd)?.host),
	...finders(
		"PIF",
		"plug reconfigure_ip reconfigure_ipv6 unplug",
		(db, [pif]) => find(db, "PIF", pif)?.host,
	),
	...finders("PIF", "introduce scan", (_db, [host]) => host),
]);

/** The master hands a message on to the host that must carry it out; itself
 *  it always reaches.
 *  @throws XapiFailure `HOST_OFFLINE` */
export function assertReachable(
	db: Database,
	{
		method,
		args,
		master,
	}: {
		readonly method: string;
		readonly args: readonly FieldValue[];
		readonly master: Ref;
	},
): void {
	const host = hostOf.get(method)?.(db, args);
	if (host === undefined || host === master) return;
	const metrics = find(db, "host_metrics", find(db, "host", host)?.metrics);
	if (metrics?.live === false)
		throw new XapiFailure("HOST_OFFLINE", [String(host)]);
}
