// biome-ignore-all lint/complexity/useMaxParams: parameters are those of the message
import { assertRole } from "./access.ts";
import type { CoreContext, CoreHandlerTable } from "./core-handler.ts";
import { addToMap, removeFromMap } from "./generic-messages.ts";
import type { FieldValue, Ref } from "./types.ts";

/** A subject acts on tasks of its own sessions; on others with more power. */
function assertOwner(context: CoreContext, task: Ref): void {
	const { caller, db } = context;
	const owner = db.get("task", task).session;
	if (caller === undefined || owner === context.session) return;
	const session = db.find("session", String(owner));
	const isOwn = session?.subject === caller.subject && !caller.isRoot;
	if (!isOwn) assertRole(caller, "pool-operator", "task.destroy/any");
}

function writer(field: string) {
	return (context: CoreContext, self: Ref, value: FieldValue) => {
		assertOwner(context, self);
		context.db.update("task", self, { [field]: value });
		return undefined;
	};
}

const TASK = { className: "task", field: "other_config" };

/** `task.*` */
export const taskMessages: CoreHandlerTable = {
	"task.create": (
		{ pool, session, host },
		label: string,
		description: string,
	) => pool.tasks.create({ label, description, session, host }),

	"task.destroy"(context, self: Ref) {
		assertOwner(context, self);
		const { pool, task } = context;
		pool.tasks.destroy(self, task ?? `OpaqueRef:${pool.newUuid()}`);
		return undefined;
	},

	"task.cancel"(context, self: Ref) {
		assertOwner(context, self);
		const { pool, task } = context;
		pool.tasks.cancel(self, task ?? `OpaqueRef:${pool.newUuid()}`);
		return undefined;
	},

	"task.set_status": writer("status"),
	"task.set_progress": writer("progress"),
	"task.set_result": writer("result"),
	"task.set_error_info": writer("error_info"),
	"task.set_resident_on": writer("resident_on"),
	"task.set_other_config": writer("other_config"),

	"task.add_to_other_config"(context, self: Ref, key: string, value: string) {
		assertOwner(context, self);
		addToMap(context.pool.db, { ...TASK, ref: self, key, value });
		return undefined;
	},

	"task.remove_from_other_config"(context, self: Ref, key: string) {
		assertOwner(context, self);
		removeFromMap(context.pool.db, { ...TASK, ref: self, key });
		return undefined;
	},
};
