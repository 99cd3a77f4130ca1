import { z } from "zod";
import { type Inferred, lazily } from "../lazily.ts";
import { defineOperation } from "../operation.ts";
import { id } from "./common.ts";
import { routesOf } from "./rest-routes.ts";

/** A package of XCP-ng for which there is a newer one. Sizes in bytes, dates in
 *  seconds. */
const missingPatchSchema = lazily(() =>
	z.object({
		name: z.string(),
		version: z.string(),
		release: z.string(),
		description: z.string(),
		license: z.string(),
		size: z.number(),
		url: z.string(),
		changelog: z
			.object({ author: z.string(), date: z.number(), description: z.string() })
			.nullish(),
	}),
);

/** The answer of a host about its missing patches, as JSON. */
export const missingPatchesSchema = lazily(() =>
	z.array(missingPatchSchema()).max(10_000),
);

export type MissingPatch = Inferred<typeof missingPatchSchema>;

const read = {
	access: "signed-in",
	effect: "read",
	result: missingPatchesSchema,
	errors: ["noSuchObject", "hostOffline", "notImplemented"],
} as const;

export const patchOperations = {
	"pool.listMissingPatches": defineOperation({
		...read,
		description:
			"Patches that a host of XCP-ng lacks, as its own repositories say; remembered for some minutes.",
		params: () => z.strictObject({ host: id }),
		objects: { host: { param: "host", types: ["host"], permission: "view" } },
		rest: [
			routesOf("host", "host").read("missing_patches", {
				toParams: ({ path }) => ({ host: path.id }),
			}),
		],
	}),
	"pool.listAllMissingPatches": defineOperation({
		...read,
		description:
			"Patches that at least one running host of a pool of XCP-ng lacks, each once.",
		params: () => z.strictObject({ id }),
		objects: { pool: { param: "id", types: ["pool"], permission: "view" } },
		rest: [routesOf("pool", "pool").read("missing_patches")],
	}),
} as const;
