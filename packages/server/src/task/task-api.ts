import { noSuchObject, type XoObject } from "@xo/contract";
import type { Caller } from "../api/caller.ts";
import type { HandlersOf } from "../api/handlers.ts";
import type { PoolConnectionService } from "../pools/pool-connection-service.ts";
import { xapiRefOf } from "../pools/refs.ts";
import { maySeeTask } from "../tasks/may-see-task.ts";
import type { TaskService } from "../tasks/task-service.ts";

export function createTaskHandlers(dependencies: {
	readonly tasks: TaskService;
	readonly pools: PoolConnectionService;
}): HandlersOf<"task"> {
	const { tasks, pools } = dependencies;

	function checkOwn(id: string, caller: Caller): void {
		if (!maySeeTask(tasks.get(id), caller)) throw noSuchObject(id, "task");
	}

	function refOf(task: XoObject | undefined, id: string) {
		if (task === undefined) throw noSuchObject(id, "task");
		return { xapi: pools.xapiForWrite(task), ref: xapiRefOf(task, "task") };
	}

	return {
		"task.cancel": async ({ objects, params }) => {
			const { xapi, ref } = refOf(objects.task, params.id);
			await xapi.call("task.cancel", ref);
		},
		"task.destroy": async ({ objects, params }) => {
			const { xapi, ref } = refOf(objects.task, params.id);
			await xapi.call("task.destroy", ref);
		},
		"task.abort": async ({ params: { id }, caller }) => {
			checkOwn(id, caller);
			await tasks.abort(id);
		},
		"task.delete": async ({ params: { id }, caller }) => {
			checkOwn(id, caller);
			await tasks.delete(id);
		},
		"task.deleteAll": async ({ caller }) => {
			const ended = [...tasks.list()].filter(
				(task) => task.status !== "pending" && maySeeTask(task, caller),
			);
			for (const task of ended) await tasks.delete(task.id);
		},
	};
}
