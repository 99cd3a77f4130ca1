import { invalidParameters } from "@xo/contract";
import type { FastifyReply } from "fastify";
import type { Caller } from "../api/caller.ts";
import { isHead } from "../http/head-requests.ts";
import { maySeeTask } from "../tasks/may-see-task.ts";
import type { TaskEvent, TaskService } from "../tasks/task-service.ts";
import { hrefOf } from "./collection.ts";
import type { ListQuery } from "./list-query.ts";
import { projector } from "./project.ts";
import { CONTENT_TYPES } from "./read-routes.ts";

/** A reader this far behind is cut off. */
const MAX_WAITING_BYTES = 20 * 1024 * 1024;

/** Task changes as they happen, a JSON line each, until the client leaves. */
export async function watchTasks(options: {
	readonly query: ListQuery;
	readonly reply: FastifyReply;
	readonly caller: Caller;
	readonly tasks: TaskService;
}): Promise<void> {
	const { query, reply, caller, tasks } = options;
	if (query.format !== "ndjson") {
		throw invalidParameters("watch=true needs ndjson=true");
	}
	const { raw } = reply;
	const { promise, resolve } = Promise.withResolvers<void>();
	reply.hijack();
	raw.writeHead(200, {
		...(reply.getHeaders() as Record<string, string>),
		"content-type": CONTENT_TYPES.ndjson,
	});
	if (isHead(reply.request)) {
		raw.end();
		return;
	}
	raw.flushHeaders();
	raw.on("close", resolve);
	using _ = tasks.subscribe((event) => {
		if (!maySeeTask(event.task, caller)) return;
		raw.write(`${lineOf(event, query)}\n`);
		if (raw.writableLength > MAX_WAITING_BYTES) raw.destroy();
	});
	await promise;
}

function lineOf({ kind, task }: TaskEvent, { fields }: ListQuery): string {
	if (kind === "remove") return JSON.stringify(["remove", { id: task.id }]);
	const href = hrefOf({ path: "tasks" }, task.id);
	if (fields === undefined) return JSON.stringify(["update", href]);
	if (fields === "*") return JSON.stringify(["update", { ...task, href }]);
	return `["update",${projector(fields)(task, href)}]`;
}
