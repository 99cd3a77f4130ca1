import type { XoHost } from "@xo/contract";
import type { Context } from "../context.ts";
import {
	flag,
	number,
	optionalStrings,
	refOf,
	stringMap,
	strings,
	text,
	timestamp,
	toNumber,
	toTimestamp,
	type XapiRecord,
} from "../records.ts";
import { base } from "./base.ts";
import { supplementalPacks } from "./supplemental-packs.ts";

const GIB = 1024 ** 3;

export function deriveHost(host: XapiRecord, context: Context): XoHost {
	const cpuInfo = stringMap(host, "cpu_info");
	const otherConfig = stringMap(host, "other_config");
	const softwareVersion = stringMap(host, "software_version");
	const licenseParams = stringMap(host, "license_params");
	const metrics = context.record("host_metrics", refOf(host, "metrics"));
	const patches = optionalStrings(host, "patches");
	return {
		...base("host", host, context),
		...devices(host, context),
		address: text(host, "address"),
		agentStartTime: toTimestamp(otherConfig.agent_start_time),
		bios_strings: stringMap(host, "bios_strings"),
		build: softwareVersion.build_number,
		certificates: certificates(host, context),
		chipset_info: chipsetInfo(host),
		controlDomain: context.link("VM", refOf(host, "control_domain")),
		CPUs: cpuInfo,
		cpus: {
			cores: toNumber(cpuInfo.cpu_count),
			sockets: toNumber(cpuInfo.socket_count),
		},
		current_operations: stringMap(host, "current_operations"),
		enabled: flag(host, "enabled"),
		hostname: text(host, "hostname"),
		hvmCapable: strings(host, "capabilities").some((capability) =>
			capability.startsWith("hvm"),
		),
		iscsiIqn: text(host, "iscsi_iqn") || otherConfig.iscsi_iqn || "",
		license_expiry: toTimestamp(licenseParams.expiry),
		license_params: licenseParams,
		license_server: stringMap(host, "license_server"),
		logging: stringMap(host, "logging"),
		memory: memory(metrics),
		multipathing: otherConfig.multipathing === "true",
		name_description: text(host, "name_description"),
		name_label: text(host, "name_label"),
		otherConfig,
		patches: patches && context.links("host_patch", patches),
		power_state: powerState(metrics),
		powerOnMode: text(host, "power_on_mode"),
		productBrand: softwareVersion.product_brand,
		rebootRequired: isRebootRequired(host),
		residentVms: context.links("VM", strings(host, "resident_VMs")),
		startTime: toTimestamp(otherConfig.boot_time),
		supplementalPacks: supplementalPacks(host, context),
		tags: strings(host, "tags"),
		version: softwareVersion.product_version,
		zstdSupported: licenseParams.restrict_zstd_export === "false",
	};
}

function devices(host: XapiRecord, context: Context) {
	const pifs = context.links("PIF", strings(host, "PIFs"));
	const pcis = context.links("PCI", strings(host, "PCIs"));
	const pgpus = context.links("PGPU", strings(host, "PGPUs"));
	return {
		$PBDs: context.links("PBD", strings(host, "PBDs")),
		PIFs: pifs,
		$PIFs: pifs,
		PCIs: pcis,
		$PCIs: pcis,
		PGPUs: pgpus,
		$PGPUs: pgpus,
	};
}

function memory(metrics: XapiRecord | undefined): XoHost["memory"] {
	if (metrics === undefined) return { usage: 0, size: 0, total: 0 };
	// What the machine has: a little of it is reserved before Xen counts.
	const size = Math.ceil(number(metrics, "memory_total") / GIB) * GIB;
	const isRunning = flag(metrics, "live");
	return { usage: isRunning ? size - number(metrics, "memory_free") : 0, size };
}

function powerState(metrics: XapiRecord | undefined): XoHost["power_state"] {
	if (metrics === undefined) return "Unknown";
	return flag(metrics, "live") ? "Running" : "Halted";
}

function chipsetInfo(host: XapiRecord): XoHost["chipset_info"] {
	const { iommu } = stringMap(host, "chipset_info");
	return { iommu: iommu === undefined ? undefined : iommu === "true" };
}

function certificates(host: XapiRecord, context: Context) {
	return optionalStrings(host, "certificates")
		?.map((ref) => context.record("Certificate", ref))
		.filter((certificate) => certificate !== undefined)
		.map((certificate) => ({
			fingerprint: text(certificate, "fingerprint"),
			notAfter: timestamp(certificate, "not_after"),
		}));
}

function isRebootRequired(host: XapiRecord): boolean {
	if (stringMap(host, "software_version").product_brand !== "XCP-ng") {
		return strings(host, "updates_requiring_reboot").length > 0;
	}
	const otherConfig = stringMap(host, "other_config");
	const bootTime = toNumber(otherConfig.boot_time);
	const patchTime = toNumber(otherConfig.rpm_patch_installation_time);
	return (
		bootTime !== undefined && patchTime !== undefined && bootTime < patchTime
	);
}
