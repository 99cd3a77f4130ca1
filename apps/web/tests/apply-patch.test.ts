import { applyPatch as applyPatchOfContract } from "@xo/contract";
import fc from "fast-check";
import { expect, test } from "vitest";
import { applyPatch } from "../public/app/apply-patch.js";

const id = fc.constantFrom("a", "b", "c", "d", "e", "f");
const row = fc.record({ id, type: fc.constant("VM"), name: fc.string() });
const rows = fc.uniqueArray(row, { selector: (item) => item.id });
const listPatch = fc.record(
	{
		removed: fc.uniqueArray(id),
		changed: fc.dictionary(id, fc.record({ name: fc.string() })),
		placed: fc.array(fc.tuple(fc.nat(6), fc.oneof(id, row))),
	},
	{ requiredKeys: [] },
);
const aggregates = fc.array(fc.tuple(fc.nat(3), fc.nat()));
const patch = fc.record(
	{
		revision: fc.nat(),
		total: fc.nat(),
		length: fc.nat(),
		offset: fc.nat(),
		rows: listPatch,
		groups: listPatch,
		groupTotal: fc.nat(),
		aggregates,
	},
	{ requiredKeys: ["revision"] },
);
const result = fc.record({
	revision: fc.nat(),
	total: fc.nat(),
	length: fc.nat(),
	offset: fc.nat(),
	rows,
	groups: rows,
	groupTotal: fc.nat(),
	aggregates: fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()),
});

test("the page applies patches as the contract does", () => {
	fc.assert(
		fc.property(result, fc.array(patch), (start, patches) => {
			const page = patches.reduce(applyPatch, start);
			expect(page).toEqual(patches.reduce(applyPatchOfContract, start));
		}),
	);
	const [sample] = fc.sample(result, 1);
	expect(applyPatch(sample, { revision: 1, reset: "all" })).toBe("all");
});
