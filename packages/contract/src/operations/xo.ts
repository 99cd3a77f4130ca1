import { z } from "zod";
import { defineOperation } from "../operation.ts";
import { noObjects } from "./common.ts";

export const xoOperations = {
	"xo.getAllObjects": defineOperation({
		access: "signed-in",
		objects: noObjects,
		description:
			"All objects of the pools that the caller may view, by id. An answer for 10,000 VMs is about 90 MB, and common WebSocket clients refuse more than 100 MiB: ask for ndjson to get a download path instead, one object a line.",
		params: () =>
			z.strictObject({
				filter: z
					.union([z.record(z.string(), z.unknown()), z.string().max(10_000)])
					.optional()
					.describe("A pattern object, or text in the filter language."),
				limit: z.number().int().min(0).optional(),
				ndjson: z.boolean().optional(),
			}),
		result: () => z.record(z.string(), z.unknown()),
		effect: "read",
		errors: ["invalidParameters"],
	}),
} as const;
