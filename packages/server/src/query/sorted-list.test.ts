import fc from "fast-check";
import { expect, test } from "vitest";
import { SortedList } from "./sorted-list.ts";

test("stays equal to a sorted array, over many chunks", () => {
	const operation = fc.record({
		value: fc.nat(5_000),
		isInsert: fc.boolean(),
		offset: fc.nat(4_000),
		limit: fc.nat(50),
	});
	fc.assert(
		fc.property(
			fc.uniqueArray(fc.nat(5_000), { maxLength: 3_000, size: "max" }),
			fc.array(operation, { maxLength: 300, size: "max" }),
			(initial, operations) => {
				const list = new SortedList<number>((a, b) => a - b, initial);
				const model = new Set(initial);
				for (const { value, isInsert } of operations) {
					if (!isInsert) expect(list.delete(value)).toBe(model.delete(value));
					else if (!model.has(value)) {
						list.insert(value);
						model.add(value);
					}
				}
				const sorted = [...model].sort((a, b) => a - b);
				expect(list.size).toBe(sorted.length);
				expect(list.first()).toBe(sorted[0]);
				expect(list.last()).toBe(sorted.at(-1));
				for (const { value, offset, limit } of operations) {
					expect(list.slice(offset, limit)).toEqual(
						sorted.slice(offset, offset + limit),
					);
					const rank = sorted.filter((each) => each < value).length;
					expect(list.rankOf(value)).toBe(rank);
				}
				expect([...list]).toEqual(sorted);
			},
		),
		{ numRuns: 20 },
	);
});

test("grows and shrinks without losing its order", () => {
	const list = new SortedList<number>((a, b) => a - b);
	for (let i = 0; i < 20_000; i++) list.insert((i * 7_919) % 20_000);
	expect(list.slice(9_999, 3)).toEqual([9_999, 10_000, 10_001]);
	for (let i = 0; i < 20_000; i++) {
		if (i % 100 !== 0) expect(list.delete(i)).toBe(true);
	}
	expect(list.slice(0, 3)).toEqual([0, 100, 200]);
	expect(list.rankOf(15_000)).toBe(150);
	for (let i = 0; i < 20_000; i += 100) list.delete(i);
	expect(list.size).toBe(0);
	expect(list.first()).toBeUndefined();
});

test("keeps equal items apart from others, however many there are", () => {
	fc.assert(
		fc.property(
			fc.array(fc.nat(3), { maxLength: 4_000, size: "max" }),
			fc.array(fc.record({ value: fc.nat(3), isInsert: fc.boolean() }), {
				maxLength: 4_000,
				size: "max",
			}),
			(initial, operations) => {
				const list = new SortedList<number>((a, b) => a - b, initial);
				const model = [...initial];
				for (const { value, isInsert } of operations) {
					const position = model.indexOf(value);
					if (isInsert) {
						list.insert(value);
						model.push(value);
					} else {
						expect(list.delete(value)).toBe(position >= 0);
						if (position >= 0) model.splice(position, 1);
					}
				}
				model.sort((a, b) => a - b);
				expect(list.first()).toBe(model[0]);
				expect(list.last()).toBe(model.at(-1));
				expect(list.rankOf(2)).toBe(model.filter((each) => each < 2).length);
				expect([...list]).toEqual(model);
			},
		),
		{ numRuns: 20 },
	);
});
