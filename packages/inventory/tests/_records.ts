import type { ObjectType, XoObject, XoObjectOf } from "@xo/contract";
import { objectSchemas } from "@xo/contract";
import {
	PoolInventory,
	type RecordChange,
	type RecordSource,
	type XapiRecord,
} from "../src/index.ts";

/** Records in memory, by class and ref. */
export class MemoryRecords implements RecordSource {
	readonly #classes = new Map<string, Map<string, XapiRecord>>();

	find(className: string, ref: string) {
		return this.#classes.get(className)?.get(ref);
	}

	records(className: string): ReadonlyMap<string, XapiRecord> {
		return this.#classes.get(className) ?? new Map();
	}

	set(className: string, ref: string, record: XapiRecord): RecordChange {
		const records = this.#classes.get(className) ?? new Map();
		this.#classes.set(className, records.set(ref, Object.freeze(record)));
		return { class: className, ref };
	}

	patch(className: string, ref: string, fields: XapiRecord): RecordChange {
		const record = this.find(className, ref);
		return this.set(className, ref, { ...record, ...fields });
	}

	delete(className: string, ref: string): RecordChange {
		this.#classes.get(className)?.delete(ref);
		return { class: className, ref };
	}

	/** One change for each record. */
	all(): RecordChange[] {
		return [...this.#classes].flatMap(([name, records]) =>
			[...records.keys()].map((ref) => ({ class: name, ref })),
		);
	}
}

type Seed = Record<string, Record<string, XapiRecord>>;

/** `{ VM: { vm1: {...} } }`: each record gets a uuid made of its ref; the pool
 *  `pool` with master `host` is there unless given. */
export function memoryRecords(seed: Seed = {}): MemoryRecords {
	const records = new MemoryRecords();
	const withPool: Seed = {
		...seed,
		pool: { pool: { master: "host" }, ...seed.pool },
	};
	for (const [className, byRef] of Object.entries(withPool)) {
		for (const [ref, fields] of Object.entries(byRef)) {
			records.set(className, ref, { uuid: `${ref}-uuid`, ...fields });
		}
	}
	return records;
}

/** A mirror of what an inventory gave out, as a subscriber would keep it. */
export class Collected {
	readonly objects = new Map<string, XoObject>();

	apply({ upserts, removals, failures }: ReturnType<PoolInventory["update"]>) {
		if (failures.length > 0) throw failures[0]?.error;
		for (const id of removals) {
			if (!this.objects.delete(id)) throw new Error(`${id} was never given`);
		}
		for (const object of upserts) this.objects.set(object.id, object);
	}

	/** What JSON keeps of the objects, in order of id. */
	get plain(): Record<string, unknown>[] {
		const objects = [...this.objects.values()];
		objects.sort((a, b) => (a.id < b.id ? -1 : 1));
		return JSON.parse(JSON.stringify(objects));
	}
}

/** The only object of that type that a seed gives, checked by its schema. */
export function derived<T extends ObjectType>(
	type: T,
	seed: Seed,
): XoObjectOf<T> {
	const records = memoryRecords(seed);
	const { upserts } = new PoolInventory(records).update(records.all());
	const found = upserts.filter((object) => object.type === type);
	if (found.length !== 1) throw new Error(`${found.length} objects of ${type}`);
	const wire = JSON.parse(JSON.stringify(found[0]));
	return objectSchemas[type]().strict().parse(wire) as XoObjectOf<T>;
}
