import { describe, expect, test } from "vitest";
import { compareKeys, pathReader, sortKey } from "./sort-key.ts";

function sorted(values: unknown[], descending = false) {
	return values.toSorted((a, b) =>
		compareKeys(sortKey(a), sortKey(b), descending),
	);
}

describe("sort keys", () => {
	test("sort numbers inside names as numbers", () => {
		const names = ["vm", "vm1", "vm2", "vm10", "vm10 a", "vm10 b2", "vm011"];
		expect(sorted(names.toReversed())).toEqual(names);
		expect(sortKey("vm007")).toBe(sortKey("vm7"));
		expect(sortKey("vm0")).toBe(sortKey("vm00"));
		expect(sorted(["a1b", "a-b", "a b", "ab"])).toEqual([
			"a b",
			"a-b",
			"a1b",
			"ab",
		]);
	});

	test("ignore case and accents", () => {
		expect(sortKey("École")).toBe(sortKey("ecole"));
		expect(sorted(["z", "Éa", "eb", "D"])).toEqual(["D", "Éa", "eb", "z"]);
	});

	test("put numbers before strings, and nothing last in both directions", () => {
		const values = ["a", 2, null, 10, true, Number.NaN];
		expect(sorted(values).slice(0, 4)).toEqual([true, 2, 10, "a"]);
		expect(sorted(values, true).slice(0, 4)).toEqual(["a", 10, 2, true]);
	});
});

test("pathReader follows own properties only", () => {
	const vm = { memory: { size: 3 }, snapshots: ["a", "b"], name: "x" };
	expect(pathReader("memory.size")(vm)).toBe(3);
	expect(pathReader("snapshots.length")(vm)).toBe(2);
	expect(pathReader("name.size")(vm)).toBeUndefined();
	expect(pathReader("constructor")(vm)).toBeUndefined();
	expect(pathReader("memory.toString")(vm)).toBeUndefined();
});
