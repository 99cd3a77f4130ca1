import { z } from "zod";
import { type Inferred, lazily } from "../lazily.ts";
import { link, stringMap, xapiObject } from "./base.ts";

export const vbdSchema = lazily(() =>
	z
		.object({
			...xapiObject("VBD"),
			attached: z.boolean(),
			bootable: z.boolean(),
			device: z.string().nullable(),
			is_cd_drive: z.boolean(),
			position: z.string(),
			read_only: z.boolean(),
			VDI: link,
			VM: link,
		})
		.meta({ id: "XoVbd" }),
);
export type XoVbd = Inferred<typeof vbdSchema>;

export const vifSchema = lazily(() =>
	z
		.object({
			...xapiObject("VIF"),
			$network: link,
			$VM: link,
			allowedIpv4Addresses: z.array(z.string()),
			allowedIpv6Addresses: z.array(z.string()),
			attached: z.boolean(),
			device: z.string(),
			lockingMode: z.enum([
				"disabled",
				"locked",
				"network_default",
				"unlocked",
			]),
			MAC: z.string(),
			MTU: z.number(),
			other_config: stringMap,
			rateLimit: z.number().optional().describe("kB/s"),
			txChecksumming: z.boolean(),
		})
		.meta({ id: "XoVif" }),
);
export type XoVif = Inferred<typeof vifSchema>;

export const vtpmSchema = lazily(() =>
	z.object({ ...xapiObject("VTPM"), vm: link }).meta({ id: "XoVtpm" }),
);
export type XoVtpm = Inferred<typeof vtpmSchema>;
