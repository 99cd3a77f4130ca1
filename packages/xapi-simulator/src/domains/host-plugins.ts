import type {
	CallContext,
	FieldValue,
	HandlerTable,
	Ref,
} from "../core/types.ts";
import { DURATION_MS } from "./durations.ts";
import {
	flag,
	integer,
	list,
	map,
	ref,
	type StringMap,
	text,
} from "./record.ts";
import { raise } from "./rules/refusal.ts";

type Plugin = (
	context: CallContext,
	host: Ref,
	args: StringMap,
) => FieldValue | object;

const UPDATES = [
	{
		name: "xapi-core",
		version: "24.39.1",
		release: "1.1.xcpng8.3",
		description: "The xapi toolstack",
		changelog: {
			author: "Packager",
			date: 1_730_000_000,
			description: "- Fixes",
		},
		license: "LGPL",
		size: 13_500_000,
		url: "https://xcp-ng.org",
	},
	{
		name: "sm",
		version: "3.2.12",
		release: "3.1.xcpng8.3",
		description: "XCP-ng storage managers",
		changelog: {
			author: "Packager",
			date: 1_730_100_000,
			description: "- Fixes",
		},
		license: "LGPL",
		size: 640_000,
		url: "https://xcp-ng.org",
	},
];

const updated = new WeakMap<object, Set<Ref>>();

function isUpToDate({ pool }: CallContext, host: Ref): boolean {
	return updated.get(pool)?.has(host) === true;
}

function applyUpdates({ db, pool }: CallContext, host: Ref): object {
	const hosts = updated.get(pool) ?? new Set<Ref>();
	updated.set(pool, hosts.add(host));
	db.update("host", host, { last_software_update: pool.nowIso() });
	return { process: "Complete!" };
}

function hyperthreading({ db }: CallContext, host: Ref): string {
	const info = map(db.get("host", host), "cpu_info");
	return String(Number(info.threads_per_core ?? 1) > 1);
}

function blockDevices({ db }: CallContext, host: Ref): object {
	const sizes = list(db.get("host", host), "PBDs").flatMap((pbd) => {
		const row = db.get("PBD", pbd);
		const sr = db.find("SR", ref(row, "SR"));
		if (!sr || flag(sr, "shared") || integer(sr, "physical_size") <= 0)
			return [];
		return [integer(sr, "physical_size")];
	});
	return {
		blockdevices: sizes.map((size, index) => ({
			name: `sd${String.fromCharCode(97 + index)}`,
			kname: `sd${String.fromCharCode(97 + index)}`,
			pkname: "",
			size: String(size),
			type: "disk",
			ro: "0",
			mountpoint: "",
		})),
	};
}

/** What the plugins of XCP-ng say, by `plugin fn`. */
const PLUGINS: Readonly<Record<string, Plugin>> = {
	"updater.py check_update": (context, host) =>
		isUpToDate(context, host) ? [] : UPDATES,
	"updater.py update": applyUpdates,
	"updater.py query_installed": (_context, _host, args) =>
		Object.fromEntries(
			(args.packages ?? "")
				.split(",")
				.map((name) => [name.trim(), `${name.trim()}-1.0-1.xcpng8.3.x86_64`]),
		),
	"updater.py refresh_repositories": () => "",
	"updater.py get_proxies": () => ({}),
	"updater.py set_proxies": () => "",
	"updater.py install": () => "",
	"raid.py check_raid_pool": () => ({}),
	"smartctl.py health": () => ({}),
	"smartctl.py information": () => ({}),
	"netdata.py is_netdata_installed": () => "False",
	"zfs.py list_zfs_pools": () => ({}),
	"lsblk.py list_block_devices": blockDevices,
	"hyperthreading.py get_hyperthreading": hyperthreading,
	"ipmitool.py is_ipmi_device_available": () => "false",
	"ipmitool.py get_all_sensors": () => [],
	"2crsi-sensors.py get_info": () => ({}),
	"service.py start_service": () => "",
	"service.py stop_service": () => "",
	"service.py restart_service": () => "",
	"service.py try_restart_service": () => "",
	"perfmon refresh": () => "",
	"sdncontroller.py add-flow": () => "",
	"sdncontroller.py del-flow": () => "",
	"linstor-manager hasLinstor": () => "False",
	"power-on-host main": () => "",
};

const NAMES = new Set(Object.keys(PLUGINS).map((key) => key.split(" ")[0]));

async function callPlugin(
	context: CallContext,
	...[host, plugin, fn, args]: [Ref, string, string, StringMap]
): Promise<string> {
	context.db.get("host", host);
	await context.pool.spend(context, DURATION_MS.plugin);
	const run = PLUGINS[`${plugin} ${fn}`];
	if (!NAMES.has(plugin)) raise(["XENAPI_MISSING_PLUGIN", plugin]);
	if (run === undefined) {
		raise(["XENAPI_PLUGIN_FAILURE", "non-zero exit", "", `KeyError: '${fn}'`]);
		return "";
	}
	const answer = run(context, host, args);
	return typeof answer === "string" ? answer : JSON.stringify(answer);
}

export const hostPluginHandlers: HandlerTable = {
	"host.call_plugin": callPlugin,
	"host.has_extension": ({ db }, host: Ref) => {
		db.get("host", host);
		return false;
	},
	"host.call_extension": (_context, _host: Ref, call: string) => {
		raise(["MESSAGE_METHOD_UNKNOWN", call]);
		return "";
	},
	"host.get_system_status_capabilities": ({ db }, host: Ref) => {
		const hostname = text(db.get("host", host), "hostname");
		return `<?xml version="1.0" ?><system-status-capabilities><capability content-type="text/plain" default-checked="yes" key="xenserver-logs" max-size="-1" max-time="-1" min-size="-1" min-time="-1" pii="maybe"/><!-- ${hostname.replaceAll("--", "")} --></system-status-capabilities>`;
	},
};
