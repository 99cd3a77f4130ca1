import { expect, test } from "vitest";
import { ObjectCache } from "./object-cache.ts";
import type { CachedObject } from "./types.ts";
import { writeAll } from "./write-all.ts";

const vms = (count: number, text = "x"): CachedObject[] =>
	Array.from({ length: count }, (_, index) => ({
		id: index === 1 ? 'é"\n' : `id-${index}`,
		type: "VM",
		text: `${text}é`.repeat(50),
	}));

function put(cache: ObjectCache, ...upserts: CachedObject[]): void {
	cache.apply({ source: "A", upserts, removals: [] });
}

/** Checks all ways to read, and gives the chunks. */
async function check(cache: ObjectCache): Promise<Buffer[]> {
	const chunks: Buffer[] = [];
	for await (const chunk of writeAll(cache)) chunks.push(chunk);
	const all = [...cache.objects()];
	expect(JSON.parse(String(Buffer.concat(chunks)))).toEqual(
		Object.fromEntries(all.map((object) => [object.id, object])),
	);
	for (const object of all) {
		expect(JSON.parse(String(cache.bytes(object.id)))).toEqual(object);
	}
	return chunks;
}

test.each([0, 1, 256, 257, 2_000])("joins %d objects", async (count) => {
	const cache = new ObjectCache();
	put(cache, ...vms(count));
	await check(cache);
});

test("follows changes, and makes only the pieces anew that hold them", async () => {
	const cache = new ObjectCache();
	put(cache, ...vms(2_000));
	const before = await check(cache);
	put(cache, { id: "id-300", type: "VM", text: "other" });
	const after = await check(cache);
	const isSame = after.map((chunk, index) => chunk === before[index]);
	// The first is a view without its comma.
	expect(isSame.filter((same) => !same)).toHaveLength(2);
	expect(isSame[2]).toBe(false);
	put(cache, ...vms(200, "much changes in some pieces"));
	await check(cache);
	cache.apply({
		source: "A",
		upserts: [{ id: "new", type: "VM" }],
		removals: vms(700).map(({ id }) => id),
	});
	await check(cache);
});

test("memory of objects that went away serves those that come", async () => {
	const cache = new ObjectCache();
	put(cache, ...vms(1_000));
	const { length } = [...cache.segments()];
	for (const object of vms(1_000)) {
		cache.apply({ source: "A", upserts: [], removals: [object.id] });
		put(cache, { ...object, id: `again-${object.id}` });
	}
	expect([...cache.segments()]).toHaveLength(length);
	await check(cache);
});

test("an object that goes away and comes back meanwhile comes once", async () => {
	const cache = new ObjectCache();
	const all = vms(2_000);
	put(cache, ...all);
	const pieces = [...cache.segments()].length;
	const reading = writeAll(cache);
	const chunks: Buffer[] = [];
	for (let read = 0; read < 4; read++) {
		chunks.push(Buffer.from((await reading.next()).value ?? ""));
	}
	// A whole piece that was read, and parts of others.
	const removals = [...all.slice(0, 300), ...all.slice(-100)].map(
		({ id }) => id,
	);
	cache.apply({ source: "A", upserts: [], removals });
	put(cache, ...all.slice(0, 300).reverse(), ...all.slice(-100));
	for await (const chunk of reading) chunks.push(chunk);

	const text = String(Buffer.concat(chunks));
	for (const { id } of all) {
		expect(text.split(`${JSON.stringify(id)}:{`)).toHaveLength(2);
	}
	await check(cache);
	expect([...cache.segments()].length).toBe(pieces);
});

test("pieces that are left empty go when nobody reads", async () => {
	const cache = new ObjectCache();
	put(cache, ...vms(1_000));
	const reading = writeAll(cache);
	await reading.next();
	await reading.next();
	const removals = vms(1_000).map(({ id }) => id);
	cache.apply({ source: "A", upserts: [], removals });
	await reading.return(undefined);
	expect([...cache.segments()]).toEqual([]);
	await check(cache);
});
