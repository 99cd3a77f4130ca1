import type { Batch, SqlRow, Statement, StatementResult } from "../engine.ts";

export type WorkerRequest =
	/** The first, and only once. */
	| { readonly kind: "open"; readonly id: number; readonly file: string }
	| {
			readonly kind: "read";
			readonly id: number;
			readonly statement: Statement;
	  }
	| {
			readonly kind: "commit";
			readonly id: number;
			readonly batches: readonly Batch[];
	  }
	| { readonly kind: "close"; readonly id: number };

/** An error of SQLite: errors lose their fields between threads. */
export interface SqliteFailure {
	readonly message: string;
	/** Extended result code, where SQLite gave one. */
	readonly resultCode: number | undefined;
}

export type WorkerOutcome =
	| { readonly results: readonly StatementResult[] }
	| { readonly failure: SqliteFailure };

export type WorkerReply =
	| { readonly kind: "ready" }
	| { readonly kind: "refused"; readonly failure: SqliteFailure }
	| {
			readonly kind: "rows";
			readonly id: number;
			readonly rows: readonly SqlRow[];
	  }
	| {
			readonly kind: "committed";
			readonly id: number;
			readonly outcomes: readonly WorkerOutcome[];
	  }
	| {
			readonly kind: "failed";
			readonly id: number;
			readonly failure: SqliteFailure;
	  }
	| { readonly kind: "closed"; readonly id: number };
