import type { Clock } from "@xo/std";
import { encodeXmlRpcValue, formatXapiDate } from "@xo/xapi-wire";
import { failureOf } from "./failure.ts";
import {
	type Database,
	type FieldValue,
	type Ref,
	XapiFailure,
} from "./types.ts";

const COMPLETED_KEPT_MS = 3_900_000;
const PENDING_KEPT_MS = 86_400_000;
const MAX_TASKS = 200;
const NEVER = new AbortController().signal;

interface TaskState {
	readonly controller: AbortController;
	/** Deleted by its owner while pending: the row goes once it ends. */
	isDestroyed: boolean;
	progressSeen: number;
}

export interface NewTask {
	readonly label: string;
	readonly description?: string;
	readonly session: Ref;
	readonly host: Ref;
	readonly parent?: Ref | undefined;
}

/** The tasks of a pool: rows, completion, cancellation. */
export class Tasks {
	readonly #db: Database;
	readonly #clock: Clock;
	readonly #states = new Map<Ref, TaskState>();

	constructor(db: Database, clock: Clock) {
		this.#db = db;
		this.#clock = clock;
	}

	create(task: NewTask): Ref {
		const ref = this.#db.create("task", {
			name_label: task.label,
			name_description: task.description ?? "",
			created: formatXapiDate(this.#clock.now()),
			status: "pending",
			resident_on: task.host,
			session: task.session,
			type: "<none/>",
			backtrace: "()",
			...(task.parent !== undefined && { subtask_of: task.parent }),
		});
		this.#states.set(ref, {
			controller: new AbortController(),
			isDestroyed: false,
			progressSeen: -1,
		});
		return ref;
	}

	/** Aborted when the task is cancelled, with `TASK_CANCELLED`. */
	signalOf(ref: Ref): AbortSignal {
		return this.#states.get(ref)?.controller.signal ?? NEVER;
	}

	/** Separate writes, status last, as followers of a task see them. */
	succeed(ref: Ref, type: string, value: FieldValue | undefined): void {
		if (!this.#isPending(ref)) return;
		this.#write(ref, { allowed_operations: [] });
		this.#write(ref, { finished: formatXapiDate(this.#clock.now()) });
		this.#write(ref, { progress: 1 });
		this.#write(ref, { result: encodeXmlRpcValue(type, value) });
		this.#write(ref, { status: "success" });
		this.#end(ref);
	}

	fail(ref: Ref, error: unknown): void {
		if (!this.#isPending(ref)) return;
		const { code, params } = failureOf(error);
		this.#write(ref, { progress: 1 });
		this.#write(ref, { error_info: [code, ...params] });
		this.#write(ref, { finished: formatXapiDate(this.#clock.now()) });
		this.#write(ref, { allowed_operations: [] });
		this.#write(ref, {
			status: code === "TASK_CANCELLED" ? "cancelled" : "failure",
		});
		this.#end(ref);
	}

	/** Asks the work to stop; without effect on what cannot or has ended. */
	cancel(ref: Ref, cancellingTask: Ref): void {
		this.#db.update("task", ref, {
			current_operations: { [cancellingTask]: "cancel" },
		});
		const failure = new XapiFailure("TASK_CANCELLED", [ref]);
		this.#states.get(ref)?.controller.abort(failure);
	}

	destroy(ref: Ref, destroyingTask: Ref): void {
		const state = this.#states.get(ref);
		if (state === undefined || !this.#isPending(ref)) {
			this.#remove(ref);
			return;
		}
		state.isDestroyed = true;
		const operations = this.#db.get("task", ref).current_operations;
		this.#db.update("task", ref, {
			current_operations: {
				...(operations as Record<string, FieldValue>),
				[destroyingTask]: "destroy",
			},
		});
	}

	collectGarbage(): void {
		const now = this.#clock.now();
		const completed: Ref[] = [];
		for (const ref of this.#db.refs("task")) {
			const record = this.#db.get("task", ref);
			if (record.status === "pending" || record.status === "cancelling") {
				if (this.#isStuck(ref, now)) this.#remove(ref);
				continue;
			}
			const state = this.#states.get(ref);
			const isOld =
				formatXapiDate(now - COMPLETED_KEPT_MS) > String(record.finished);
			if (isOld || state?.isDestroyed) this.#remove(ref);
			else completed.push(ref);
		}
		const excess = this.#db.refs("task").length - MAX_TASKS;
		for (const ref of completed.slice(0, Math.max(0, excess))) {
			this.#remove(ref);
		}
	}

	#isStuck(ref: Ref, now: number): boolean {
		const { created, progress } = this.#db.get("task", ref);
		const state = this.#states.get(ref);
		const hasMoved = state !== undefined && state.progressSeen !== progress;
		if (state !== undefined) state.progressSeen = Number(progress);
		return !hasMoved && formatXapiDate(now - PENDING_KEPT_MS) > String(created);
	}

	#isPending(ref: Ref): boolean {
		return this.#db.find("task", ref)?.status === "pending";
	}

	#write(ref: Ref, fields: Readonly<Record<string, FieldValue>>): void {
		if (this.#db.find("task", ref)) this.#db.update("task", ref, fields);
	}

	#end(ref: Ref): void {
		if (this.#states.get(ref)?.isDestroyed) this.#remove(ref);
	}

	#remove(ref: Ref): void {
		this.#states.delete(ref);
		this.#db.destroy("task", ref);
	}
}
