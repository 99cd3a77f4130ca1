import fc from "fast-check";
import { expect, test } from "vitest";
import {
	type CachedObject,
	ObjectCache,
	type Subscription,
	type SubscriptionOptions,
} from "../src/index.ts";
import { batch, byId, NaiveStore } from "./_model.ts";

const command = fc.oneof(
	{ weight: 5, arbitrary: batch },
	{ weight: 1, arbitrary: fc.constantFrom("A", "B", "C") },
	{ weight: 3, arbitrary: fc.record({ drain: fc.constantFrom(1, 2, 100) }) },
	{ weight: 1, arbitrary: fc.record({ allowed: fc.nat(4) }) },
);

/** Keeps what it was told, and checks that it makes sense to be told that. */
class Reader {
	readonly seen = new Map<string, CachedObject>();
	readonly #wants: (object: CachedObject) => boolean;
	readonly subscription: Subscription;
	wakes = 0;

	constructor(
		cache: ObjectCache,
		options: SubscriptionOptions,
		wants: (object: CachedObject) => boolean,
	) {
		this.#wants = wants;
		for (const each of cache.objects()) {
			if (wants(each) && !options.initial) this.seen.set(each.id, each);
		}
		this.subscription = cache.subscribe({
			...options,
			keepPrevious: true,
			onReadable: () => {
				this.wakes++;
			},
		});
	}

	drain(limit: number): void {
		const drained = this.subscription.drain(limit);
		for (const each of drained.entered) {
			expect(this.seen.has(each.id)).toBe(false);
			this.seen.set(each.id, each);
		}
		for (const each of drained.updated) {
			expect(drained.previous.get(each.id)).toBe(this.seen.get(each.id));
			this.seen.set(each.id, each);
		}
		for (const id of drained.removed) {
			expect(drained.previous.get(id)).toBe(this.seen.get(id));
			expect(this.seen.delete(id)).toBe(true);
		}
		if (this.subscription.pendingCount === 0) this.wakes = 0;
	}

	check(model: NaiveStore): void {
		expect(this.wakes).toBeLessThanOrEqual(1);
		expect(this.subscription.pendingCount).toBeLessThanOrEqual(5);
		if (this.subscription.pendingCount > 0) return;
		expect(Object.fromEntries(this.seen)).toEqual(
			byId(model.objects().filter(this.#wants)),
		);
	}
}

test("store, indexes and readers agree with the naive store", () => {
	fc.assert(
		fc.property(batch, fc.array(command, { maxLength: 40 }), (first, rest) => {
			const cache = new ObjectCache();
			const model = new NaiveStore();
			let allowed = 2;
			const isAllowed = (each: CachedObject) =>
				((each.value as number) ?? 0) <= allowed;
			cache.apply(first);
			model.apply(first);
			const types = ["VM", "host"];
			const isOfTypes = (each: CachedObject) => types.includes(each.type);
			const readers = [
				new Reader(cache, {}, () => true),
				new Reader(cache, { types }, isOfTypes),
				new Reader(
					cache,
					{ types, filter: isAllowed },
					(each) => isOfTypes(each) && isAllowed(each),
				),
				new Reader(cache, { filter: isAllowed, initial: true }, isAllowed),
			];
			readers[3]!.drain(100);
			for (const next of rest) {
				const { revision } = cache;
				if (typeof next === "string") {
					cache.removeSource(next);
					model.removeSource(next);
				} else if ("drain" in next) {
					for (const reader of readers) reader.drain(next.drain);
				} else if ("allowed" in next) {
					({ allowed } = next);
					for (const reader of readers) reader.subscription.recheck();
				} else {
					cache.apply(next);
					model.apply(next);
				}
				expect(cache.revision - revision).toBeLessThanOrEqual(1);
				for (const reader of readers) reader.check(model);
			}
			checkIndexes(cache, model);
		}),
		{ numRuns: 500 },
	);
});

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
