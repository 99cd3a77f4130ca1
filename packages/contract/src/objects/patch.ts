import { z } from "zod";
import { type Inferred, lazily } from "../lazily.ts";
import { bytes, link, links, timestamp, xapiObject } from "./base.ts";

export const patchSchema = lazily(() =>
	z
		.object({
			...xapiObject("patch"),
			$host: link,
			applied: z.boolean(),
			description: z.string(),
			name: z.string(),
			enforceHomogeneity: z.boolean(),
			guidance: z.array(z.string()),
			pool_patch: z.string().describe("Opaque reference, which is its id"),
			size: bytes,
			time: timestamp,
		})
		.meta({ id: "XoPatch" }),
);
export type XoPatch = Inferred<typeof patchSchema>;

export const poolPatchSchema = lazily(() =>
	z
		.object({
			...xapiObject("pool_patch"),
			dataUuid: z.string(),
			description: z.string(),
			name: z.string(),
			guidance: z.array(z.string()),
			size: bytes,
			$host_patches: links,
		})
		.meta({ id: "XoPoolPatch" }),
);
export type XoPoolPatch = Inferred<typeof poolPatchSchema>;
