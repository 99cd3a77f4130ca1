import type { ObjectCache } from "./object-cache.ts";
import type { IndexedProperty } from "./object-index.ts";
import type { CachedObject } from "./types.ts";

/** A condition that every wanted object meets (`planFilter` gives them). */
interface Constraint {
	readonly property: string;
	readonly accepts: (value: unknown) => boolean;
}

const INDEXED: ReadonlySet<string> = new Set<IndexedProperty>([
	"type",
	"$pool",
	"$container",
	"tags",
]);

/** The objects that may meet all constraints, from the index that leaves the
 *  fewest. They still have to be tested; none comes twice. */
export function candidates(
	cache: ObjectCache,
	constraints: readonly Constraint[],
): Iterable<CachedObject> {
	let best = cache.objects() as Iterable<CachedObject>;
	let fewest = cache.size;
	for (const constraint of constraints) {
		const found = lookUp(cache, constraint);
		if (found === undefined || found.count >= fewest) continue;
		best = found.objects();
		fewest = found.count;
	}
	return best;
}

interface Found {
	readonly count: number;
	objects(): Iterable<CachedObject>;
}

function lookUp(
	cache: ObjectCache,
	{ property, accepts }: Constraint,
): Found | undefined {
	if (property === "id") {
		const ids = [...cache.ids()].filter(accepts);
		return { count: ids.length, objects: () => ids.map((id) => cache.get(id)) };
	}
	if (!isIndexed(property)) return undefined;
	const keys = [...cache.keysOf(property)].filter(accepts);
	let count = 0;
	for (const key of keys) count += cache.countBy(property, key);
	return { count, objects: () => union(cache, property, keys) };
}

function isIndexed(property: string): property is IndexedProperty {
	return INDEXED.has(property);
}

/** An object with several accepted tags is in several groups. */
function* union(
	cache: ObjectCache,
	property: IndexedProperty,
	keys: readonly string[],
): Generator<CachedObject> {
	const seen = property === "tags" && keys.length > 1 ? new Set() : undefined;
	for (const key of keys) {
		for (const object of cache.by(property, key)) {
			if (seen?.has(object)) continue;
			seen?.add(object);
			yield object;
		}
	}
}
