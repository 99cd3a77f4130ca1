import { z } from "zod";
import { defineOperation } from "../operation.ts";
import { done, id, name, text } from "./common.ts";

export const networkOperations = {
	"network.set": defineOperation({
		access: "signed-in",
		effect: "write",
		description:
			"Change a network: name, description, MTU, NBD, whether new VMs get it, whether its VIFs are locked by default.",
		params: () =>
			z.strictObject({
				id,
				name_label: name.optional(),
				name_description: text.optional(),
				mtu: z.int().min(68).max(65_535).optional(),
				automatic: z.boolean().optional(),
				defaultIsLocked: z.boolean().optional(),
				nbd: z.boolean().optional(),
			}),
		result: () => done,
		objects: {
			network: { param: "id", types: ["network"], permission: "administrate" },
		},
		errors: ["noSuchObject"],
	}),
} as const;
