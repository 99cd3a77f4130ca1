import fc from "fast-check";
import { expect, it } from "vitest";
import { assignSlots, orderSlots } from "./slots.ts";

it("keeps the elements of what stays, and fills those of what is gone", () => {
	const before = assignSlots(new Map(), ["a", "b", "c"], 3);
	expect([...before]).toEqual([
		["a", 0],
		["b", 1],
		["c", 2],
	]);
	expect(Object.fromEntries(assignSlots(before, ["c", "d", "b"], 3))).toEqual({
		b: 1,
		c: 2,
		d: 0,
	});
});

it("gives each item an element of its own, of as few as there are", () => {
	const ids = fc.uniqueArray(fc.string({ maxLength: 2 }), { maxLength: 12 });
	fc.assert(
		fc.property(fc.array(ids, { maxLength: 5 }), (screens) => {
			let slots: ReadonlyMap<string, number> = new Map();
			for (const screen of screens) {
				slots = assignSlots(slots, screen, screen.length);
				expect([...slots.keys()].sort()).toEqual([...screen].sort());
				expect([...slots.values()].sort((a, b) => a - b)).toEqual(
					screen.map((_, place) => place),
				);
			}
		}),
	);
});

it("moves elements in the document only at rest", () => {
	expect(orderSlots([0, 1, 2], [1, 2, 0], true)).toEqual([0, 1, 2]);
	expect(orderSlots([0, 1, 2], [2, 3, 1], true)).toEqual([1, 2, 3]);
	expect(orderSlots([0, 1, 2], [1, 2, 0], false)).toEqual([1, 2, 0]);
});
