import type { LiveQueryResult } from "@xo/contract";
import { expect, test } from "vitest";
import { placeTags, rowsOfTags, tagRowId, windowsOfTags } from "./tag-rows.ts";

const TAGS = [
	{ name: "a", count: 3 },
	{ name: "b", count: 5_000 },
	{ name: "c", count: 1 },
];
const { tags, length } = placeTags(TAGS, [tagRowId("b"), tagRowId("gone")]);

/** An answer with rows `<tag><place>` of a window. */
function answer(tag: string, offset: number, count: number): LiveQueryResult {
	return {
		revision: 1,
		total: count,
		length: count,
		offset,
		rows: Array.from({ length: count }, (_, index) => ({
			id: `${tag}${offset + index}`,
			type: "VM",
		})),
		groupTotal: 0,
		groups: [],
		aggregates: [],
	};
}

test("an open tag is followed by all its objects", () => {
	expect(length).toBe(5_003);
	expect(tags.map(({ index }) => index)).toEqual([0, 1, 5_002]);
});

test.each([
	[0, 10, { offset: 0, limit: 8 }],
	[1_000, 200, { offset: 998, limit: 200 }],
	[4_990, 200, { offset: 4_988, limit: 12 }],
])(
	"of %d and %d more rows only those are asked for",
	(offset, limit, window) => {
		expect(windowsOfTags(tags, { offset, limit })).toEqual([
			{ tag: "b", window },
		]);
	},
);

test("rows stand in their places, loaded or not", () => {
	const rows = rowsOfTags(tags, { offset: 4_999, limit: 10 }, (tag) =>
		answer(tag, 4_998, 2),
	);
	expect(Object.entries(rows).map(([at, { id }]) => [at, id])).toEqual([
		["1", "b4998@b"],
		["2", "b4999@b"],
		["3", "tag:c"],
	]);
	expect(rows[2]).toMatchObject({ $object: "b4999", $depth: 1 });
});
