import { z } from "zod";
import { defineOperation } from "../operation.ts";
import { done, id } from "./common.ts";

export const messageOperations = {
	"message.delete": defineOperation({
		access: "signed-in",
		description: "Delete a message of a pool.",
		params: () => z.strictObject({ id }),
		result: () => done,
		objects: {
			message: { param: "id", types: ["message"], permission: "administrate" },
		},
		effect: "write",
		errors: ["noSuchObject"],
	}),
} as const;
