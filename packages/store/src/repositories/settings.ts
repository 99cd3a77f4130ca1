import type { StoreContext } from "../context.ts";
import { parseJson } from "../json.ts";
import type { SettingRepository } from "../types.ts";

export class Settings implements SettingRepository {
	readonly #context: StoreContext;
	readonly #values = new Map<string, unknown>();

	constructor(context: StoreContext) {
		this.#context = context;
	}

	async load(): Promise<void> {
		const rows = await this.#context.db
			.selectFrom("settings")
			.selectAll()
			.execute();
		this.#values.clear();
		for (const { key, value_json } of rows) {
			this.#values.set(key, parseJson(value_json, `settings.${key}`));
		}
	}

	get(key: string): unknown {
		return this.#values.get(key);
	}

	list(prefix: string): ReadonlyMap<string, unknown> {
		return new Map([...this.#values].filter(([key]) => key.startsWith(prefix)));
	}

	async set(key: string, value: unknown): Promise<void> {
		const { db } = this.#context;
		if (value === undefined) {
			const query = db.deleteFrom("settings").where("key", "=", key);
			await this.#context.write([query], () => this.#values.delete(key));
			return;
		}
		const value_json = JSON.stringify(value);
		const query = db
			.insertInto("settings")
			.values({ key, value_json })
			.onConflict((conflict) =>
				conflict.column("key").doUpdateSet({ value_json }),
			);
		await this.#context.write([query], () => this.#values.set(key, value));
	}
}
