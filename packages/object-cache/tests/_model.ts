import fc from "fast-check";
import type { CacheBatch, CachedObject } from "../src/index.ts";

const id = fc.constantFrom("1", "2", "3", "4", "5");

/** A few objects on a few ids, so that batches collide. */
export const object: fc.Arbitrary<CachedObject> = fc.record(
	{
		id,
		type: fc.constantFrom("VM", "host", "VM-template"),
		$pool: fc.constantFrom("p1", "p2"),
		$container: fc.constantFrom("p1", "h1"),
		tags: fc.subarray(["a", "b", "c"]),
		value: fc.nat(3),
	},
	{ requiredKeys: ["id", "type"] },
);

export const batch: fc.Arbitrary<CacheBatch> = fc.record({
	source: fc.constantFrom("A", "B", "C"),
	upserts: fc.array(object, { maxLength: 4 }),
	removals: fc.array(id, { maxLength: 3 }),
});

/** The store, written as plainly as possible: each id has a queue of sources,
 *  the first of which is what everybody sees. */
export class NaiveStore {
	readonly #queues = new Map<string, Map<string, CachedObject>>();

	apply({ source, upserts, removals }: CacheBatch): void {
		for (const id of removals) this.#queues.get(id)?.delete(source);
		for (const object of upserts) {
			const queue = this.#queues.get(object.id) ?? new Map();
			this.#queues.set(object.id, queue.set(source, object));
		}
	}

	removeSource(source: string): void {
		for (const queue of this.#queues.values()) queue.delete(source);
	}

	objects(): CachedObject[] {
		return [...this.#queues.values()].flatMap((queue) =>
			[...queue.values()].slice(0, 1),
		);
	}
}

export function byId(
	objects: Iterable<CachedObject>,
): Record<string, CachedObject> {
	return Object.fromEntries([...objects].map((each) => [each.id, each]));
}
