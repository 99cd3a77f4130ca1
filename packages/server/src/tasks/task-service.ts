import { randomBytes } from "node:crypto";
import { ApiError, noSuchObject } from "@xo/contract";
import type { Clock } from "@xo/std";
import type { Store, TaskRow } from "@xo/store";
import type { Logger } from "../http/logger.ts";
import { serialiseError } from "./serialise-error.ts";
import type { TaskHandle } from "./task-handle.ts";
import { TaskJournal } from "./task-journal.ts";

/** A task of the daemon, as clients see it. Times in milliseconds. */
export interface XoTask {
	readonly id: string;
	readonly start: number;
	readonly end?: number;
	readonly updatedAt: number;
	readonly status: TaskRow["status"];
	readonly properties: {
		readonly name: string;
		readonly type: string;
		readonly userId?: string | undefined;
		readonly method?: string | undefined;
		readonly objectId?: string | undefined;
		readonly objectType?: string | undefined;
		readonly params?: unknown;
		/** 0 to 100. */
		readonly progress?: number;
	};
	readonly result?: unknown;
	readonly warnings?: readonly { message: string; data?: unknown }[];
	readonly abortionRequestedAt?: number;
}

export interface NewTask {
	readonly name: string;
	readonly type: string;
	readonly userId?: string | undefined;
	readonly method?: string | undefined;
	readonly objectId?: string | undefined;
	readonly objectType?: string | undefined;
	/** Already redacted. */
	readonly params?: unknown;
	readonly signal?: AbortSignal;
	/** Whether no trace is left once it has succeeded. */
	readonly isForgottenOnSuccess?: boolean;
}

export type TaskEvent =
	| { readonly kind: "update"; readonly task: XoTask }
	| { readonly kind: "remove"; readonly task: XoTask };

interface Running {
	readonly controller: AbortController;
	readonly ended: Promise<unknown>;
}

/** How many ended tasks are remembered. */
const KEPT_TASKS = 1_000;
const PRUNE_EVERY = 100;

/** Long work: visible, cancellable, remembered across restarts. */
export class TaskService {
	readonly #store: Store;
	readonly #clock: Clock;
	readonly #journal: TaskJournal;
	readonly #tasks = new Map<string, XoTask>();
	readonly #running = new Map<string, Running>();
	readonly #listeners = new Set<(event: TaskEvent) => void>();
	#sincePrune = 0;

	constructor(dependencies: { store: Store; clock: Clock; logger: Logger }) {
		this.#store = dependencies.store;
		this.#clock = dependencies.clock;
		this.#journal = new TaskJournal(dependencies);
	}

