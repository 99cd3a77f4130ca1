import type { TaskService } from "../tasks/task-service.ts";
import type { RestCollection } from "./collection.ts";
import { parseBoolean } from "./list-query.ts";
import { getReadable } from "./read-routes.ts";
import type { RouteDeclarations } from "./route-table.ts";

/** A task can be waited for: `?wait=true`. */
export function registerTaskItem(
	routes: RouteDeclarations,
	collection: RestCollection,
	tasks: TaskService,
): void {
	routes.get<{ id: string }>(
		"/tasks/:id",
		async ({ params, query, caller }, reply) => {
			const isWaiting = parseBoolean(query as Record<string, unknown>, "wait");
			getReadable(collection, params.id, caller);
			if (!isWaiting) return tasks.get(params.id);
			const gone = new AbortController();
			reply.raw.once("close", () => gone.abort(new Error("nobody waits")));
			try {
				return await tasks.waitUntilEnded(params.id, gone.signal);
			} catch (error) {
				if (!gone.signal.aborted) throw error;
				return reply.hijack();
			}
		},
	);
}
