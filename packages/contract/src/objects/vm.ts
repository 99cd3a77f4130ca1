import { z } from "zod";
import { type Inferred, lazily } from "../lazily.ts";
import { bytes, link, timestamp, xapiObject } from "./base.ts";
import { vmShape } from "./vm-shape.ts";

const xsa468 = lazily(() =>
	z.union([
		z.literal(false),
		z.object({
			reason: z.enum([
				"pv-driver-version-vulnerable",
				"no-pv-drivers-detected",
			]),
			driver: z.string().optional(),
			version: z.string().optional(),
		}),
	]),
);

export const vmSchema = lazily(() =>
	z
		.object({
			...xapiObject("VM"),
			...vmShape(),
			vulnerabilities: z.object({ xsa468: xsa468() }).optional(),
		})
		.meta({ id: "XoVm" }),
);
export type XoVm = Inferred<typeof vmSchema>;

export const vmControllerSchema = lazily(() =>
	z
		.object({ ...xapiObject("VM-controller"), ...vmShape() })
		.meta({ id: "XoVmController" }),
);
export type XoVmController = Inferred<typeof vmControllerSchema>;

export const vmSnapshotSchema = lazily(() =>
	z
		.object({
			...xapiObject("VM-snapshot"),
			...vmShape(),
			snapshot_time: timestamp,
			$snapshot_of: link,
			suspendVdi: link,
		})
		.meta({ id: "XoVmSnapshot" }),
);
export type XoVmSnapshot = Inferred<typeof vmSnapshotSchema>;

const templateDisk = lazily(() =>
	z.object({
		bootable: z.boolean(),
		device: z.string(),
		size: bytes,
		SR: z.string(),
		type: z.string(),
	}),
);

export const vmTemplateSchema = lazily(() =>
	z
		.object({
			...xapiObject("VM-template"),
			...vmShape(),
			isDefaultTemplate: z.boolean(),
			template_info: z.object({
				arch: z.string().optional(),
				disks: z.array(templateDisk()),
				install_methods: z.array(z.string()),
				install_repository: z.string().optional(),
			}),
		})
		.meta({ id: "XoVmTemplate" }),
);
export type XoVmTemplate = Inferred<typeof vmTemplateSchema>;
