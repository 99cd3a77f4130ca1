import { expect, test } from "vitest";
import { liveQuerySchema, liveQueryUpdateSchema } from "./live-query-schema.ts";

test("what is left out gets its default", () => {
	expect(liveQuerySchema().parse({ types: ["VM"] })).toEqual({
		types: ["VM"],
		filter: "",
		sort: [],
		fields: [],
		window: { offset: 0, limit: 50 },
		groupBy: null,
		aggregates: [],
		tree: null,
	});
});

test("an update has no defaults", () => {
	expect(liveQueryUpdateSchema().parse({ filter: "x" })).toEqual({
		filter: "x",
	});
	expect(liveQueryUpdateSchema().parse({ tree: null })).toEqual({ tree: null });
});

test.each([
	{},
	{ types: [] },
	{ types: ["VM"], unknown: 1 },
	{ types: ["VM"], window: { offset: 0, limit: 1_001 } },
	{ types: ["VM"], window: { offset: -1, limit: 1 } },
	{ types: ["VM"], sort: Array(5).fill({ key: "a" }) },
	{ types: ["VM"], aggregates: [{ op: "sum" }] },
	{ types: ["VM"], aggregates: [{ op: "top", key: "a", n: 101 }] },
	{ types: ["VM"], filter: "x".repeat(10_001) },
	{ types: ["VM"], tree: { parentKey: "a", expanded: Array(2_001).fill("a") } },
])("refuses %j", (params) => {
	expect(liveQuerySchema().safeParse(params).success).toBe(false);
});
