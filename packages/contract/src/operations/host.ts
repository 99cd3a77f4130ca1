import { z } from "zod";
import { defineOperation } from "../operation.ts";
import { done, id, name, text } from "./common.ts";

export const hostOperations = {
	"host.set": defineOperation({
		access: "signed-in",
		effect: "write",
		description:
			"Change the name, description, iSCSI IQN or multipathing of a host.",
		params: () =>
			z.strictObject({
				id,
				name_label: name.optional(),
				name_description: text.optional(),
				iscsiIqn: name.optional(),
				multipathing: z.boolean().optional(),
			}),
		result: () => done,
		objects: {
			host: { param: "id", types: ["host"], permission: "administrate" },
		},
		errors: ["noSuchObject"],
	}),
} as const;
