import { z } from "zod";
import { defineOperation } from "../operation.ts";
import { done, id, noObjects } from "./common.ts";
import { routesOf } from "./rest-routes.ts";

const routes = routesOf("task");

const xapiTask = {
	access: "signed-in",
	objects: {
		task: { param: "id", types: ["task"], permission: "administrate" },
	},
	effect: "write",
	errors: ["noSuchObject"],
} as const;

const ownTask = {
	access: "signed-in",
	objects: noObjects,
	rpc: false,
	effect: "write",
} as const;

export const taskOperations = {
	"task.cancel": defineOperation({
		...xapiTask,
		description: "Cancel a task of a pool.",
		params: () => z.strictObject({ id }),
		result: () => done,
	}),
	"task.destroy": defineOperation({
		...xapiTask,
		description: "Remove a task of a pool.",
		params: () => z.strictObject({ id }),
		result: () => done,
	}),
	"task.abort": defineOperation({
		...ownTask,
		description: "Ask a running task of the daemon to stop.",
		params: () => z.strictObject({ id }),
		result: () => done,
		errors: ["noSuchObject", "incorrectState"],
		rest: [routes.action("abort")],
	}),
	"task.delete": defineOperation({
		...ownTask,
		description: "Delete the record of a task of the daemon.",
		params: () => z.strictObject({ id }),
		result: () => done,
		errors: ["noSuchObject"],
		rest: [routes.remove()],
	}),
	"task.deleteAll": defineOperation({
		...ownTask,
		description:
			"Delete the records of all ended tasks that the caller may delete.",
		params: () => z.strictObject({}),
		result: () => done,
		errors: [],
		rest: [
			{
				method: "DELETE",
				path: "/tasks",
				kind: "direct",
				status: 204,
				privilege: { resource: "task", action: "delete" },
			},
		],
	}),
} as const;
