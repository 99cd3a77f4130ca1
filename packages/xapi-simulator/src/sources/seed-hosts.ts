import { formatXapiDate, NULL_REF } from "@xo/xapi-wire";
import type { FieldValue, Ref } from "../core/types.ts";
import { DAY_MS, HOUR_MS, type SeedContext } from "./seed-context.ts";
import { addControlDomain } from "./seed-control-domain.ts";
import { addDevices } from "./seed-devices.ts";
import { cpuFlags, cpuInfo, type HostModel } from "./seed-host-model.ts";
import { LICENSE_PARAMS, SOFTWARE_VERSION } from "./seed-product.ts";

export interface SeededHost {
	readonly ref: Ref;
	readonly uuid: string;
	readonly hostname: string;
	readonly address: string;
	readonly metrics: Ref;
	readonly memoryTotal: number;
	/** What the running VMs leave. */
	memoryFree: number;
	/** PCI refs of the NICs, in the order of their devices. */
	readonly nics: readonly Ref[];
}

const CITIES = ["par", "lyo", "gva", "lon", "ber", "ams", "mad", "nyc"];
const XEN_OVERHEAD_BYTES = 1_200 * 1024 * 1024;

export function addHosts(
	context: SeedContext,
	model: HostModel,
	memoryTotal: number,
): SeededHost[] {
	const site = context.random.pick(CITIES);
	const subnet = context.random.integer(1, 250);
	return Array.from({ length: context.size.hosts }, (_, index) => {
		const hostname = `xcp-${site}-${String(index + 1).padStart(2, "0")}`;
		const address = `10.${subnet}.${Math.floor(index / 200)}.${(index % 200) + 11}`;
		return addHost({ context, model, memoryTotal, hostname, address });
	});
}

function addHost({
	context,
	model,
	memoryTotal,
	hostname,
	address,
}: {
	context: SeedContext;
	model: HostModel;
	memoryTotal: number;
	hostname: string;
	address: string;
}): SeededHost {
	const { random, db } = context;
	const now = context.pool.clock.now();
	const bootTime = now - random.integer(DAY_MS, 60 * DAY_MS);
	const uuid = random.uuid();
	const metrics = context.create("host_metrics", {
		memory_total: memoryTotal,
		memory_free: memoryTotal,
		live: true,
		last_updated: context.ago(0),
	});
	const ref = context.create("host", {
		uuid,
		hostname,
		address,
		metrics,
		memory_overhead: XEN_OVERHEAD_BYTES,
		...hostFields(context, { hostname, bootTime, model }),
	});
	addCpus(context, { host: ref, model });
	addCertificate(context, { host: ref, hostname });
	const nics = addDevices(context, {
		host: ref,
		hostname,
		model,
		isFirst: context.db.refs("host").length === 1,
	});
	const controlDomain = addControlDomain(context, {
		ref,
		hostname,
		address,
		bootTime,
	});
	db.update("host", ref, { control_domain: controlDomain.ref });
	return {
		ref,
		uuid,
		hostname,
		address,
		metrics,
		memoryTotal,
		memoryFree: memoryTotal - XEN_OVERHEAD_BYTES - controlDomain.memory,
		nics,
	};
}

function hostFields(
	context: SeedContext,
	{
		hostname,
		bootTime,
		model,
	}: { hostname: string; bootTime: number; model: HostModel },
): Record<string, FieldValue> {
	const { random } = context;
	return {
		name_label: hostname,
		name_description: `${model.manufacturer} ${model.product}`,
		API_version_major: 2,
		API_version_minor: 21,
		API_version_vendor: "XenSource",
		API_version_vendor_implementation: {},
		enabled: true,
		software_version: { ...SOFTWARE_VERSION, hostname },
		other_config: {
			agent_start_time: `${Math.floor(bootTime / 1000) + 95}.`,
			boot_time: `${Math.floor(bootTime / 1000)}.`,
			iscsi_iqn: `iqn.2024-03.example.lab:${random.hex(8)}`,
			rpm_patch_installation_time: `${Math.floor(bootTime / 1000) - 3600}.123`,
		},
		capabilities: [
			"xen-3.0-x86_64",
			"hvm-3.0-x86_32",
			"hvm-3.0-x86_32p",
			"hvm-3.0-x86_64",
			"",
		],
		cpu_configuration: {},
		sched_policy: "credit",
		supported_bootloaders: ["pygrub", "eliloader"],
		logging: {},
		suspend_image_sr: NULL_REF,
		crash_dump_sr: NULL_REF,
		cpu_info: cpuInfo(model),
		license_params: LICENSE_PARAMS,
		edition: "xcp-ng",
		editions: ["xcp-ng"],
		bios_strings: {
			"bios-vendor": model.biosVendor,
			"bios-version": model.biosVersion,
			"system-manufacturer": model.manufacturer,
			"system-product-name": model.product,
			"system-version": "",
			"system-serial-number": random.hex(7).toUpperCase(),
			"baseboard-manufacturer": model.manufacturer,
			"baseboard-product-name": "0X7N6V",
			"baseboard-version": "A03",
			"baseboard-serial-number": random.hex(12).toUpperCase(),
			"oem-1": "Xen",
			"oem-2": "MS_VM_CERT/SHA1/bdbeb6e0a816d43fa6d3fe8aaef04c2bad9d3e3d",
		},
		power_on_mode: "",
		chipset_info: { iommu: "true" },
		ssl_legacy: false,
		display: "enabled",
		virtual_hardware_platform_versions: [0, 1, 2],
		iscsi_iqn: `iqn.2024-03.example.lab:${random.hex(8)}`,
		multipathing: context.size.srs > 1,
		tls_verification_enabled: true,
		last_software_update: formatXapiDate(bootTime - HOUR_MS),
		latest_synced_updates_applied: "unknown",
		tags: random.chance(0.3) ? ["rack-a"] : [],
		boot_free_mem: 0,
	};
}

function addCpus(
	context: SeedContext,
	{ host, model }: { host: Ref; model: HostModel },
): void {
	const flags = cpuFlags(model);
	for (let number = 0; number < model.cpus; number++) {
		context.create("host_cpu", {
			host,
			number,
			vendor: model.cpuVendor,
			speed: Math.floor(model.cpuSpeedMhz),
			modelname: model.cpuModelName,
			family: model.cpuFamily,
			model: model.cpuModel,
			stepping: String(model.cpuStepping),
			flags,
			features: "",
			utilisation: 0,
		});
	}
}

function addCertificate(
	context: SeedContext,
	{ host, hostname }: { host: Ref; hostname: string },
): void {
	const fingerprint = (bytes: number) =>
		(
			context.random
				.hex(bytes * 2)
				.toUpperCase()
				.match(/../g) ?? []
		).join(":");
	for (const type of ["host", "host_internal"]) {
		const sha256 = fingerprint(32);
		context.create("Certificate", {
			name: type === "host" ? "" : hostname,
			type,
			host,
			not_before: context.ago(400 * DAY_MS),
			not_after: context.ago(-9 * 365 * DAY_MS),
			fingerprint: sha256,
			fingerprint_sha256: sha256,
			fingerprint_sha1: fingerprint(20),
		});
	}
}

/** Writes what the VMs left of each host's memory. */
export function writeHostMemory(
	context: SeedContext,
	hosts: readonly SeededHost[],
): void {
	for (const host of hosts) {
		context.db.update("host_metrics", host.metrics, {
			memory_free: host.memoryFree,
		});
	}
}
