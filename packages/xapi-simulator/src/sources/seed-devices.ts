import type { Ref } from "../core/types.ts";
import { GIB, type SeedContext } from "./seed-context.ts";
import type { Gpu, HostModel } from "./seed-host-model.ts";

export const NIC_COUNT = 2;

interface DeviceOptions {
	readonly host: Ref;
	readonly hostname: string;
	readonly model: HostModel;
	/** The first host of the pool. */
	readonly isFirst: boolean;
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
	addGpus(context, options);
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

/** One for VMs, of which a pool of several hosts has one. */
const COMPUTE_GPU: Gpu = {
	vendor: "NVIDIA Corporation",
	name: "TU104GL [Tesla T4]",
};

function addGpus(
	context: SeedContext,
	{ host, model, isFirst }: DeviceOptions,
): void {
	const own = model.gpu === undefined ? [] : [model.gpu];
	const needsMore =
		isFirst && context.size.hosts > 1 && !own.some(isForCompute);
	const gpus = needsMore ? [...own, COMPUTE_GPU] : own;
	for (const [index, gpu] of gpus.entries()) {
		addGpu(context, { host, gpu, bus: index === 0 ? "03" : "3b" });
	}
}

function isForCompute({ vendor }: Gpu): boolean {
	return vendor.startsWith("NVIDIA");
}

function addGpu(
	context: SeedContext,
	{ host, gpu, bus }: { host: Ref; gpu: Gpu; bus: string },
): void {
	const pci = addPci(context, host, {
		class_id: isForCompute(gpu) ? "0302" : "0300",
		class_name: isForCompute(gpu)
			? "3D controller"
			: "VGA compatible controller",
		vendor_id: isForCompute(gpu) ? "10de" : "102b",
		vendor_name: gpu.vendor,
		device_id: isForCompute(gpu) ? "1eb8" : "0536",
		device_name: gpu.name,
		pci_id: `0000:${bus}:00.0`,
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
		is_system_display_device: !isForCompute(gpu),
	});
}

/** GPUs of one kind are a group; pass-through is the same for all. */
function findOrAddGpuGroup(
	context: SeedContext,
	gpu: Gpu,
): { group: Ref; type: Ref } {
	const type =
		context.db.refs("VGPU_type")[0] ??
		context.create("VGPU_type", {
			vendor_name: "",
			model_name: "passthrough",
			framebuffer_size: 0,
			implementation: "passthrough",
			identifier: "0001:passthrough",
		});
	const name = `Group of ${gpu.vendor} ${gpu.name} GPUs`;
	const group =
		context.db
			.refs("GPU_group")
			.find((ref) => context.db.get("GPU_group", ref).name_label === name) ??
		context.create("GPU_group", {
			name_label: name,
			GPU_types: [isForCompute(gpu) ? "10de/1eb8" : "102b/0536"],
			allocation_algorithm: "depth_first",
			supported_VGPU_types: [type],
			enabled_VGPU_types: [type],
		});
	return { group, type };
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
