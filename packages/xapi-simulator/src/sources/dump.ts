import { messageOf } from "@xo/std";
import { parseXapiType, type XapiType } from "@xo/xapi-wire";
import { type TableSchema, tableSchemas } from "../core/schema.ts";
import type { FieldValue, Pool } from "../core/types.ts";
import { DumpError } from "./dump-error.ts";
import type { DumpRow, DumpTables } from "./dump-parser.ts";
import { decodeColumn } from "./dump-values.ts";

interface Column {
	readonly field: string;
	readonly type: XapiType;
}

interface Table {
	readonly className: string;
	readonly columns: ReadonlyMap<string, Column>;
}

/** Rows of these belong to a toolstack that no longer runs. */
const NOT_LOADED = new Set(["session", "task"]);
/** What the pool works out anew; damaged dumps have broken lists here. */
const RECOMPUTED = new Set(["allowed_operations", "current_operations"]);

/** Fills an empty pool with a database dump of any schema. Columns and tables
 *  that it lacks take today's defaults, those that no longer exist are left
 *  out; dangling references and duplicate uuids stay as they are (a look-up by
 *  such a uuid finds the first row); where `ref` and `_ref` differ, other rows
 *  mean `ref`; computed ends follow from the stored ones.
 *  @throws DumpError when the dump has no pool or host, or an unreadable value */
export function dumpSource(dump: DumpTables): (pool: Pool) => void {
	for (const needed of ["pool", "host"]) {
		if ((dump.tables.get(needed) ?? []).length === 0) {
			throw new DumpError(`the dump has no row in its table ${needed}`);
		}
	}
	return (pool) => {
		for (const [name, rows] of dump.tables) {
			const table = tables.get(name.toLowerCase());
			if (table === undefined) continue;
			for (const row of rows) loadRow(pool, table, row);
		}
	};
}

function loadRow(pool: Pool, table: Table, row: DumpRow): void {
	const ref = row.ref ?? row._ref;
	if (ref === undefined) {
		throw new DumpError(`a row of the table ${table.className} has no ref`);
	}
	const fields: Record<string, FieldValue> = {};
	for (const [name, text] of Object.entries(row)) {
		const column = table.columns.get(name);
		if (column === undefined) continue;
		try {
			fields[column.field] = decodeColumn(column.type, text);
		} catch (error) {
			throw new DumpError(
				`column ${name} of ${table.className} ${ref}: ${messageOf(error)}`,
				{ cause: error },
			);
		}
	}
	pool.db.create(table.className, fields, { ref });
}

/** Names of tables are compared without case: old dumps write `Secret`. */
const tables: ReadonlyMap<string, Table> = new Map(
	[...tableSchemas]
		.filter(([name]) => !NOT_LOADED.has(name))
		.map(([name, schema]) => [name.toLowerCase(), readTable(schema)]),
);

function readTable({ name, model }: TableSchema): Table {
	const columns = model.fields
		.filter((field) => !RECOMPUTED.has(field.name))
		.map((field): [string, Column] => [
			field.dbName ?? field.name,
			{ field: field.name, type: parseXapiType(field.type) },
		]);
	return { className: name, columns: new Map(columns) };
}
