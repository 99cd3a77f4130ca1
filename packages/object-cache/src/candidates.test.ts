import { expect, test } from "vitest";
import { candidates } from "./candidates.ts";
import { ObjectCache } from "./object-cache.ts";

test("takes the index that leaves the fewest objects", () => {
	const cache = new ObjectCache();
	const upserts = [
		{ id: "1", type: "VM", $pool: "p1", tags: ["prod", "produce"] },
		{ id: "2", type: "VM", $pool: "p2", tags: [] },
		{ id: "3", type: "VM-template", $pool: "p2" },
		{ id: "4", type: "host", $pool: "p1" },
	];
	cache.apply({ source: "A", upserts, removals: [] });
	const contains = (property: string, part: string) => ({
		property,
		accepts: (value: unknown) => String(value).includes(part),
	});
	const ids = (...constraints: Parameters<typeof candidates>[1]) =>
		[...candidates(cache, constraints)].map(({ id }) => id);
	expect(ids()).toEqual(["1", "2", "3", "4"]);
	expect(ids(contains("type", "VM"))).toEqual(["1", "2", "3"]);
	expect(ids(contains("type", "VM"), contains("$pool", "p1"))).toEqual([
		"1",
		"4",
	]);
	expect(ids(contains("tags", "prod"))).toEqual(["1"]);
	expect(ids(contains("id", "3"), contains("type", "VM"))).toEqual(["3"]);
	expect(ids(contains("name_label", "x"))).toEqual(["1", "2", "3", "4"]);
});
