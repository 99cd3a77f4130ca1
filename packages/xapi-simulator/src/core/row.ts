import type { TableSchema } from "./schema.ts";
import type { DbRecord, Ref } from "./types.ts";

/** One row with what is derived from it and kept until it changes. */
export interface Row {
	readonly ref: Ref;
	readonly schema: TableSchema;
	record: DbRecord;
	/** Computed ends whose value in `record` is out of date. */
	staleEnds: Set<string> | undefined;
	readonly createdAt: number;
	/** Generation of the last change; -1 once deleted. */
	modifiedAt: number;
	/** Texts of the record on the wire. */
	json: string | undefined;
	xml: string | undefined;
}

/** What remains of a deleted row. */
export interface Deletion {
	readonly ref: Ref;
	readonly createdAt: number;
	readonly deletedAt: number;
}
