import { z } from "zod";
import { defineOperation } from "../operation.ts";
import { done, id, name, text } from "./common.ts";

export const srOperations = {
	"sr.set": defineOperation({
		access: "signed-in",
		effect: "write",
		description: "Change the name or description of an SR.",
		params: z.strictObject({
			id,
			name_label: name.optional(),
			name_description: text.optional(),
		}),
		result: done,
		objects: { sr: { param: "id", types: ["SR"], permission: "operate" } },
		errors: ["noSuchObject"],
	}),
	"sr.scan": defineOperation({
		access: "signed-in",
		effect: "write",
		description: "Look again at which VDIs an SR holds.",
		params: z.strictObject({ id }),
		result: done,
		objects: { sr: { param: "id", types: ["SR"], permission: "operate" } },
		errors: ["noSuchObject"],
		rest: [
			{
				method: "POST",
				path: "/srs/{id}/actions/scan",
				kind: "action",
				status: 204,
				objectType: "SR",
				privilege: { resource: "sr", action: "scan" },
			},
		],
	}),
} as const;
