import { z } from "zod";
import { lazily } from "../lazily.ts";
import { defineOperation } from "../operation.ts";
import { done, name, noObjects } from "./common.ts";

const entry = lazily(() =>
	z.strictObject({ subject: name, object: name, action: name }),
);
const admin = { access: "admin", objects: noObjects, errors: [] } as const;
const signedIn = { ...admin, access: "signed-in" } as const;

export const aclOperations = {
	"acl.add": defineOperation({
		...admin,
		description: "Give a user or group a role on an object.",
		params: entry,
		result: () => done,
		effect: "write",
	}),
	"acl.remove": defineOperation({
		...admin,
		description: "Take a role on an object from a user or group.",
		params: entry,
		result: () => done,
		effect: "write",
	}),
	"acl.get": defineOperation({
		...admin,
		description: "All roles given on objects.",
		params: () => z.looseObject({}),
		result: () => z.array(entry().extend({ id: z.string() })),
		effect: "read",
	}),
	"acl.getCurrentPermissions": defineOperation({
		...signedIn,
		description:
			"Rights given to the caller, by object id then by right; inherited ones are not repeated.",
		params: () => z.looseObject({}),
		result: () => z.record(z.string(), z.record(z.string(), z.boolean())),
		effect: "read",
	}),
	"role.getAll": defineOperation({
		...signedIn,
		description: "The roles and the rights that each gives.",
		params: () => z.looseObject({}),
		result: () =>
			z.array(
				z.object({
					id: z.string(),
					name: z.string(),
					permissions: z.array(z.string()),
				}),
			),
		effect: "read",
	}),
} as const;
