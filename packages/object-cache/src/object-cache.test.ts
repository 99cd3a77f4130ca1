import { describe, expect, test } from "vitest";
import { ObjectCache } from "./object-cache.ts";
import type { CachedObject, CacheRevision } from "./types.ts";

function vm(id: string, more: Record<string, unknown> = {}): CachedObject {
	return { id, type: "VM", ...more };
}

function put(cache: ObjectCache, source: string, ...upserts: CachedObject[]) {
	cache.apply({ source, upserts, removals: [] });
}

function remove(cache: ObjectCache, source: string, ...removals: string[]) {
	cache.apply({ source, upserts: [], removals });
}

describe("ObjectCache", () => {
	test("gives one revision a batch, and none for a batch without effect", () => {
		const cache = new ObjectCache();
		const batches: CacheRevision[] = [];
		cache.onBatch((batch) => batches.push(batch));
		const [first, second] = [vm("1"), vm("2")];
		put(cache, "A", first, second);
		put(cache, "A", first);
		remove(cache, "A", "unknown");
		expect(cache.revision).toBe(1);
		expect(batches).toEqual([
			{
				revision: 1,
				changes: [
					{ id: "1", previous: undefined, current: first },
					{ id: "2", previous: undefined, current: second },
				],
			},
		]);
	});

	test("the first source of an id wins until it goes away", () => {
		const cache = new ObjectCache();
		const batches: CacheRevision[] = [];
		put(cache, "A", vm("1", { from: "A" }));
		cache.onBatch((batch) => batches.push(batch));
		put(cache, "B", vm("1", { from: "B" }));
		put(cache, "C", vm("1", { from: "C" }));
		put(cache, "B", vm("1", { from: "B2" }));
		remove(cache, "C", "1");
		expect(batches).toEqual([]);
		cache.removeSource("A");
		expect(cache.get("1").from).toBe("B2");
		expect(batches[0]?.changes).toMatchObject([
			{ previous: { from: "A" }, current: { from: "B2" } },
		]);
		cache.removeSource("B");
		expect(cache.find("1")).toBeUndefined();
	});

	test("shares bytes until the object is replaced", () => {
		const cache = new ObjectCache();
		put(cache, "A", vm("1", { name: "é", gone: undefined }));
		const bytes = cache.bytes("1");
		expect(String(bytes)).toBe('{"id":"1","type":"VM","name":"é"}');
		expect(cache.bytes("1")).toBe(bytes);
		put(cache, "A", vm("1", { name: "b" }));
		expect(String(cache.bytes("1"))).toContain('"b"');
	});

	test("names the id that is absent", () => {
		expect(() => new ObjectCache().get("x")).toThrow("no object with id x");
		expect(() => new ObjectCache().bytes("x")).toThrow(RangeError);
	});

	test("a failing reader hides nothing from the others", () => {
		const cache = new ObjectCache();
		let told = 0;
		cache.onBatch(() => {
			throw new Error("reader");
		});
		const second = cache.onBatch(() => told++);
		expect(() => put(cache, "A", vm("1"))).toThrow("reader");
		expect(told).toBe(1);
		second[Symbol.dispose]();
		expect(() => put(cache, "A", vm("2"))).toThrow("reader");
		expect(told).toBe(1);
		expect(cache.size).toBe(2);
	});

	test("a reader may not change the store while it is told", () => {
		const cache = new ObjectCache();
		cache.onBatch(() => put(cache, "A", vm("2")));
		expect(() => put(cache, "A", vm("1"))).toThrow("may not change it");
	});
});
