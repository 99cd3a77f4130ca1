import fc from "fast-check";
import { expect, it } from "vitest";
import { changeOf } from "./text-change.ts";

it.each([
	["", "a", { deleted: 0, inserted: "a" }],
	["ab", "a", { deleted: 1, inserted: "" }],
	["helo", "hello ", { deleted: 1, inserted: "lo " }],
	["x", "x", { deleted: 0, inserted: "" }],
])("from %j to %j", (before, after, change) => {
	expect(changeOf(before, after)).toEqual(change);
});

it("leads from any text to any other", () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), (before, after) => {
			const { deleted, inserted } = changeOf(before, after);
			const kept = [...before].slice(0, [...before].length - deleted);
			expect(kept.join("") + inserted).toBe(after);
		}),
	);
});
