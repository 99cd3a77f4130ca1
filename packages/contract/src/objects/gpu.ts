import { z } from "zod";
import { type Inferred, lazily } from "../lazily.ts";
import { link, links, stringMap, xapiObject } from "./base.ts";

export const pciSchema = lazily(() =>
	z
		.object({
			...xapiObject("PCI"),
			$host: link,
			class_name: z.string(),
			device_name: z.string(),
			pci_id: z.string(),
		})
		.meta({ id: "XoPci" }),
);
export type XoPci = Inferred<typeof pciSchema>;

export const pgpuSchema = lazily(() =>
	z
		.object({
			...xapiObject("PGPU"),
			dom0Access: z.string(),
			enabledVgpuTypes: links,
			gpuGroup: link,
			host: link,
			$host: link,
			isSystemDisplayDevice: z.boolean(),
			pci: link,
			supportedVgpuMaxCapcities: z
				.record(z.string(), z.number())
				.optional()
				.describe("Never filled"),
			supportedVgpuTypes: links,
			vgpus: links,
			$vgpus: links.describe("Same as vgpus"),
		})
		.meta({ id: "XoPgpu" }),
);
export type XoPgpu = Inferred<typeof pgpuSchema>;

export const vgpuSchema = lazily(() =>
	z
		.object({
			...xapiObject("vgpu"),
			currentlyAttached: z.boolean(),
			device: z.string(),
			gpuGroup: link,
			otherConfig: stringMap,
			resident_on: link,
			vgpuType: link,
			vm: link,
		})
		.meta({ id: "XoVgpu" }),
);
export type XoVgpu = Inferred<typeof vgpuSchema>;

export const gpuGroupSchema = lazily(() =>
	z
		.object({
			...xapiObject("gpuGroup"),
			allocation: z.string(),
			enabledVgpuTypes: links,
			gpuTypes: z.array(z.string()),
			name_description: z.string(),
			name_label: z.string(),
			otherConfig: stringMap,
			pgpus: links,
			supportedVgpuTypes: links,
			vgpus: links,
		})
		.meta({ id: "XoGpuGroup" }),
);
export type XoGpuGroup = Inferred<typeof gpuGroupSchema>;

export const vgpuTypeSchema = lazily(() =>
	z
		.object({
			...xapiObject("vgpuType"),
			experimental: z.boolean(),
			framebufferSize: z.number().describe("Bytes"),
			gpuGroups: links,
			maxHeads: z.number(),
			maxResolutionX: z.number(),
			maxResolutionY: z.number(),
			modelName: z.string(),
			pgpus: links,
			vendorName: z.string(),
			vgpus: links,
		})
		.meta({ id: "XoVgpuType" }),
);
export type XoVgpuType = Inferred<typeof vgpuTypeSchema>;
