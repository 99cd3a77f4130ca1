import { parseFilter, printFilter } from "@xo/filter";
import { describe, expect, it } from "vitest";
import { checkFilter, groupFilter } from "./filters.ts";
import { scopedFilter } from "./model.ts";
import { parseQuery, printQuery } from "./query-adapter.ts";
import { alarms } from "./types/events.ts";

describe("the query builder", () => {
	it.each([
		"name_label:web power_state:/^Running$/",
		"|(memory:size:>4294967296 !auto_poweron?)",
		"!|(tags:prod name_label:/a.*b/i)",
		'web "4" 12',
		"tags:(a b)",
		"CPUs:number:4",
		"name_label:*",
		"",
	])("reads and writes %j alike", (text) => {
		const query = parseQuery(text);
		expect(query).toBeDefined();
		const printed = query === undefined ? "" : printQuery(query);
		expect(printFilter(parseFilter(printed))).toBe(
			printFilter(parseFilter(text)),
		);
	});

	it("shows rules as fields", () => {
		expect(parseQuery("!memory:size:>=1024")).toEqual({
			kind: "rule",
			property: "memory:size",
			operator: ">=",
			value: "1024",
			isNegated: true,
		});
		expect(parseQuery("$pool:/^a\\.b$/")).toMatchObject({
			operator: "is",
			value: "a.b",
		});
	});

	it("leaves out what is not complete", () => {
		const rule = {
			kind: "rule",
			property: "name_label",
			operator: "contains",
			value: "",
			isNegated: false,
		} as const;
		expect(printQuery(rule)).toBe("");
		expect(printQuery({ kind: "text", text: "(a" })).toBe("");
	});
});

describe("filters", () => {
	it("says where one is wrong", () => {
		expect(checkFilter("name_label:(a").error?.column).toBe(12);
		expect(checkFilter("a").node).toBeDefined();
	});

	it("joins a scope, and the key of a group", () => {
		expect(scopedFilter(alarms, "a")).toBe(`${alarms.scope} a`);
		expect(parseFilter(scopedFilter(alarms, ""))).toBeDefined();
		expect(groupFilter("a", "power_state", "Running")).toBe(
			"a power_state:/^Running$/",
		);
		expect(groupFilter("a", "os_version.name", "x (y)")).toBe(
			"a os_version:name:/^x \\(y\\)$/",
		);
		expect(groupFilter("", "vlan", -1)).toContain("vlan:>=-1");
	});
});
