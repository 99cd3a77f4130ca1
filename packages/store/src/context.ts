import type { CompiledQuery, Kysely } from "kysely";
import type { Database } from "./database.ts";
import { type Compilable, toStatement } from "./dialect.ts";
import type { StatementResult } from "./engine.ts";
import type { GroupCommit } from "./group-commit.ts";
import type { SecretBox } from "./secrets/secret-box.ts";

/** What every repository works with. */
export class StoreContext {
	/** Builds queries; executes those that read. */
	readonly db: Kysely<Database>;
	readonly secrets: SecretBox;
	readonly #commits: GroupCommit;

	constructor(options: {
		readonly db: Kysely<Database>;
		readonly secrets: SecretBox;
		readonly commits: GroupCommit;
	}) {
		this.db = options.db;
		this.secrets = options.secrets;
		this.#commits = options.commits;
	}

	/** Runs the queries as one; `apply` is called once they are durable, before
	 *  that of any later write. */
	write<T>(
		queries: readonly Compilable[],
		apply: (results: readonly StatementResult[]) => T,
	): Promise<T> {
		const batch = queries.map((query) => toStatement(query.compile()));
		return this.#commits.write(batch, apply);
	}

	/** Runs one query and gives `apply` the rows that it returns. */
	writeReturning<R, T>(
		query: { compile(): CompiledQuery<R> },
		apply: (rows: readonly R[]) => T,
	): Promise<T> {
		// The columns that a query returns are what kysely says they are.
		return this.write([query], (results) =>
			apply((results[0]?.rows ?? []) as readonly unknown[] as readonly R[]),
		);
	}
}
