import type { Deletion, Row } from "./row.ts";
import type { TableSchema } from "./schema.ts";
import type { Ref } from "./types.ts";

const MAX_DELETIONS = 512;
const KEPT_DELETIONS = 256;

/** The rows of a class. */
export class Table {
	readonly schema: TableSchema;
	readonly rows = new Map<Ref, Row>();
	readonly #refByUuid = new Map<string, Ref>();
	/** Computed end to target ref to the rows that name it. */
	readonly #ends = new Map<string, Map<Ref, Set<Ref>>>();
	#deletions: Deletion[] = [];

	constructor(schema: TableSchema) {
		this.schema = schema;
		for (const field of schema.computedEnds) this.#ends.set(field, new Map());
	}

	findByUuid(uuid: string): Ref | undefined {
		return this.#refByUuid.get(uuid);
	}

	insert(row: Row): void {
		this.rows.set(row.ref, row);
		this.indexUuid(row);
	}

	remove(row: Row, deletedAt: number): void {
		this.rows.delete(row.ref);
		this.unindexUuid(row);
		this.#deletions.push({ ref: row.ref, createdAt: row.createdAt, deletedAt });
		if (this.#deletions.length >= MAX_DELETIONS) {
			this.#deletions = this.#deletions.slice(-KEPT_DELETIONS);
		}
	}

	/** The first row keeps a uuid that several have, as damaged dumps do. */
	indexUuid(row: Row): void {
		const uuid = String(row.record.uuid);
		if (!this.#refByUuid.has(uuid)) this.#refByUuid.set(uuid, row.ref);
	}

	unindexUuid(row: Row): void {
		const uuid = String(row.record.uuid);
		if (this.#refByUuid.get(uuid) === row.ref) this.#refByUuid.delete(uuid);
	}

	/** Latest first, as far back as the list goes. */
	*deletionsSince(generation: number): Generator<Deletion> {
		for (let index = this.#deletions.length - 1; index >= 0; index--) {
			const deletion = this.#deletions[index];
			if (deletion === undefined || deletion.deletedAt <= generation) return;
			yield deletion;
		}
	}

	forgetDeletions(): void {
		this.#deletions = [];
	}

	/** Notes that `source` names `target` (which need not exist yet). */
	link(field: string, target: Ref, source: Ref): void {
		const byTarget = this.#ends.get(field);
		const sources = byTarget?.get(target);
		if (sources === undefined) byTarget?.set(target, new Set([source]));
		else sources.add(source);
	}

	unlink(field: string, target: Ref, source: Ref): void {
		const byTarget = this.#ends.get(field);
		const sources = byTarget?.get(target);
		sources?.delete(source);
		if (sources?.size === 0) byTarget?.delete(target);
	}

	/** The value of a computed end. */
	endOf(field: string, target: Ref): Ref[] {
		return [...(this.#ends.get(field)?.get(target) ?? [])];
	}
}
