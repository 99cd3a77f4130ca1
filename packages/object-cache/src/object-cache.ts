import { Entry } from "./entry.ts";
import { notifyAll } from "./notify.ts";
import { type IndexedProperty, ObjectIndexes } from "./object-index.ts";
import { type Segment, Segments } from "./segment.ts";
import type {
	BatchListener,
	CacheBatch,
	CacheChange,
	CachedObject,
} from "./types.ts";
import { WaitingObjects } from "./waiting-objects.ts";

/** The live store of all objects of all pools, in memory. Each batch makes one
 *  revision. The same id from two sources: the first wins, the other waits
 *  and takes its place when it goes away.
 *  Iterables that it gives are views: use them before the next batch. */
export class ObjectCache {
	readonly #entries = new Map<string, Entry>();
	readonly #waiting = new WaitingObjects();
	readonly #indexes = new ObjectIndexes();
	readonly #listeners = new Set<BatchListener>();
	readonly #segments = new Segments();
	#revision = 0;
	#isApplying = false;

	/** Counts the batches that changed something. */
	get revision(): number {
		return this.#revision;
	}

	get size(): number {
		return this.#entries.size;
	}

	find(id: string): CachedObject | undefined {
		return this.#entries.get(id)?.object;
	}

	/** @throws RangeError when there is no such object */
	get(id: string): CachedObject {
		return this.#entry(id).object;
	}

	/** JSON of the current revision of an object, made at first need and shared
	 *  by all who ask: do not write into it.
	 *  @throws RangeError when there is no such object */
	bytes(id: string): Buffer {
		return this.#entry(id).bytes;
	}

	/** The same, where the object may be gone. */
	findBytes(id: string): Buffer | undefined {
		return this.#entries.get(id)?.bytes;
	}

	/** All objects, in the pieces in which their JSON is kept. What is not read
	 *  to its end must be ended by `return`, as loops do. */
	segments(): Generator<Segment> {
		return this.#segments.read();
	}

	ids(): Iterable<string> {
		return this.#entries.keys();
	}

	*objects(): Generator<CachedObject> {
		for (const entry of this.#entries.values()) yield entry.object;
	}

	/** The distinct values of an indexed property. */
	keysOf(property: IndexedProperty): Iterable<string> {
		return this.#indexes.of(property).keys();
	}

	/** Objects whose property is, or for tags has, exactly `key`. */
	by(property: IndexedProperty, key: string): Iterable<CachedObject> {
		return this.#indexes.of(property).get(key);
	}

	countBy(property: IndexedProperty, key: string): number {
		return this.#indexes.of(property).count(key);
	}

	ofType(type: string): Iterable<CachedObject> {
		return this.by("type", type);
	}

	ofTypeInPool(type: string, pool: string): Iterable<CachedObject> {
		return this.#indexes.typeInPool(type, pool);
	}

	/** Replaces, adds and removes objects, then tells every reader. When a
	 *  reader throws, the others are still told and the first error is thrown
	 *  afterwards; the objects are in place in any case.
	 *  @throws Error when called by a reader while it is being told */
	apply({ source, upserts, removals }: CacheBatch): void {
		this.#change((changes) => {
			for (const id of removals) this.#remove(id, source, changes);
			for (const object of upserts) this.#upsert(object, source, changes);
		});
	}

	/** Forgets all that a pool connection brought. */
	removeSource(source: string): void {
		this.#change((changes) => {
			this.#waiting.deleteSource(source);
			for (const [id, entry] of this.#entries) {
				if (entry.source === source) this.#remove(id, source, changes);
			}
		});
	}

	/** Calls `listener` inside each batch, once all objects are in place. */
	onBatch(listener: BatchListener): Disposable {
		this.#listeners.add(listener);
		return { [Symbol.dispose]: () => this.#listeners.delete(listener) };
	}

	#entry(id: string): Entry {
		const entry = this.#entries.get(id);
		if (entry === undefined) throw new RangeError(`no object with id ${id}`);
		return entry;
	}

	#change(collect: (changes: Changes) => void): void {
		if (this.#isApplying) {
			throw new Error("a reader of the object cache may not change it");
		}
		this.#isApplying = true;
		try {
			const previous: Changes = new Map();
			collect(previous);
			this.#publish(previous);
		} finally {
			this.#isApplying = false;
		}
	}

	#publish(previous: Changes): void {
		const changes: CacheChange[] = [];
		for (const [id, before] of previous) {
			const current = this.find(id);
			if (before !== current) changes.push({ id, previous: before, current });
		}
		if (changes.length === 0) return;
		const revision = ++this.#revision;
		notifyAll(
			[...this.#listeners].map((listener) => () => {
				listener({ revision, changes });
			}),
		);
	}

	#upsert(object: CachedObject, source: string, changes: Changes): void {
		const { id } = object;
		const entry = this.#entries.get(id);
		if (entry === undefined) {
			remember(changes, id, undefined);
			this.#insert(object, source);
		} else if (entry.source === source) {
			remember(changes, id, entry.object);
			this.#indexes.move(entry, entry.object, object);
			entry.replace(object);
		} else {
			this.#waiting.set(object, source);
		}
	}

	#remove(id: string, source: string, changes: Changes): void {
		const entry = this.#entries.get(id);
		if (entry === undefined) return;
		if (entry.source !== source) {
			this.#waiting.delete(id, source);
			return;
		}
		remember(changes, id, entry.object);
		this.#indexes.move(entry, entry.object, undefined);
		this.#entries.delete(id);
		this.#segments.delete(id, entry);
		const next = this.#waiting.take(id);
		if (next !== undefined) this.#insert(next.object, next.source);
	}

	#insert(object: CachedObject, source: string): void {
		const entry = new Entry(object, source, this.#segments.next(object.id));
		this.#entries.set(object.id, entry);
		this.#segments.add(entry);
		this.#indexes.move(entry, undefined, object);
	}
}

/** What each touched id was before the batch. */
type Changes = Map<string, CachedObject | undefined>;

function remember(
	changes: Changes,
	id: string,
	previous: CachedObject | undefined,
): void {
	if (!changes.has(id)) changes.set(id, previous);
}
