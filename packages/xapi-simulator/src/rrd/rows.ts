import type { Database, DbRecord, FieldValue } from "../core/types.ts";

/** The existing rows that a set of references names. */
export function rowsOf(
	db: Database,
	className: string,
	refs: FieldValue | undefined,
): DbRecord[] {
	const rows: DbRecord[] = [];
	if (!Array.isArray(refs)) return rows;
	for (const ref of refs) {
		const row = db.find(className, String(ref));
		if (row !== undefined) rows.push(row);
	}
	return rows;
}
