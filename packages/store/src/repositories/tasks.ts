import type { StoreContext } from "../context.ts";
import type { TasksTable } from "../database.ts";
import { StoreError } from "../errors.ts";
import { parseJsonObject } from "../json.ts";
import type { TaskRepository, TaskRow } from "../types.ts";

const STATUSES = ["pending", "success", "failure", "interrupted"] as const;

export class Tasks implements TaskRepository {
	readonly #context: StoreContext;

	constructor(context: StoreContext) {
		this.#context = context;
	}

	async put(row: TaskRow): Promise<void> {
		const { id, ...columns } = toColumns(row);
		const query = this.#context.db
			.insertInto("tasks")
			.values({ id, ...columns })
			.onConflict((conflict) => conflict.column("id").doUpdateSet(columns));
		await this.#context.write([query], () => {});
	}

	async get(id: string): Promise<TaskRow | undefined> {
		const row = await this.#context.db
			.selectFrom("tasks")
			.selectAll()
			.where("id", "=", id)
			.executeTakeFirst();
		return row && toRow(row);
	}

	async list({ limit }: { readonly limit: number }): Promise<TaskRow[]> {
		const rows = await this.#context.db
			.selectFrom("tasks")
			.selectAll()
			.orderBy("started_at", "desc")
			.orderBy("id", "desc")
			.limit(limit)
			.execute();
		return rows.map(toRow);
	}

	delete(id: string): Promise<boolean> {
		const query = this.#context.db.deleteFrom("tasks").where("id", "=", id);
		return this.#context.write([query], ([result]) => result?.changes === 1);
	}

	async deleteAll(): Promise<void> {
		await this.#context.write([this.#context.db.deleteFrom("tasks")], () => {});
	}

	interruptPending(now: number): Promise<number> {
		const query = this.#context.db
			.updateTable("tasks")
			.set({ status: "interrupted", ended_at: now })
			.where("status", "=", "pending");
		return this.#context.write([query], ([result]) => result?.changes ?? 0);
	}

	prune(keep: number): Promise<number> {
		const { db } = this.#context;
		const kept = db
			.selectFrom("tasks")
			.select("id")
			.where("status", "!=", "pending")
			.orderBy("started_at", "desc")
			.orderBy("id", "desc")
			.limit(keep);
		const query = db
			.deleteFrom("tasks")
			.where("status", "!=", "pending")
			.where("id", "not in", kept);
		return this.#context.write([query], ([result]) => result?.changes ?? 0);
	}
}

function toColumns(row: TaskRow): TasksTable {
	return {
		id: row.id,
		status: row.status,
		user_id: row.userId ?? null,
		object_id: row.objectId ?? null,
		started_at: row.startedAt,
		ended_at: row.endedAt ?? null,
		body_json: JSON.stringify(row.body),
	};
}

function toRow(row: TasksTable): TaskRow {
	return {
		id: row.id,
		status: parseStatus(row.status),
		userId: row.user_id ?? undefined,
		objectId: row.object_id ?? undefined,
		startedAt: row.started_at,
		endedAt: row.ended_at ?? undefined,
		body: parseJsonObject(row.body_json, "tasks.body"),
	};
}

function parseStatus(text: string): TaskRow["status"] {
	const status = STATUSES.find((known) => known === text);
	if (status !== undefined) return status;
	throw new StoreError("corrupt", `tasks.status cannot be ${text}`);
}
