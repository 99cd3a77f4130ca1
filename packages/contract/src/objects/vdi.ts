import { z } from "zod";
import { type Inferred, lazily } from "../lazily.ts";
import {
	bytes,
	currentOperations,
	link,
	links,
	stringMap,
	timestamp,
	xapiObject,
} from "./base.ts";

const vdiShape = lazily(() => ({
	$SR: link,
	$VBDs: links,
	cbt_enabled: z.boolean().optional(),
	current_operations: currentOperations,
	image_format: z.string().optional(),
	missing: z.boolean(),
	name_description: z.string(),
	name_label: z.string(),
	other_config: stringMap,
	parent: z.string().optional().describe("Uuid of the parent in the chain"),
	size: bytes,
	snapshots: links,
	tags: z.array(z.string()),
	usage: bytes.describe("Bytes that it takes on its SR"),
	VDI_type: z.string(),
}));

export const vdiSchema = lazily(() =>
	z
		.object({
			...xapiObject("VDI"),
			...vdiShape(),
			chainPhysicalUsage: bytes.describe("Usage with that of its ancestors"),
		})
		.meta({ id: "XoVdi" }),
);
export type XoVdi = Inferred<typeof vdiSchema>;

export const vdiSnapshotSchema = lazily(() =>
	z
		.object({
			...xapiObject("VDI-snapshot"),
			...vdiShape(),
			snapshot_time: timestamp,
			$snapshot_of: link,
		})
		.meta({ id: "XoVdiSnapshot" }),
);
export type XoVdiSnapshot = Inferred<typeof vdiSnapshotSchema>;

export const vdiUnmanagedSchema = lazily(() =>
	z
		.object({ ...xapiObject("VDI-unmanaged"), ...vdiShape() })
		.meta({ id: "XoVdiUnmanaged" }),
);
export type XoVdiUnmanaged = Inferred<typeof vdiUnmanagedSchema>;
