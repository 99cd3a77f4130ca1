import { z } from "zod";
import { type Inferred, lazily } from "../lazily.ts";
import {
	bytes,
	currentOperations,
	link,
	links,
	objectId,
	stringMap,
	xapiObject,
} from "./base.ts";

export const srSchema = lazily(() =>
	z
		.object({
			...xapiObject("SR"),
			$container: objectId.describe("Pool when shared, else the host"),
			$PBDs: links,
			VDIs: links,
			allocationStrategy: z.enum(["thin", "thick", "unknown"]).optional(),
			content_type: z.string(),
			current_operations: currentOperations,
			inMaintenanceMode: z.boolean(),
			name_description: z.string(),
			name_label: z.string(),
			other_config: stringMap,
			sm_config: stringMap,
			physical_usage: bytes,
			shared: z.boolean(),
			size: bytes,
			SR_type: z.string(),
			tags: z.array(z.string()),
			usage: bytes.describe("Bytes promised to virtual disks"),
		})
		.meta({ id: "XoSr" }),
);
export type XoSr = Inferred<typeof srSchema>;

export const smSchema = lazily(() =>
	z
		.object({
			...xapiObject("SM"),
			SM_type: z.string(),
			configuration: stringMap,
			driver_filename: z.string(),
			features: z.record(z.string(), z.number()),
			name_description: z.string(),
			name_label: z.string(),
			vendor: z.string(),
			required_cluster_stack: z.array(z.string()),
			supported_image_formats: z.array(z.string()),
		})
		.meta({ id: "XoSm" }),
);
export type XoSm = Inferred<typeof smSchema>;

export const pbdSchema = lazily(() =>
	z
		.object({
			...xapiObject("PBD"),
			attached: z.boolean(),
			device_config: stringMap.describe("Secrets are obfuscated"),
			host: link,
			otherConfig: stringMap,
			SR: link,
		})
		.meta({ id: "XoPbd" }),
);
export type XoPbd = Inferred<typeof pbdSchema>;
