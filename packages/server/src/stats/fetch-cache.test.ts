import { ManualClock } from "@xo/std";
import { describe, expect, it } from "vitest";
import { FetchCache } from "./fetch-cache.ts";

describe("FetchCache", () => {
	it("fetches once until the answer is old", async () => {
		const clock = new ManualClock();
		const cache = new FetchCache(clock);
		let count = 0;
		const get = () => cache.get("a", 5_000, async () => ++count);
		expect(await Promise.all([get(), get()])).toEqual([1, 1]);
		clock.advance(4_999);
		expect(await get()).toBe(1);
		clock.advance(1);
		expect(await get()).toBe(2);
	});

	it("keeps no failure", async () => {
		const cache = new FetchCache(new ManualClock());
		const fail = () => Promise.reject(new Error("no"));
		await expect(cache.get("a", 5_000, fail)).rejects.toThrow("no");
		expect(await cache.get("a", 5_000, async () => "yes")).toBe("yes");
	});

	it("is bounded", async () => {
		const cache = new FetchCache(new ManualClock());
		for (let key = 0; key <= 1_000; key++) {
			await cache.get(String(key), 5_000, async () => "old");
		}
		expect(await cache.get("0", 5_000, async () => "new")).toBe("new");
		expect(await cache.get("1000", 5_000, async () => "new")).toBe("old");
	});
});
