import { describe, expect, test } from "vitest";
import { build } from "./build.ts";
import { compileFilter } from "./compile.ts";
import { FilterError } from "./errors.ts";
import { parseFilter } from "./parse.ts";

const vm = {
	type: "VM",
	name_label: "Web Server 12",
	power_state: "Running",
	high_availability: "",
	memory: { size: 4_294_967_296, dynamic: [1, 2] },
	CPUs: { number: 4 },
	tags: ["prod", "Paris"],
	snapshots: ["s1", "s2", "s3"],
	addresses: { "0/ipv4/0": "10.1.2.3" },
	boot: { order: "cdn" },
	disks: [{ name: "root", size: 10 }, { name: "data" }],
	startTime: null,
};

describe("compileFilter", () => {
	test.each([
		["", true],
		["server", true],
		["WEB", true],
		["web paris", true],
		["absent", false],
		["size", false],
		["4", true],
		['"4"', false],
		["12", true],
		["web*12", true],
		["12*web", false],
		["type:vm", true],
		["type:host", false],
		["!type:host", true],
		["|(type:host power_state:run)", true],
		["boot:order:cd", true],
		["tags:prod", true],
		["tags:(prod paris)", true],
		["tags:london", false],
		["snapshots:length:>2", true],
		["snapshots:length:>3", false],
		["memory:size:>4e9", true],
		["memory:dynamic:>1", true],
		["CPUs:number:4", true],
		["addresses:10.1*", true],
		["disks:name:data", true],
		["disks:size:>5", true],
		["name_label:/^web.*\\d+$/i", true],
		["name_label:/^web/", false],
		["high_availability?", false],
		["tags?", true],
		["missing?", false],
		["!missing?", true],
		["missing:!x", true],
		["startTime:!x", true],
		["startTime:deeper:!x", false],
		["constructor?", false],
		["toString:a", false],
		["name_label:length:13", true],
	])("%j", (text, expected) => {
		expect(compileFilter(parseFilter(text))(vm)).toBe(expected);
	});

	test("stays quick on an expression that kills backtracking engines", () => {
		const matches = compileFilter(parseFilter("/(a+)+$/"));
		const name_label = `${"a".repeat(100_000)}!`;
		const start = performance.now();
		expect(matches({ name_label })).toBe(true);
		expect(matches({ name_label: `${"a".repeat(9_000)}!` })).toBe(false);
		expect(performance.now() - start).toBeLessThan(1_000);
	});

	test("refuses a built regular expression that the engine refuses", () => {
		const node = build.property("name", build.regexp("(?=a)"));
		expect(() => compileFilter(node)).toThrow(FilterError);
	});
});
