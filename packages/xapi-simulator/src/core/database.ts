import { encodeJsonValue, encodeXmlRpcValue, NULL_REF } from "@xo/xapi-wire";
import { ChangeLog } from "./change-log.ts";
import { areEqual } from "./equal.ts";
import type { Row } from "./row.ts";
import { tableSchemas } from "./schema.ts";
import { Table } from "./table.ts";
import {
	type Database,
	type DbChange,
	type DbRecord,
	type FieldValue,
	type Ref,
	XapiFailure,
} from "./types.ts";

type Fields = Readonly<Record<string, FieldValue>>;

/** The database in memory. Beyond the domains' view it gives the wire its
 *  change logs and the cached texts of records. */
export class MemoryDatabase implements Database {
	readonly log = new ChangeLog();
	/** XAPI numbers messages apart from the rest. */
	readonly messageLog = new ChangeLog();
	readonly tables: ReadonlyMap<string, Table>;
	readonly #newUuid: () => string;
	readonly #listeners = new Set<(change: DbChange) => void>();
	readonly #pending: DbChange[] = [];
	#isEmitting = false;
	#rowCount = 0;

	constructor(newUuid: () => string) {
		this.#newUuid = newUuid;
		this.tables = new Map(
			[...tableSchemas].map(([name, schema]) => [name, new Table(schema)]),
		);
	}

	get generation(): number {
		return this.log.generation;
	}

	/** @throws TypeError for a class that has no rows */
	table(className: string): Table {
		const table = this.tables.get(className);
		if (table === undefined) throw new TypeError(`no such class: ${className}`);
		return table;
	}

	create(
		className: string,
		fields: Fields,
		{ ref = `OpaqueRef:${this.#newUuid()}` }: { readonly ref?: Ref } = {},
	): Ref {
		const table = this.table(className);
		const { schema } = table;
		if (table.rows.has(ref)) throw new Error(`${className} ${ref} exists`);
		const record: Record<string, FieldValue> = { ...schema.template };
		for (const [name, value] of Object.entries(fields)) {
			assertField(table, name);
			if (!schema.computedEnds.has(name)) record[name] = value;
		}
		if (record.uuid === "" || fields.uuid === undefined) {
			record.uuid = this.#newUuid();
		}
		const generation = this.#logOf(table).next();
		const row: Row = {
			ref,
			schema,
			record,
			staleEnds:
				schema.computedEnds.size > 0 ? new Set(schema.computedEnds) : undefined,
			createdAt: generation,
			modifiedAt: generation,
			json: undefined,
			xml: undefined,
		};
		table.insert(row);
		this.#rowCount++;
		this.#note(row, "add");
		for (const end of schema.storedEnds) {
			this.#relink(row, end.field, { before: undefined });
		}
		this.#emit();
		return ref;
	}

	destroy(className: string, ref: Ref): void {
		const row = this.#row(className, ref);
		const table = this.table(className);
		const record = this.#current(row);
		const generation = this.#logOf(table).next();
		table.remove(row, generation);
		this.#rowCount--;
		row.modifiedAt = -1;
		this.#pending.push({ className, ref, operation: "del", generation });
		for (const { field, targetClass, targetField } of row.schema.storedEnds) {
			for (const target of refsIn(record[field])) {
				this.table(targetClass).unlink(targetField, target, ref);
				this.#touchEnd(targetClass, target, targetField);
			}
		}
		this.#emit();
	}

	get(className: string, ref: Ref): DbRecord {
		return this.#current(this.#row(className, ref));
	}

	find(className: string, ref: Ref): DbRecord | undefined {
		const row = this.table(className).rows.get(ref);
		return row && this.#current(row);
	}

	findByUuid(className: string, uuid: string): Ref | undefined {
		return this.table(className).findByUuid(uuid);
	}

	refs(className: string): Ref[] {
		return [...this.table(className).rows.keys()];
	}

	update(className: string, ref: Ref, fields: Fields): void {
		const row = this.#row(className, ref);
		const table = this.table(className);
		const changed = Object.entries(fields).filter(([name, value]) => {
			assertField(table, name);
			if (row.schema.computedEnds.has(name)) {
				throw new TypeError(`${className}.${name} is computed`);
			}
			const old = row.record[name];
			return old === undefined || !areEqual(old, value);
		});
		if (changed.length === 0) return;
		const before = row.record;
		if ("uuid" in fields) table.unindexUuid(row);
		row.record = { ...before, ...Object.fromEntries(changed) };
		if ("uuid" in fields) table.indexUuid(row);
		this.#touch(row);
		for (const end of row.schema.storedEnds) {
			const old = before[end.field];
			if (old !== row.record[end.field]) {
				this.#relink(row, end.field, { before: old });
			}
		}
		this.#emit();
	}

