import { describe, expect, test } from "vitest";
import { ObjectCache } from "./object-cache.ts";

function put(cache: ObjectCache, id: string, more = {}) {
	const object = { id, type: "VM", value: 0, ...more };
	cache.apply({ source: "A", upserts: [object], removals: [] });
}

function remove(cache: ObjectCache, id: string) {
	cache.apply({ source: "A", upserts: [], removals: [id] });
}

describe("Subscription", () => {
	test("a newer state replaces the older, and come and gone cancel out", () => {
		const cache = new ObjectCache();
		put(cache, "known");
		const subscription = cache.subscribe();
		put(cache, "known", { value: 1 });
		put(cache, "known", { value: 2 });
		put(cache, "new", { value: 1 });
		put(cache, "new", { value: 2 });
		put(cache, "brief");
		remove(cache, "brief");
		expect(subscription.drain()).toMatchObject({
			revision: 7,
			entered: [{ id: "new", value: 2 }],
			updated: [{ id: "known", value: 2 }],
			removed: [],
		});
		remove(cache, "known");
		put(cache, "known", { value: 3 });
		remove(cache, "new");
		expect(subscription.drain()).toMatchObject({
			entered: [],
			updated: [{ id: "known", value: 3 }],
			removed: ["new"],
		});
	});

	test("wakes its reader once until all is drained", () => {
		const cache = new ObjectCache();
		let wakes = 0;
		const subscription = cache.subscribe({ onReadable: () => wakes++ });
		put(cache, "1");
		put(cache, "2");
		expect(wakes).toBe(1);
		subscription.drain(1);
		put(cache, "3");
		expect(wakes).toBe(1);
		subscription.drain();
		put(cache, "4");
		expect(wakes).toBe(2);
	});

	test("a change of type moves an object in or out", () => {
		const cache = new ObjectCache();
		put(cache, "1");
		const vms = cache.subscribe({ types: ["VM"] });
		const templates = cache.subscribe({ types: ["VM-template"] });
		put(cache, "1", { type: "VM-template" });
		expect(vms.drain().removed).toEqual(["1"]);
		expect(templates.drain().entered).toMatchObject([{ id: "1" }]);
	});

	test("rechecks what the reader may see", () => {
		const cache = new ObjectCache();
		for (const id of ["1", "2", "3"]) put(cache, id);
		let allowed = ["1", "2"];
		let wakes = 0;
		const subscription = cache.subscribe({
			filter: ({ id }) => allowed.includes(id),
			onReadable: () => wakes++,
		});
		expect(subscription.pendingCount).toBe(0);
		allowed = ["2", "3"];
		subscription.recheck();
		expect(wakes).toBe(1);
		put(cache, "1", { value: 5 });
		expect(subscription.drain()).toMatchObject({
			entered: [{ id: "3" }],
			updated: [],
			removed: ["1"],
		});
	});

	test("closed, it holds nothing and hears nothing", () => {
		const cache = new ObjectCache();
		const subscription = cache.subscribe({
			onReadable: () => expect.unreachable(),
		});
		subscription.close();
		put(cache, "1");
		expect(subscription.pendingCount).toBe(0);
	});

	test("a reader that never drains costs no more than the objects", () => {
		const cache = new ObjectCache();
		const subscriptions = [
			cache.subscribe(),
			cache.subscribe({ keepPrevious: true, filter: () => true }),
		];
		for (let round = 0; round < 1_000; round++) {
			const upserts = Array.from({ length: 100 }, (_, index) => ({
				id: `${(index + round * 7) % 200}`,
				type: "VM",
				round,
			}));
			const removals = [`${(round * 13) % 200}`];
			cache.apply({ source: "A", upserts, removals });
		}
		for (const subscription of subscriptions) {
			expect(subscription.pendingCount).toBeLessThanOrEqual(200);
		}
		const { entered } = subscriptions[0]!.drain();
		expect(entered).toHaveLength(cache.size);
		expect(new Set(entered)).toEqual(new Set(cache.objects()));
	});
});
