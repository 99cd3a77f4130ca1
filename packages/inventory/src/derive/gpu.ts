import type {
	XoGpuGroup,
	XoPci,
	XoPgpu,
	XoVgpu,
	XoVgpuType,
} from "@xo/contract";
import type { Context } from "../context.ts";
import {
	flag,
	number,
	refOf,
	stringMap,
	strings,
	text,
	type XapiRecord,
} from "../records.ts";
import { base } from "./base.ts";

export function derivePci(pci: XapiRecord, context: Context): XoPci {
	return {
		...base("PCI", pci, context),
		$host: context.link("host", refOf(pci, "host")),
		class_name: text(pci, "class_name"),
		device_name: text(pci, "device_name"),
		pci_id: text(pci, "pci_id"),
	};
}

export function derivePgpu(pgpu: XapiRecord, context: Context): XoPgpu {
	const host = context.link("host", refOf(pgpu, "host"));
	const vgpus = context.links("VGPU", strings(pgpu, "resident_VGPUs"));
	return {
		...base("PGPU", pgpu, context),
		dom0Access: text(pgpu, "dom0_access"),
		enabledVgpuTypes: context.links(
			"VGPU_type",
			strings(pgpu, "enabled_VGPU_types"),
		),
		gpuGroup: context.link("GPU_group", refOf(pgpu, "GPU_group")),
		host,
		$host: host,
		isSystemDisplayDevice: flag(pgpu, "is_system_display_device"),
		pci: context.link("PCI", refOf(pgpu, "PCI")),
		supportedVgpuTypes: context.links(
			"VGPU_type",
			strings(pgpu, "supported_VGPU_types"),
		),
		vgpus,
		$vgpus: vgpus,
	};
}

export function deriveVgpu(vgpu: XapiRecord, context: Context): XoVgpu {
	return {
		...base("vgpu", vgpu, context),
		currentlyAttached: flag(vgpu, "currently_attached"),
		device: text(vgpu, "device"),
		gpuGroup: context.link("GPU_group", refOf(vgpu, "GPU_group")),
		otherConfig: stringMap(vgpu, "other_config"),
		resident_on: context.link("PGPU", refOf(vgpu, "resident_on")),
		vgpuType: context.link("VGPU_type", refOf(vgpu, "type")),
		vm: context.link("VM", refOf(vgpu, "VM")),
	};
}

export function deriveGpuGroup(
	group: XapiRecord,
	context: Context,
): XoGpuGroup {
	return {
		...base("gpuGroup", group, context),
		allocation: text(group, "allocation_algorithm"),
		enabledVgpuTypes: context.links(
			"VGPU_type",
			strings(group, "enabled_VGPU_types"),
		),
		gpuTypes: strings(group, "GPU_types"),
		name_description: text(group, "name_description"),
		name_label: text(group, "name_label"),
		otherConfig: stringMap(group, "other_config"),
		pgpus: context.links("PGPU", strings(group, "PGPUs")),
		supportedVgpuTypes: context.links(
			"VGPU_type",
			strings(group, "supported_VGPU_types"),
		),
		vgpus: context.links("VGPU", strings(group, "VGPUs")),
	};
}

export function deriveVgpuType(type: XapiRecord, context: Context): XoVgpuType {
	return {
		...base("vgpuType", type, context),
		experimental: flag(type, "experimental"),
		framebufferSize: number(type, "framebuffer_size"),
		gpuGroups: context.links(
			"GPU_group",
			strings(type, "enabled_on_GPU_groups"),
		),
		maxHeads: number(type, "max_heads"),
		maxResolutionX: number(type, "max_resolution_x"),
		maxResolutionY: number(type, "max_resolution_y"),
		modelName: text(type, "model_name"),
		pgpus: context.links("PGPU", strings(type, "enabled_on_PGPUs")),
		vendorName: text(type, "vendor_name"),
		vgpus: context.links("VGPU", strings(type, "VGPUs")),
	};
}
