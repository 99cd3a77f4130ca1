import type { StoreError } from "./errors.ts";

/** What both databases take and give: text, integers and blobs only. */
export type SqlValue = string | number | Uint8Array | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

export interface Statement {
	readonly sql: string;
	readonly parameters: readonly SqlValue[];
}

export interface StatementResult {
	readonly rows: readonly SqlRow[];
	/** Rows that were inserted, updated or deleted. */
	readonly changes: number;
}

/** Statements that happen together or not at all. */
export type Batch = readonly Statement[];

/** How one batch of a group ended. */
export type BatchOutcome =
	| { readonly results: readonly StatementResult[] }
	| { readonly error: StoreError };

/** A database: the only part of the store that differs between the two. */
export interface Engine extends AsyncDisposable {
	readonly kind: "sqlite" | "postgres";
	/** Where the database is, without credentials, for messages. */
	readonly location: string;
	/** @throws StoreError */
	read(statement: Statement): Promise<readonly SqlRow[]>;
	/** Commits the batches in one transaction if it can; a batch that fails
	 *  does not take the others with it. Resolves once they are durable, with
	 *  an outcome for each; never rejects. One call at a time. */
	commit(batches: readonly Batch[]): Promise<readonly BatchOutcome[]>;
	/** The database's own check of its content.
	 *  @throws StoreError */
	verify(): Promise<void>;
}
