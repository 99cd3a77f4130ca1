import type { XoPool } from "@xo/contract";
import type { Context } from "../context.ts";
import { hostName, hostPlatformVersion, vdiSr } from "../facets.ts";
import {
	flag,
	optionalFlag,
	refOf,
	stringMap,
	strings,
	text,
	toNumber,
	type XapiRecord,
} from "../records.ts";
import { base } from "./base.ts";

export function derivePool(pool: XapiRecord, context: Context): XoPool {
	const cpuInfo = stringMap(pool, "cpu_info");
	const otherConfig = stringMap(pool, "other_config");
	const restrictions = stringMap(pool, "restrictions");
	const master = refOf(pool, "master");
	return {
		...base("pool", pool, context),
		auto_poweron: otherConfig.auto_poweron === "true",
		cpus: {
			cores: toNumber(cpuInfo.cpu_count),
			sockets: toNumber(cpuInfo.socket_count),
		},
		crashDumpSr: context.link("SR", refOf(pool, "crash_dump_SR")),
		current_operations: stringMap(pool, "current_operations"),
		default_SR: context.link("SR", refOf(pool, "default_SR")),
		HA_enabled: flag(pool, "ha_enabled"),
		haRebootVmOnInternalShutdown:
			optionalFlag(pool, "ha_reboot_vm_on_internal_shutdown") ?? true,
		haSrs: haSrs(pool, context),
		master: context.link("host", master),
		migrationCompression: optionalFlag(pool, "migration_compression"),
		name_description: text(pool, "name_description"),
		name_label:
			text(pool, "name_label") || context.read(hostName, master) || "",
		otherConfig,
		platform_version: context.read(hostPlatformVersion, master),
		suspendSr: context.link("SR", refOf(pool, "suspend_image_SR")),
		tags: strings(pool, "tags"),
		vtpmSupported: restrictions.restrict_vtpm === "false",
		zstdSupported: restrictions.restrict_zstd_export === "false",
	};
}

function haSrs(pool: XapiRecord, context: Context): string[] {
	return strings(pool, "ha_statefiles")
		.map((vdi) => context.link("SR", context.read(vdiSr, vdi)))
		.filter((id) => id !== undefined);
}
