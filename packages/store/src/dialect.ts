import {
	type CompiledQuery,
	type DatabaseConnection,
	type DatabaseIntrospector,
	type Dialect,
	type DialectAdapter,
	type Driver,
	type Kysely,
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
	type QueryCompiler,
	type QueryResult,
	SqliteAdapter,
	SqliteIntrospector,
	SqliteQueryCompiler,
} from "kysely";
import type { Engine, SqlValue, Statement } from "./engine.ts";

/** Anything that kysely can compile. */
export interface Compilable {
	compile(): CompiledQuery;
}

export function toStatement(query: CompiledQuery): Statement {
	// The table types allow no other values than these.
	const parameters = query.parameters as readonly SqlValue[];
	return { sql: query.sql, parameters };
}

function refuse(): never {
	throw new Error("writes go through the group commit");
}

/** Reads only: `execute()` on anything else throws. */
class ReadDriver implements Driver {
	readonly #connection: DatabaseConnection;

	constructor(engine: Engine) {
		this.#connection = {
			async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
				if (query.query.kind !== "SelectQueryNode") refuse();
				return { rows: (await engine.read(toStatement(query))) as R[] };
			},
			streamQuery: refuse,
		};
	}

	async init(): Promise<void> {}
	async destroy(): Promise<void> {}
	async acquireConnection(): Promise<DatabaseConnection> {
		return this.#connection;
	}
	async releaseConnection(): Promise<void> {}
	beginTransaction = refuse;
	commitTransaction = refuse;
	rollbackTransaction = refuse;
}

/** Makes kysely speak to an engine, in the engine's dialect. */
export class EngineDialect implements Dialect {
	readonly #engine: Engine;

	constructor(engine: Engine) {
		this.#engine = engine;
	}

	createDriver(): Driver {
		return new ReadDriver(this.#engine);
	}

	createQueryCompiler(): QueryCompiler {
		return this.#engine.kind === "sqlite"
			? new SqliteQueryCompiler()
			: new PostgresQueryCompiler();
	}

	createAdapter(): DialectAdapter {
		return this.#engine.kind === "sqlite"
			? new SqliteAdapter()
			: new PostgresAdapter();
	}

	createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
		return this.#engine.kind === "sqlite"
			? new SqliteIntrospector(db)
			: new PostgresIntrospector(db);
	}
}
