import { z } from "zod";
import { lazily } from "../lazily.ts";
import { groupSchema } from "../objects/index.ts";
import { defineOperation } from "../operation.ts";
import { done, id, name, noObjects } from "./common.ts";
import { routesOf } from "./rest-routes.ts";

const routes = routesOf("group");

const admin = { access: "admin", objects: noObjects } as const;
const member = lazily(() => z.strictObject({ id, userId: id }));
const memberRoute = {
	path: "/groups/{id}/users/{userId}",
	kind: "direct",
	status: 204,
	privilege: { resource: "group", action: "update:users" },
} as const;

export const groupOperations = {
	"group.create": defineOperation({
		...admin,
		description: "Create a group; gives the id.",
		params: () => z.strictObject({ name }),
		result: () => id,
		effect: "write",
		errors: ["objectAlreadyExists"],
		rest: [routes.create({ body: () => z.strictObject({ name }) })],
	}),
	"group.getAll": defineOperation({
		...admin,
		description: "All groups.",
		params: () => z.looseObject({}),
		result: () => z.array(groupSchema()),
		effect: "read",
		errors: [],
	}),
	"group.set": defineOperation({
		...admin,
		description: "Rename a group.",
		params: () => z.strictObject({ id, name: name.optional() }),
		result: () => done,
		effect: "write",
		errors: ["noSuchObject", "objectAlreadyExists"],
		rest: [
			routes.update({ body: () => z.strictObject({ name: name.optional() }) }),
		],
	}),
	"group.setUsers": defineOperation({
		...admin,
		description: "Replace the members of a group.",
		params: () => z.strictObject({ id, userIds: z.array(id).max(100_000) }),
		result: () => done,
		effect: "write",
		errors: ["noSuchObject"],
	}),
	"group.addUser": defineOperation({
		...admin,
		description: "Put a user in a group.",
		params: member,
		result: () => done,
		effect: "write",
		errors: ["noSuchObject"],
		rest: [{ ...memberRoute, method: "PUT" }],
	}),
	"group.removeUser": defineOperation({
		...admin,
		description: "Take a user out of a group.",
		params: member,
		result: () => done,
		effect: "write",
		errors: ["noSuchObject"],
		rest: [{ ...memberRoute, method: "DELETE" }],
	}),
	"group.delete": defineOperation({
		...admin,
		description: "Delete a group.",
		params: () => z.strictObject({ id }),
		result: () => done,
		effect: "write",
		errors: ["noSuchObject"],
		rest: [routes.remove()],
	}),
} as const;
