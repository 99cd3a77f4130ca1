import type { Caller } from "../api/caller.ts";
import type { XoTask } from "./task-service.ts";

/** Everybody sees the own tasks, administrators see all. */
export function maySeeTask(
	task: XoTask,
	caller: Pick<Caller, "isAdmin" | "user">,
): boolean {
	return (
		caller.isAdmin ||
		(caller.user !== undefined && task.properties.userId === caller.user.id)
	);
}
