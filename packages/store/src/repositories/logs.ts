import type { Clock } from "@xo/std";
import type { StoreContext } from "../context.ts";
import { parseJsonObject } from "../json.ts";
import type { LogRepository, LogRow } from "../types.ts";

const COUNTER_DIGITS = 4;
const MAX_COUNTER = 10 ** COUNTER_DIGITS - 1;

export class Logs implements LogRepository {
	readonly #context: StoreContext;
	readonly #clock: Clock;
	#lastMs = 0;
	#counter = 0;

	constructor(context: StoreContext, clock: Clock) {
		this.#context = context;
		this.#clock = clock;
	}

	/** Ids go on after the last one, also when the clock was set back. */
	async load(): Promise<void> {
		const { last } = await this.#context.db
			.selectFrom("logs")
			.select(({ fn }) => fn.max("id").as("last"))
			.executeTakeFirstOrThrow();
		if (last === null) return;
		this.#lastMs = Math.max(this.#lastMs, Number.parseInt(last, 10) + 1);
	}

	async append(row: Omit<LogRow, "id">): Promise<string> {
		const id = this.#createId();
		const { data, ...columns } = row;
		const query = this.#context.db
			.insertInto("logs")
			.values({ id, ...columns, data_json: JSON.stringify(data) });
		return this.#context.write([query], () => id);
	}

	async list({
		namespace,
		limit,
	}: {
		readonly namespace?: string;
		readonly limit: number;
	}): Promise<LogRow[]> {
		let query = this.#context.db
			.selectFrom("logs")
			.selectAll()
			.orderBy("id", "desc")
			.limit(limit);
		if (namespace !== undefined) {
			query = query.where("namespace", "=", namespace);
		}
		const rows = await query.execute();
		return rows.map(({ data_json, ...row }) => ({
			...row,
			data: parseJsonObject(data_json, "logs.data"),
		}));
	}

	async delete({
		namespace,
		ids,
	}: {
		readonly namespace: string;
		readonly ids: readonly string[];
	}): Promise<void> {
		const queries = ids.map((id) =>
			this.#context.db
				.deleteFrom("logs")
				.where("id", "=", id)
				.where("namespace", "=", namespace),
		);
		await this.#context.write(queries, () => {});
	}

	prune(keep: number): Promise<number> {
		const { db } = this.#context;
		const kept = db
			.selectFrom("logs")
			.select("id")
			.orderBy("id", "desc")
			.limit(keep);
		const query = db.deleteFrom("logs").where("id", "not in", kept);
		return this.#context.write([query], ([result]) => result?.changes ?? 0);
	}

	#createId(): string {
		const now = this.#clock.now();
		if (now > this.#lastMs || this.#counter >= MAX_COUNTER) {
			this.#lastMs = Math.max(now, this.#lastMs + 1);
			this.#counter = 0;
		} else {
			this.#counter += 1;
		}
		const counter = String(this.#counter).padStart(COUNTER_DIGITS, "0");
		return `${this.#lastMs}:${counter}`;
	}
}
