import { MultiMap } from "@xo/std";
import type { Entry } from "./entry.ts";
import type { CachedObject } from "./types.ts";

/** Places by one of their keys. */
class Groups {
	readonly #entries = new MultiMap<string, Entry>();

	add(key: string, entry: Entry): void {
		this.#entries.add(key, entry);
	}

	delete(key: string, entry: Entry): void {
		this.#entries.delete(key, entry);
	}

	keys(): Iterable<string> {
		return this.#entries.keys();
	}

	*get(key: string): Generator<CachedObject> {
		for (const entry of this.#entries.get(key)) yield entry.object;
	}

	count(key: string): number {
		return this.#entries.get(key).size;
	}
}

/** Properties by whose values objects are found without a scan. */
export type IndexedProperty = "type" | "$pool" | "$container" | "tags";

const PROPERTIES = ["type", "$pool", "$container", "tags"] as const;
const NO_TAGS: readonly string[] = [];

/** All indexes of the store, kept equal to its objects. */
export class ObjectIndexes {
	readonly #groups: Record<IndexedProperty, Groups> = {
		type: new Groups(),
		$pool: new Groups(),
		$container: new Groups(),
		tags: new Groups(),
	};
	readonly #typeInPool = new Groups();

	of(property: IndexedProperty): Groups {
		return this.#groups[property];
	}

	typeInPool(type: string, pool: string): Iterable<CachedObject> {
		return this.#typeInPool.get(pairKey(type, pool));
	}

	/** To be called before the entry is given its next object. */
	move(
		entry: Entry,
		previous: CachedObject | undefined,
		current: CachedObject | undefined,
	): void {
		for (const property of PROPERTIES) {
			const before = keysOf(previous, property);
			const after = keysOf(current, property);
			if (sameKeys(before, after)) continue;
			for (const key of before) this.#groups[property].delete(key, entry);
			for (const key of after) this.#groups[property].add(key, entry);
		}
		if (
			previous?.type === current?.type &&
			previous?.$pool === current?.$pool
		) {
			return;
		}
		if (previous?.$pool !== undefined) {
			const key = pairKey(previous.type, previous.$pool);
			this.#typeInPool.delete(key, entry);
		}
		if (current?.$pool !== undefined) {
			this.#typeInPool.add(pairKey(current.type, current.$pool), entry);
		}
	}
}

function pairKey(type: string, pool: string): string {
	return `${type}\n${pool}`;
}

function keysOf(
	object: CachedObject | undefined,
	property: IndexedProperty,
): readonly string[] {
	if (object === undefined) return NO_TAGS;
	if (property === "tags") return object.tags ?? NO_TAGS;
	const key = object[property];
	return key === undefined ? NO_TAGS : [key];
}

function sameKeys(before: readonly string[], after: readonly string[]) {
	return (
		before === after ||
		(before.length === after.length &&
			before.every((key, position) => key === after[position]))
	);
}
