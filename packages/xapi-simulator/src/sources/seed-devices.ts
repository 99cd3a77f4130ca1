import type { Ref } from "../core/types.ts";
import { GIB, type SeedContext } from "./seed-context.ts";
import type { HostModel } from "./seed-host-model.ts";

export const NIC_COUNT = 2;

interface DeviceOptions {
	readonly host: Ref;
	readonly hostname: string;
	readonly model: HostModel;
}

/** Adds PCI devices, GPUs and USB devices; gives the NICs' PCI refs. */
export function addDevices(
	context: SeedContext,
	options: DeviceOptions,
): Ref[] {
	addPci(context, options.host, {
		class_id: "0106",
		class_name: "SATA controller",
		vendor_id: "8086",
		vendor_name: "Intel Corporation",
		device_id: "a182",
		device_name: "C620 Series Chipset Family SATA Controller [AHCI mode]",
		pci_id: "0000:00:17.0",
		driver_name: "ahci",
	});
	const nics = Array.from({ length: NIC_COUNT }, (_, index) =>
		addPci(context, options.host, {
			class_id: "0200",
			class_name: "Ethernet controller",
			vendor_id: "8086",
			vendor_name: options.model.nicVendor,
			device_id: "1572",
			device_name: options.model.nicName,
			pci_id: `0000:65:00.${index}`,
			driver_name: "i40e",
		}),
	);
	addGpu(context, options);
	if (context.random.chance(0.4)) addUsb(context, options);
	return nics;
}

function addPci(
	context: SeedContext,
	host: Ref,
	fields: Readonly<Record<string, string>>,
): Ref {
	return context.create("PCI", { host, ...fields, functions: 1 });
}

function addGpu(context: SeedContext, { host, model }: DeviceOptions): void {
	const gpu = model.gpu;
	if (gpu === undefined) return;
	const pci = addPci(context, host, {
		class_id: "0300",
		class_name: "VGA compatible controller",
		vendor_id: gpu.vendor.startsWith("NVIDIA") ? "10de" : "102b",
		vendor_name: gpu.vendor,
		device_id: gpu.vendor.startsWith("NVIDIA") ? "1eb8" : "0536",
		device_name: gpu.name,
		pci_id: "0000:03:00.0",
		driver_name: "",
	});
	const { group, type } = findOrAddGpuGroup(context, gpu);
	context.create("PGPU", {
		PCI: pci,
		GPU_group: group,
		host,
		supported_VGPU_types: [type],
		enabled_VGPU_types: [type],
		supported_VGPU_max_capacities: { [type]: 1 },
		dom0_access: "enabled",
		is_system_display_device: !gpu.vendor.startsWith("NVIDIA"),
	});
}

function findOrAddGpuGroup(
	context: SeedContext,
	gpu: { vendor: string; name: string },
): { group: Ref; type: Ref } {
	const group = context.db.refs("GPU_group")[0];
	const type = context.db.refs("VGPU_type")[0];
	if (group !== undefined && type !== undefined) return { group, type };
	const newType = context.create("VGPU_type", {
		vendor_name: "",
		model_name: "passthrough",
		framebuffer_size: 0,
		implementation: "passthrough",
		identifier: "0001:passthrough",
	});
	const newGroup = context.create("GPU_group", {
		name_label: `Group of ${gpu.vendor} ${gpu.name} GPUs`,
		GPU_types: [gpu.vendor.startsWith("NVIDIA") ? "10de/1eb8" : "102b/0536"],
		allocation_algorithm: "depth_first",
		supported_VGPU_types: [newType],
		enabled_VGPU_types: [newType],
	});
	return { group: newGroup, type: newType };
}

function addUsb(context: SeedContext, { host }: DeviceOptions): void {
	const serial = context.random.hex(16).toUpperCase();
	const group = context.create("USB_group", {
		name_label: "Group of 0951 1666 USBs",
	});
	context.create("PUSB", {
		USB_group: group,
		host,
		path: "1-3",
		vendor_id: "0951",
		vendor_desc: "Kingston Technology",
		product_id: "1666",
		product_desc: "DataTraveler 100 G3",
		serial,
		version: "2.10",
		description: `Kingston Technology_DataTraveler 100 G3_${serial}`,
		passthrough_enabled: false,
		speed: 480,
	});
}

/** Space of a local disk, by the host's memory class. */
export const LOCAL_DISK_BYTES = 894 * GIB;
