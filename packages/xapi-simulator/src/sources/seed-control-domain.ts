import { EPOCH_DATE, formatXapiDate, NULL_REF } from "@xo/xapi-wire";
import type { Ref } from "../core/types.ts";
import { GIB, type SeedContext } from "./seed-context.ts";

const MEMORY_BYTES = 4 * GIB;
const VCPUS = 8;

/** Adds the control domain of a host, running, with its two consoles. */
export function addControlDomain(
	context: SeedContext,
	host: { ref: Ref; hostname: string; address: string; bootTime: number },
): { ref: Ref; memory: number } {
	const metrics = context.create("VM_metrics", {
		memory_actual: MEMORY_BYTES,
		VCPUs_number: VCPUS,
		state: [],
		start_time: formatXapiDate(host.bootTime),
		install_time: EPOCH_DATE,
		last_updated: context.ago(0),
		current_domain_type: "pv",
	});
	const ref = context.create("VM", {
		name_label: `Control domain on host: ${host.hostname}`,
		name_description:
			"The domain which manages physical devices and manages other domains",
		power_state: "Running",
		user_version: 1,
		is_a_template: false,
		is_control_domain: true,
		domid: 0,
		domarch: "x64",
		resident_on: host.ref,
		affinity: host.ref,
		memory_target: MEMORY_BYTES,
		memory_static_max: MEMORY_BYTES,
		memory_dynamic_max: MEMORY_BYTES,
		memory_dynamic_min: MEMORY_BYTES,
		memory_static_min: MEMORY_BYTES,
		VCPUs_max: VCPUS,
		VCPUs_at_startup: VCPUS,
		actions_after_shutdown: "destroy",
		actions_after_reboot: "destroy",
		actions_after_crash: "destroy",
		other_config: {
			storage_driver_domain: `OpaqueRef:${context.random.uuid()}`,
			is_system_domain: "true",
		},
		metrics,
		guest_metrics: NULL_REF,
		domain_type: "pv",
		has_vendor_device: false,
		hardware_platform_version: 0,
	});
	addConsole(context, {
		vm: ref,
		address: host.address,
		protocol: "rfb",
		port: 5900,
	});
	addConsole(context, {
		vm: ref,
		address: host.address,
		protocol: "vt100",
		port: 9500,
	});
	return { ref, memory: MEMORY_BYTES };
}

/** Adds a console of a running VM, served by the host at `address`. */
export function addConsole(
	context: SeedContext,
	{
		vm,
		address,
		protocol,
		port,
	}: { vm: Ref; address: string; protocol: string; port: number },
): void {
	const uuid = context.random.uuid();
	const ref = context.create("console", {
		uuid,
		protocol,
		location: "",
		VM: vm,
		port,
	});
	context.db.update("console", ref, {
		location: `https://${address}/console?ref=${ref}`,
	});
}
