import { describe, expect, it } from "vitest";
import { complete, type SearchProperty } from "./completion.ts";

const properties: SearchProperty[] = [
	{ name: "name_label", label: "Name", type: "text" },
	{
		name: "power_state",
		label: "State",
		type: "enum",
		values: [
			{ value: "Running", label: "Running" },
			{ value: "Halted", label: "Halted" },
		],
	},
	{ name: "auto_poweron", label: "Start with host", type: "boolean" },
	{ name: "memory:size", label: "Memory", type: "number" },
	{
		name: "$pool",
		label: "Pool",
		type: "enum",
		values: [{ value: "1234", label: "Lyon 2" }],
	},
];

function texts(text: string, caret = text.length): string[] {
	return complete(text, caret, properties).options.map(({ text }) => text);
}

describe("complete", () => {
	it("offers properties by name and by label", () => {
		expect(texts("pow")).toEqual(["power_state:", "auto_poweron?"]);
		expect(texts("start")).toEqual(["auto_poweron?"]);
		expect(texts("")).toHaveLength(5);
	});

	it("offers values of the property at the caret, by label too", () => {
		expect(texts("web power_state:ru")).toEqual(["power_state:Running"]);
		expect(texts("$pool:lyon")).toEqual(['$pool:"1234"']);
	});

	it("offers comparisons of numbers", () => {
		expect(texts("memory:size:")[0]).toBe("memory:size:>");
		expect(texts("memory:size:>4")).toEqual([]);
	});

	it("works inside groups and negations, and in the middle", () => {
		expect(texts("!(power_state:H")).toEqual(["power_state:Halted"]);
		const found = complete("nam other", 3, properties);
		expect([found.from, found.to]).toEqual([0, 3]);
	});

	it("offers nothing for a word that nothing has", () => {
		expect(texts("zzz")).toEqual([]);
	});
});
