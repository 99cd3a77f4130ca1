import { parseFilter } from "@xo/filter";
import { expect, test } from "vitest";
import { TREE_VIEWS, tagFilter, treeQuery } from "./tree-views.ts";

const window = { offset: 0, limit: 50 };

test("a search is a filter, whatever is typed", () => {
	for (const search of ["web", 'a "quoted\\ name', "(|!"]) {
		const options = { view: TREE_VIEWS.hosts, search, expanded: [], window };
		expect(() => parseFilter(treeQuery(options).filter ?? "")).not.toThrow();
	}
	expect(tagFilter("a/b.c")).toBe("tags:/^a\\/b\\.c$/");
	for (const tag of ["prod", "a/b", "x.y*", "[é] (1)", "\\"]) {
		expect(() => parseFilter(tagFilter(tag))).not.toThrow();
	}
});