	/** Makes a `mod` event of a row that did not change. */
	touch(className: string, ref: Ref): void {
		this.#touch(this.#row(className, ref));
		this.#emit();
	}

	onChange(listener: (change: DbChange) => void): Disposable {
		this.#listeners.add(listener);
		return { [Symbol.dispose]: () => this.#listeners.delete(listener) };
	}

	/** The record as JSON text, without internal fields. */
	jsonOf(row: Row): string {
		row.json ??= encodeJsonValue(
			`${row.schema.name} record`,
			this.#current(row),
		);
		return row.json;
	}

	/** The record as an XML-RPC `<value>`, without internal fields. */
	xmlOf(row: Row): string {
		row.xml ??= encodeXmlRpcValue(
			`${row.schema.name} record`,
			this.#current(row),
		);
		return row.xml;
	}

	#row(className: string, ref: Ref): Row {
		const row = this.table(className).rows.get(ref);
		if (row === undefined) {
			throw new XapiFailure("HANDLE_INVALID", [className, ref]);
		}
		return row;
	}

	#current(row: Row): DbRecord {
		if (row.staleEnds !== undefined) {
			const table = this.table(row.schema.name);
			const ends: Record<string, FieldValue> = {};
			for (const field of row.staleEnds) {
				ends[field] = table.endOf(field, row.ref);
			}
			row.record = { ...row.record, ...ends };
			row.staleEnds = undefined;
		}
		return row.record;
	}

	#logOf(table: Table): ChangeLog {
		return table.schema.name === "message" ? this.messageLog : this.log;
	}

	#relink(
		row: Row,
		field: string,
		{ before }: { readonly before: FieldValue | undefined },
	): void {
		const end = row.schema.storedEnds.find((item) => item.field === field);
		if (end === undefined) return;
		const { targetClass, targetField } = end;
		const old = new Set(refsIn(before));
		const now = new Set(refsIn(row.record[field]));
		for (const target of old) {
			if (now.has(target)) continue;
			this.table(targetClass).unlink(targetField, target, row.ref);
			this.#touchEnd(targetClass, target, targetField);
		}
		for (const target of now) {
			if (old.has(target)) continue;
			this.table(targetClass).link(targetField, target, row.ref);
			this.#touchEnd(targetClass, target, targetField);
		}
	}

	#touchEnd(className: string, ref: Ref, field: string): void {
		const row = this.table(className).rows.get(ref);
		if (row === undefined) return;
		row.staleEnds ??= new Set();
		row.staleEnds.add(field);
		this.#touch(row);
	}

	#touch(row: Row): void {
		row.modifiedAt = this.#logOf(this.table(row.schema.name)).next();
		row.json = undefined;
		row.xml = undefined;
		this.#note(row, "mod");
	}

	#note(row: Row, operation: "add" | "mod"): void {
		const { name, model } = row.schema;
		if (model.generatesEvents) {
			this.#logOf(this.table(name)).append(row, this.#rowCount);
		}
		const generation = row.modifiedAt;
		this.#pending.push({
			className: name,
			ref: row.ref,
			operation,
			generation,
		});
	}

	/** A listener may change rows again: those changes follow this one. */
	#emit(): void {
		if (this.#isEmitting) return;
		this.#isEmitting = true;
		try {
			for (;;) {
				const change = this.#pending.shift();
				if (change === undefined) return;
				for (const listener of this.#listeners) listener(change);
			}
		} finally {
			this.#isEmitting = false;
		}
	}
}

function assertField({ schema }: Table, name: string): void {
	if (!Object.hasOwn(schema.template, name)) {
		throw new TypeError(`${schema.name} has no field ${name}`);
	}
}

function refsIn(value: FieldValue | undefined): readonly string[] {
	if (typeof value === "string") {
		return value === NULL_REF || value === "" ? [] : [value];
	}
	return Array.isArray(value) ? value.map(String) : [];
}
