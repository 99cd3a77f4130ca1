import { applyPatch, type LiveQueryResult, type LiveRow } from "@xo/contract";
import fc from "fast-check";
import { expect, test } from "vitest";
import { diffList } from "./list-diff.ts";
import { diffRow } from "./window-rows.ts";

const EMPTY: LiveQueryResult = {
	revision: 0,
	total: 0,
	length: 0,
	offset: 0,
	rows: [],
	groupTotal: 0,
	groups: [],
	aggregates: [],
};

function row(id: string, value = 0): LiveRow {
	return { id, type: "VM", value };
}

function rows(text: string): LiveRow[] {
	return [...text].map((id) => row(id));
}

/** Rows with the same id are the same value, as windows give them. */
function diff(before: string, after: string) {
	const all = new Map(rows(before).map((each) => [each.id, each]));
	const reuse = (each: LiveRow) => all.get(each.id) ?? each;
	return diffList([...all.values()], rows(after).map(reuse), diffRow);
}

test.each([
	["abc", "abc", undefined],
	["abc", "bc", { removed: ["a"] }],
	["abc", "xabc", { placed: [[0, row("x")]] }],
	["abcde", "xabcd", { removed: ["e"], placed: [[0, row("x")]] }],
	["abcde", "bcdea", { placed: [[4, "a"]] }],
	["abcde", "eabcd", { placed: [[0, "e"]] }],
	["", "a", { placed: [[0, row("a")]] }],
])("from %j to %j", (before, after, patch) => {
	expect(diff(before, after)).toEqual(patch);
});

test("a change of one field is that field", () => {
	const before = { id: "a", type: "VM", tags: ["x"], name: "n" };
	const after = { id: "a", type: "VM", tags: ["y"], name: "n" };
	expect(diffList([before], [after], diffRow)).toEqual({
		changed: { a: { tags: ["y"] } },
	});
});

test("the patch of any two lists turns one into the other", () => {
	const list = fc.uniqueArray(
		fc.record({
			id: fc.constantFrom(..."abcdefgh", "__proto__", "constructor"),
			type: fc.constant("VM"),
			value: fc.nat(2),
		}),
		{ selector: ({ id }) => id },
	);
	fc.assert(
		fc.property(list, list, (before, wanted) => {
			const after = wanted.map((each) => {
				const old = before.find(({ id }) => id === each.id);
				return old?.value === each.value ? old : each;
			});
			const patch = diffList<LiveRow>(before, after, diffRow);
			const sent = JSON.parse(JSON.stringify({ revision: 1, rows: patch }));
			const result = applyPatch({ ...EMPTY, rows: before }, sent);
			expect(result.rows).toEqual(after);
			for (const each of after) {
				if (before.includes(each)) expect(result.rows).toContain(each);
			}
		}),
		{ numRuns: 2_000 },
	);
});
