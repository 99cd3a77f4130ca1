import type { Engine } from "../engine.ts";

/** Words in which the two dialects differ. */
export interface SqlWords {
	/** A 64-bit integer type. */
	readonly integer: string;
	/** What closes a table definition. */
	readonly strict: string;
}

export interface Migration {
	/** Numbers ascend without gaps; one that was released never changes. */
	readonly number: number;
	readonly name: string;
	/** Statements that run in one transaction. */
	readonly statements: (words: SqlWords) => readonly string[];
}

export function wordsOf(kind: Engine["kind"]): SqlWords {
	return kind === "sqlite"
		? { integer: "INTEGER", strict: "STRICT" }
		: { integer: "BIGINT", strict: "" };
}
