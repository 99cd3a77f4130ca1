import type { AnyRecord } from "./mirror-store.ts";
import { XapiError } from "./xapi-error.ts";

export type TaskOutcome =
	| { readonly state: "running"; readonly progress: number }
	| { readonly state: "success"; readonly result: string }
	| { readonly state: "failure"; readonly error: XapiError };

/** What a task record says. Only `status` tells that it ended: it is the last
 *  field that a pool writes, progress is 1 before. */
export function taskOutcome(task: AnyRecord, ref: string): TaskOutcome {
	switch (task.status) {
		case "success":
			return { state: "success", result: String(task.result ?? "") };
		case "failure":
		case "cancelled": {
			const [code, ...params] = errorInfo(task);
			if (code === undefined) {
				return task.status === "cancelled"
					? failure("TASK_CANCELLED", [ref])
					: failure("INTERNAL_ERROR", [`task ${ref} failed without a reason`]);
			}
			return failure(code, params);
		}
		default:
			return { state: "running", progress: Number(task.progress) || 0 };
	}
}

function failure(code: string, params: string[]): TaskOutcome {
	return { state: "failure", error: new XapiError(code, { params }) };
}

function errorInfo(task: AnyRecord): string[] {
	return Array.isArray(task.error_info) ? task.error_info.map(String) : [];
}
