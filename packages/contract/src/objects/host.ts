import { z } from "zod";
import { type Inferred, lazily } from "../lazily.ts";
import {
	bytes,
	currentOperations,
	link,
	links,
	objectId,
	stringMap,
	timestamp,
	xapiObject,
} from "./base.ts";
import { cpuCounts } from "./pool.ts";

const hostMemory = lazily(() =>
	z.object({
		usage: bytes,
		size: bytes,
		total: bytes.optional().meta({ deprecated: true }),
	}),
);

const supplementalPack = lazily(() =>
	z.object({
		name: z.string(),
		description: z.string(),
		author: z.string().optional(),
		version: z.string(),
		guidance: z.array(z.string()).optional(),
		hosts: links.optional(),
		vdi: objectId.optional(),
		size: bytes.optional(),
	}),
);

export const hostSchema = lazily(() =>
	z
		.object({
			...xapiObject("host"),
			$PBDs: links,
			PIFs: links,
			$PIFs: links.describe("Same as PIFs"),
			PCIs: links,
			$PCIs: links.describe("Same as PCIs"),
			PGPUs: links,
			$PGPUs: links.describe("Same as PGPUs"),
			address: z.string(),
			agentStartTime: timestamp,
			bios_strings: stringMap,
			build: z.string().optional(),
			certificates: z
				.array(z.object({ fingerprint: z.string(), notAfter: timestamp }))
				.optional(),
			chipset_info: z.object({ iommu: z.boolean().optional() }),
			controlDomain: link,
			CPUs: stringMap.meta({ deprecated: true }),
			cpus: cpuCounts(),
			current_operations: currentOperations,
			enabled: z.boolean(),
			hostname: z.string(),
			hvmCapable: z.boolean(),
			iscsiIqn: z.string(),
			license_expiry: timestamp,
			license_params: stringMap,
			license_server: stringMap,
			logging: stringMap,
			memory: hostMemory(),
			multipathing: z.boolean(),
			name_description: z.string(),
			name_label: z.string(),
			otherConfig: stringMap,
			patches: links.optional(),
			power_state: z.enum(["Running", "Halted", "Unknown"]),
			powerOnMode: z.string(),
			productBrand: z.string().optional(),
			rebootRequired: z.boolean(),
			residentVms: links,
			startTime: timestamp,
			supplementalPacks: z.array(supplementalPack()),
			tags: z.array(z.string()),
			version: z.string().optional(),
			zstdSupported: z.boolean(),
		})
		.meta({ id: "XoHost" }),
);
export type XoHost = Inferred<typeof hostSchema>;
