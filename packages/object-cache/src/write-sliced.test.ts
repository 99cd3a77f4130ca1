import { describe, expect, test } from "vitest";
import { ObjectCache } from "./object-cache.ts";
import { type WriteSlicedOptions, writeSliced } from "./write-sliced.ts";

function filledCache(count: number): ObjectCache {
	const cache = new ObjectCache();
	const upserts = Array.from({ length: count }, (_, index) => ({
		id: index === 1 ? 'é"\n' : `id-${index}`,
		type: "VM",
		text: "x".repeat(500),
	}));
	cache.apply({ source: "A", upserts, removals: [] });
	return cache;
}

async function write(cache: ObjectCache, options: WriteSlicedOptions) {
	const chunks: Buffer[] = [];
	for await (const chunk of writeSliced(cache, cache.ids(), options)) {
		chunks.push(Buffer.from(chunk));
	}
	return { chunks, text: String(Buffer.concat(chunks)) };
}

describe("writeSliced", () => {
	test.each([0, 1, 2, 5_000])("joins %d objects", async (count) => {
		const cache = filledCache(count);
		const all = [...cache.objects()];
		const options = { chunkBytes: 10_000 };
		const map = await write(cache, { ...options, format: "map" });
		expect(JSON.parse(map.text)).toEqual(
			Object.fromEntries(all.map((object) => [object.id, object])),
		);
		const array = await write(cache, { ...options, format: "array" });
		expect(JSON.parse(array.text)).toEqual(all);
		const { text } = await write(cache, { ...options, format: "ndjson" });
		const lines = text.split("\n");
		expect(lines.pop()).toBe("");
		expect(lines.map((line) => JSON.parse(line))).toEqual(all);
	});

	test("lets other work run between slices", async () => {
		const cache = filledCache(2_000);
		let turns = 0;
		let immediate = setImmediate(function count() {
			turns++;
			immediate = setImmediate(count);
		});
		const { chunks } = await write(cache, { format: "array", budgetMs: 0 });
		clearImmediate(immediate);
		expect(chunks.length).toBeGreaterThan(100);
		expect(turns).toBeGreaterThan(100);
	});

	test("leaves out what goes away", async () => {
		const cache = filledCache(3);
		const writer = writeSliced(cache, cache.ids(), {
			format: "array",
			chunkBytes: 1,
		});
		let text = String((await writer.next()).value);
		cache.apply({ source: "A", upserts: [], removals: ['é"\n'] });
		for await (const chunk of writer) text += String(chunk);
		expect(JSON.parse(text)).toMatchObject([{ id: "id-0" }, { id: "id-2" }]);
	});
});
