import { z } from "zod";
import type { ObjectType } from "../objects/index.ts";
import { defineOperation, type RestRoute } from "../operation.ts";
import { done, id, name, noObjects } from "./common.ts";

const TAGGED: readonly ObjectType[] = [
	"host",
	"network",
	"pool",
	"SR",
	"VDI-snapshot",
	"VDI",
	"VM-controller",
	"VM-snapshot",
	"VM-template",
	"VM",
];

function tagRoutes(method: "PUT" | "DELETE"): RestRoute[] {
	return TAGGED.map((objectType) => {
		const resource = objectType.toLowerCase();
		return {
			method,
			path: `/${resource}s/{id}/tags/{tag}`,
			kind: "direct",
			status: 204,
			objectType,
			privilege: { resource, action: "update:tags" },
		};
	});
}

const onObject = {
	access: "signed-in",
	objects: {
		object: { param: "id", types: "any", permission: "administrate" },
	},
	effect: "write",
	errors: ["noSuchObject"],
} as const;

export const tagOperations = {
	"tag.add": defineOperation({
		...onObject,
		description: "Add a tag to an object.",
		params: () => z.strictObject({ id, tag: name }),
		result: () => done,
		rest: tagRoutes("PUT"),
	}),
	"tag.remove": defineOperation({
		...onObject,
		description: "Remove a tag from an object.",
		params: () => z.strictObject({ id, tag: z.string().max(4_096) }),
		result: () => done,
		rest: tagRoutes("DELETE"),
	}),
	"tag.set": defineOperation({
		access: "admin",
		objects: noObjects,
		description: "Set the colour of a tag; null resets it.",
		params: () =>
			z.strictObject({
				id: name,
				color: z
					.string()
					.regex(/^#?([0-9A-Fa-f]{6})$/)
					.nullish(),
			}),
		result: () => done,
		effect: "write",
		errors: [],
	}),
	"tag.getAllConfigured": defineOperation({
		access: "signed-in",
		objects: noObjects,
		description: "Tags that have a colour.",
		params: () => z.looseObject({}),
		result: () =>
			z.array(z.object({ id: z.string(), color: z.string().optional() })),
		effect: "read",
		errors: [],
	}),
} as const;
