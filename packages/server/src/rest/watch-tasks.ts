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
import {
	RENEW_MS,
	type RenewDependencies,
	renewCaller,
} from "./renew-caller.ts";

/** A reader this far behind is cut off. */
const MAX_WAITING_BYTES = 20 * 1024 * 1024;

/** Task changes as they happen, a JSON line each, until the client leaves. */
export async function watchTasks(options: {
	readonly query: ListQuery;
	readonly reply: FastifyReply;
	readonly caller: Caller;
	readonly services: RenewDependencies & { readonly tasks: TaskService };
}): Promise<void> {
	const { query, reply, caller, services } = options;
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
	/** Who reads, unless it must end. */
	const renew = (): Caller | undefined => {
		const current = renewCaller(caller, services);
		if (current === undefined) raw.end();
		return current;
	};
	const checkLater = (): Disposable =>
		services.clock.after(RENEW_MS, () => {
			if (renew() !== undefined) check = checkLater();
		});
	let check = checkLater();
	using _ = services.tasks.subscribe((event) => {
		const current = renew();
		if (current === undefined || !maySeeTask(event.task, current)) return;
		raw.write(`${lineOf(event, query)}\n`);
		if (raw.writableLength > MAX_WAITING_BYTES) raw.destroy();
	});
	await promise;
	check[Symbol.dispose]();
}

function lineOf({ kind, task }: TaskEvent, { fields }: ListQuery): string {
	if (kind === "remove") return JSON.stringify(["remove", { id: task.id }]);
	const href = hrefOf({ path: "tasks" }, task.id);
	if (fields === undefined) return JSON.stringify(["update", href]);
	if (fields === "*") return JSON.stringify(["update", { ...task, href }]);
	return `["update",${projector(fields)(task, href)}]`;
}
