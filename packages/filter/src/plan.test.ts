import { expect, test } from "vitest";
import { parseFilter } from "./parse.ts";
import { planFilter } from "./plan.ts";

const types = ["VM", "VM-template", "host", "pool", "SR"];

test.each([
	["type:VM", ["VM", "VM-template"]],
	['type:"VM-"', ["VM-template"]],
	["type:/^VM$/", ["VM"]],
	["type:|(host pool)", ["host", "pool"]],
	["|(type:host type:SR)", ["host", "SR"]],
	["type:VM name_label:x", ["VM", "VM-template"]],
	["(type:VM) !tags:x", ["VM", "VM-template"]],
])("%s narrows by type", (text, expected) => {
	const [constraint] = planFilter(parseFilter(text));
	expect(constraint?.property).toBe("type");
	expect(types.filter((type) => constraint?.accepts(type))).toEqual(expected);
});

test.each(["", "VM", "!type:VM", "|(type:VM name:x)", "type:!VM", "|()"])(
	"%j narrows nothing",
	(text) => {
		expect(planFilter(parseFilter(text))).toEqual([]);
	},
);