	/** Reads what is remembered; what was running is interrupted. */
	async load(): Promise<void> {
		await this.#store.tasks.interruptPending(this.#clock.now());
		const rows = await this.#store.tasks.list({ limit: KEPT_TASKS });
		for (const row of rows.toSorted((a, b) => a.startedAt - b.startedAt)) {
			const task = row.body as unknown as XoTask;
			this.#tasks.set(row.id, {
				...task,
				status: row.status,
				...(row.endedAt === undefined ? {} : { end: row.endedAt }),
			});
		}
	}

	/** Runs `work` as a task and gives its result, or throws its error. */
	async run<T>(
		options: NewTask,
		work: (task: TaskHandle) => Promise<T>,
	): Promise<T> {
		const { ended } = await this.start(options, work);
		return (await ended) as T;
	}

	/** Starts `work` as a task; `ended` settles with it. */
	async start<T>(
		options: NewTask,
		work: (task: TaskHandle) => Promise<T>,
	): Promise<{ readonly id: string; readonly ended: Promise<T> }> {
		const { signal, isForgottenOnSuccess = false, ...properties } = options;
		const now = this.#clock.now();
		const task: XoTask = {
			id: newTaskId(now),
			start: now,
			updatedAt: now,
			status: "pending",
			properties,
		};
		await this.#journal.add(toRow(task));
		this.#publish(task);
		const controller = new AbortController();
		const combined =
			signal === undefined
				? controller.signal
				: AbortSignal.any([signal, controller.signal]);
		const ended = this.#follow(
			task.id,
			work(this.#handleOf(task.id, combined)),
			isForgottenOnSuccess,
		);
		ended.catch(() => undefined);
		this.#running.set(task.id, { controller, ended });
		return { id: task.id, ended };
	}

	find(id: string): XoTask | undefined {
		return this.#tasks.get(id);
	}

	get(id: string): XoTask {
		const task = this.#tasks.get(id);
		if (task === undefined) throw noSuchObject(id, "task");
		return task;
	}

	/** Newest last. */
	list(): Iterable<XoTask> {
		return this.#tasks.values();
	}

	subscribe(listener: (event: TaskEvent) => void): Disposable {
		this.#listeners.add(listener);
		return { [Symbol.dispose]: () => this.#listeners.delete(listener) };
	}

	/** The task once it is no longer pending. */
	async waitUntilEnded(id: string, signal: AbortSignal): Promise<XoTask> {
		const task = this.get(id);
		if (task.status !== "pending") return task;
		const { promise, resolve, reject } = Promise.withResolvers<XoTask>();
		using _ = this.subscribe((event) => {
			if (event.task.id !== id) return;
			if (event.task.status !== "pending" || event.kind === "remove") {
				resolve(event.task);
			}
		});
		const onAbort = () => reject(signal.reason);
		signal.addEventListener("abort", onAbort, { once: true });
		try {
			return await promise;
		} finally {
			signal.removeEventListener("abort", onAbort);
		}
	}

	async abort(id: string): Promise<void> {
		const task = this.get(id);
		const running = this.#running.get(id);
		if (running === undefined) {
			throw new ApiError("incorrectState", {
				message: `task ${id} is not running`,
				data: {
					actual: task.status,
					expected: "pending",
					object: id,
					property: "status",
				},
			});
		}
		await this.#change(id, { abortionRequestedAt: this.#clock.now() });
		running.controller.abort(
			new ApiError("operationFailed", {
				message: "the task was aborted on request",
				data: { code: "TASK_ABORTED" },
			}),
		);
	}

	/** @throws ApiError `incorrectState` while it runs */
	async delete(id: string): Promise<void> {
		const task = this.get(id);
		if (this.#running.has(id)) {
			throw new ApiError("incorrectState", {
				message: `task ${id} is still running: abort it first`,
				data: { actual: "pending", object: id, property: "status" },
			});
		}
		await this.#journal.delete(id);
		this.#remove(task);
	}

	/** Ends all that runs. */
	async close(reason: Error): Promise<void> {
		const running = [...this.#running.values()];
		for (const { controller } of running) controller.abort(reason);
		await Promise.allSettled(running.map(({ ended }) => ended));
		await this.#journal[Symbol.asyncDispose]();
	}

	#handleOf(id: string, signal: AbortSignal): TaskHandle {
		return {
			id,
			signal,
			setProgress: (progress) => {
				const task = this.#tasks.get(id);
				if (task === undefined) return;
				// Progress is not worth a disk write: it is lost at a restart anyway.
				this.#publish({
					...task,
					updatedAt: this.#clock.now(),
					properties: { ...task.properties, progress: progress * 100 },
				});
			},
			warn: (message, data) => {
				const task = this.#tasks.get(id);
				if (task === undefined) return;
				const warning = { message, ...(data === undefined ? {} : { data }) };
				this.#publish({
					...task,
					updatedAt: this.#clock.now(),
					warnings: [...(task.warnings ?? []), warning],
				});
			},
		};
	}

	async #follow<T>(
		id: string,
		work: Promise<T>,
		isForgottenOnSuccess: boolean,
	): Promise<T> {
		try {
			const result = await work;
			if (isForgottenOnSuccess) await this.#forget(id);
			else await this.#end(id, { status: "success", result });
			return result;
		} catch (error) {
			await this.#end(id, {
				status: "failure",
				result: serialiseError(error),
			});
			throw error;
		} finally {
			this.#running.delete(id);
		}
	}

	async #forget(id: string): Promise<void> {
		await this.#journal.delete(id);
		const task = this.#tasks.get(id);
		if (task !== undefined) this.#remove(task);
	}

	async #end(
		id: string,
		outcome: Pick<XoTask, "status" | "result">,
	): Promise<void> {
		await this.#change(id, { ...outcome, end: this.#clock.now() });
		this.#sincePrune++;
		if (this.#sincePrune < PRUNE_EVERY) return;
		this.#sincePrune = 0;
		await this.#journal.prune(KEPT_TASKS);
		for (const task of this.#tasks.values()) {
			if (this.#tasks.size <= KEPT_TASKS) break;
			if (task.status !== "pending") this.#remove(task);
		}
	}

	async #change(id: string, fields: Partial<XoTask>): Promise<void> {
		const task = this.#tasks.get(id);
		if (task === undefined) return;
		await this.#save({ ...task, ...fields, updatedAt: this.#clock.now() });
	}

	async #save(task: XoTask): Promise<void> {
		await this.#journal.put(toRow(task));
		this.#publish(task);
	}

	#publish(task: XoTask): void {
		this.#tasks.set(task.id, task);
		for (const listener of this.#listeners) listener({ kind: "update", task });
	}

	#remove(task: XoTask): void {
		this.#tasks.delete(task.id);
		for (const listener of this.#listeners) listener({ kind: "remove", task });
	}
}

function toRow(task: XoTask): TaskRow {
	return {
		id: task.id,
		status: task.status,
		userId: task.properties.userId,
		objectId: task.properties.objectId,
		startedAt: task.start,
		endedAt: task.end,
		body: task as unknown as Readonly<Record<string, unknown>>,
	};
}

/** Sorts by time of start. */
function newTaskId(now: number): string {
	return `${now.toString(36).padStart(9, "0")}${randomBytes(9).toString("base64url")}`;
}
