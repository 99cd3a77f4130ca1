import type { XoMessage, XoXapiTask } from "@xo/contract";
import type { Context } from "../context.ts";
import {
	number,
	refOf,
	stringMap,
	strings,
	text,
	timestamp,
	type XapiRecord,
} from "../records.ts";
import { base } from "./base.ts";

export function deriveMessage(
	message: XapiRecord,
	context: Context,
): XoMessage {
	return {
		...base("message", message, context),
		$object: text(message, "obj_uuid"),
		body: text(message, "body"),
		name: text(message, "name"),
		time: timestamp(message, "timestamp"),
	};
}

export function deriveTask(task: XapiRecord, context: Context): XoXapiTask {
	return {
		...base("task", task, context),
		$host: context.link("host", refOf(task, "resident_on")),
		allowedOperations: strings(task, "allowed_operations"),
		applies_to: context.uuidOfObject(
			stringMap(task, "other_config").applies_to,
		),
		created: timestamp(task, "created"),
		finished: timestamp(task, "finished"),
		current_operations: stringMap(task, "current_operations"),
		name_description: text(task, "name_description"),
		name_label: text(task, "name_label"),
		progress: number(task, "progress"),
		result: text(task, "result"),
		status: (text(task, "status") || "pending") as XoXapiTask["status"],
		xapiRef: context.ref,
	};
}
