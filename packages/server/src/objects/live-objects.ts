import type { ObjectType, XoObject, XoObjectOf } from "@xo/contract";
import {
	type CollectionFormat,
	candidates,
	type ObjectCache,
	writeAll,
	writeSliced,
} from "@xo/object-cache";

/** One object that is not what it was. */
export interface ObjectChange {
	readonly id: string;
	readonly previous: XoObject | undefined;
	readonly current: XoObject | undefined;
}

/** The objects of all pools, with the types of the contract: the inventory
 *  alone writes to the cache, so these casts are sound. */
export class LiveObjects implements Disposable {
	readonly #cache: ObjectCache;
	/** Ids of messages by the uuid that they are about. */
	readonly #messages = new Map<string, Set<string>>();
	readonly #listeners = new Set<(changes: readonly ObjectChange[]) => void>();
	readonly #subscription: Disposable;

	constructor(cache: ObjectCache) {
		this.#cache = cache;
		this.#subscription = cache.onBatch(({ changes }) => {
			const typed = changes as unknown as readonly ObjectChange[];
			for (const change of typed) this.#indexMessage(change);
			for (const listener of this.#listeners) listener(typed);
		});
	}

	find(id: string): XoObject | undefined {
		return this.#cache.find(id) as XoObject | undefined;
	}

	all(): Iterable<XoObject> {
		return this.#cache.objects() as Iterable<unknown> as Iterable<XoObject>;
	}

	ofType<T extends ObjectType>(type: T): Iterable<XoObjectOf<T>> {
		return this.#cache.ofType(type) as Iterable<unknown> as Iterable<
			XoObjectOf<T>
		>;
	}

	ofPool(poolId: string): Iterable<XoObject> {
		return this.#cache.by(
			"$pool",
			poolId,
		) as Iterable<unknown> as Iterable<XoObject>;
	}

	*messagesOf(uuid: string): Iterable<XoObjectOf<"message">> {
		for (const id of this.#messages.get(uuid) ?? []) {
			const message = this.find(id);
			if (message?.type === "message") yield message;
		}
	}

	/** JSON of an object, shared by all who ask. */
	bytesOf(object: XoObject): Buffer {
		return (
			this.#cache.findBytes(object.id) ?? Buffer.from(JSON.stringify(object))
		);
	}

	/** The objects that may meet the conditions (of `planFilter`), through an
	 *  index where there is one. */
	candidates(
		constraints: Parameters<typeof candidates>[1],
	): Iterable<XoObject> {
		return candidates(
			this.#cache,
			constraints,
		) as Iterable<unknown> as Iterable<XoObject>;
	}

	/** The JSON of many objects in chunks, giving way to other work between
	 *  them. */
	write(
		objects: readonly XoObject[],
		format: CollectionFormat,
	): AsyncIterable<Buffer> {
		const ids = objects.map(({ id }) => id);
		return writeSliced(this.#cache, ids, { format });
	}

	/** The JSON of all objects by id, from where it is kept. */
	writeAll(): AsyncIterable<Buffer> {
		return writeAll(this.#cache);
	}

	/** Calls `listener` inside each batch, once all objects are in place. */
	onChanges(listener: (changes: readonly ObjectChange[]) => void): Disposable {
		this.#listeners.add(listener);
		return { [Symbol.dispose]: () => this.#listeners.delete(listener) };
	}

	[Symbol.dispose](): void {
		this.#subscription[Symbol.dispose]();
	}

	#indexMessage({ id, previous, current }: ObjectChange): void {
		if (previous?.type === "message") {
			const ids = this.#messages.get(previous.$object);
			ids?.delete(id);
			if (ids?.size === 0) this.#messages.delete(previous.$object);
		}
		if (current?.type !== "message") return;
		const ids = this.#messages.get(current.$object);
		if (ids === undefined) this.#messages.set(current.$object, new Set([id]));
		else ids.add(id);
	}
}
