import fc from "fast-check";
import { expect, test } from "vitest";
import { ChunkWriter } from "../src/chunk-writer.ts";
import { type CachedObject, ObjectCache } from "../src/index.ts";
import { batch, byId, NaiveStore } from "./_model.ts";

const command = fc.oneof(
	{ weight: 5, arbitrary: batch },
	{ weight: 1, arbitrary: fc.constantFrom("A", "B", "C") },
);

/** Keeps what it is told, and checks that it makes sense to be told that. */
function followCache(cache: ObjectCache): ReadonlyMap<string, CachedObject> {
	const seen = new Map<string, CachedObject>();
	cache.onBatch(({ revision, changes }) => {
		expect(revision).toBe(cache.revision);
		for (const { id, previous, current } of changes) {
			expect(previous).toBe(seen.get(id));
			expect(current).not.toBe(previous);
			expect(current).toBe(cache.find(id));
			if (current === undefined) seen.delete(id);
			else seen.set(id, current);
		}
	});
	return seen;
}

test("store, indexes and a follower agree with the naive store", () => {
	fc.assert(
		fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
			const cache = new ObjectCache();
			const model = new NaiveStore();
			const seen = followCache(cache);
			for (const next of commands) {
				const { revision } = cache;
				if (typeof next === "string") {
					cache.removeSource(next);
					model.removeSource(next);
				} else {
					cache.apply(next);
					model.apply(next);
				}
				expect(cache.revision - revision).toBeLessThanOrEqual(1);
				expect(Object.fromEntries(seen)).toEqual(byId(model.objects()));
				expect(packed(cache)).toEqual(byId(cache.objects()));
			}
			checkIndexes(cache, model);
		}),
		{ numRuns: 500 },
	);
});

function packed(cache: ObjectCache): unknown {
	const writer = new ChunkWriter(1);
	const parts = [...cache.segments()].map((segment) => segment.pack(writer));
	return JSON.parse(`{${String(Buffer.concat(parts)).slice(1)}}`);
}

function checkIndexes(cache: ObjectCache, model: NaiveStore): void {
	const all = model.objects();
	expect(byId(cache.objects())).toEqual(byId(all));
	expect(cache.size).toBe(all.length);
	for (const each of all) {
		expect(JSON.parse(String(cache.bytes(each.id)))).toEqual(
			cache.get(each.id),
		);
	}
	for (const property of ["type", "$pool", "$container", "tags"] as const) {
		const keys = new Set(all.flatMap((each) => each[property] ?? []));
		expect(new Set(cache.keysOf(property))).toEqual(keys);
		for (const key of keys) {
			const expected = all.filter((each) =>
				[each[property]].flat().includes(key),
			);
			expect(byId(cache.by(property, key))).toEqual(byId(expected));
			expect(cache.countBy(property, key)).toBe(expected.length);
		}
	}
	for (const pool of ["p1", "p2"]) {
		const expected = all.filter(
			({ $pool, type }) => $pool === pool && type === "VM",
		);
		expect(byId(cache.ofTypeInPool("VM", pool))).toEqual(byId(expected));
	}
}
