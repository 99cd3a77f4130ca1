import { z } from "zod";
import { type Inferred, lazily } from "../lazily.ts";
import {
	currentOperations,
	link,
	links,
	stringMap,
	xapiObject,
} from "./base.ts";

export const cpuCounts = lazily(() =>
	z.object({
		cores: z.number().optional(),
		sockets: z.number().optional(),
	}),
);

export const poolSchema = lazily(() =>
	z
		.object({
			...xapiObject("pool"),
			auto_poweron: z.boolean(),
			cpus: cpuCounts(),
			connectionStatus: z
				.enum(["connected", "connecting", "disconnected"])
				.optional()
				.describe("Of the daemon's connection: what it knows is live or old"),
			crashDumpSr: link,
			current_operations: currentOperations,
			default_SR: link,
			HA_enabled: z.boolean(),
			haRebootVmOnInternalShutdown: z.boolean(),
			haSrs: links.describe("SRs that hold the HA state files"),
			master: link,
			migrationCompression: z.boolean().optional(),
			name_description: z.string(),
			name_label: z.string().describe("Name, or the master's when empty"),
			otherConfig: stringMap,
			platform_version: z.string().optional().describe("Of the master"),
			suspendSr: link,
			tags: z.array(z.string()),
			vtpmSupported: z.boolean(),
			zstdSupported: z.boolean(),
		})
		.meta({ id: "XoPool" }),
);
export type XoPool = Inferred<typeof poolSchema>;
