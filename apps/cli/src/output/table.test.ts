import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { colour } from "./style.ts";
import { renderRecord, renderTable } from "./table.ts";
import { displayWidth } from "./width.ts";

const rows = [
	{ id: "a", size: 5, name_label: "web", power_state: "Running", o: {} },
	{ id: "b", size: 1234, name_label: null, power_state: "Halted" },
];

describe("renderTable", () => {
	it("aligns, known columns first, numbers to the right", () => {
		expect(renderTable(rows).split("\n")).toEqual([
			"id  name_label  power_state     size",
			"a   web         Running          5 B",
			"b               Halted       1.2 KiB",
		]);
	});

	it("shows the columns asked for, narrower where there is no room", () => {
		const text = renderTable(
			[{ a: "x".repeat(40), b: ["p", "q"], c: { d: 1 } }],
			{ columns: ["a", "b", "c"], width: 30 },
		);
		expect(text.split("\n")[1]).toBe(`${"x".repeat(14)}…  p, q  {"d":1}`);
	});

	it("puts links between objects last", () => {
		expect(
			renderTable([{ $pool: "p", _xapiRef: "r", body: "b", id: "i" }]),
		).toBe("id  body  $pool  _xapiRef\ni   b     p      r");
	});

	it("drops the columns that do not fit", () => {
		expect(renderTable(rows, { width: 16 }).split("\n")[0]).toBe(
			"id  name_label",
		);
	});

	it("leaves uuid out where it repeats the id", () => {
		expect(renderTable([{ uuid: "a", id: "a" }])).toBe("id\na");
		expect(renderTable([{ uuid: "b", id: "a" }])).toBe("id  uuid\na   b");
	});

	it("colours states", () => {
		const text = renderTable(rows, { paint: colour });
		expect(text).toContain("\u001b[32mRunning\u001b[39m");
	});

	it("never lets a name drive the terminal or leave its line", () => {
		const cell = fc.oneof(
			fc.string({ unit: "binary" }),
			fc.constantFrom(
				"\u001b]0;x\u0007",
				"\u009b31m",
				"a\nb",
				"日本",
				"👍🏽",
				"e\u0301",
			),
		);
		fc.assert(
			fc.property(
				fc.array(cell, { minLength: 1 }),
				fc.nat(100),
				(cells, width) => {
					const text = renderTable(
						cells.map((name) => ({ id: name, name })),
						{
							width: width + 10,
						},
					);
					const lines = text.split("\n");
					expect(lines).toHaveLength(cells.length + 1);
					// biome-ignore lint/suspicious/noControlCharactersInRegex: none may be there
					expect(text).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
					for (const line of lines) {
						expect(displayWidth(line)).toBeLessThanOrEqual(width + 10);
					}
				},
			),
		);
	});
});

it("renderRecord puts names before values", () => {
	expect(renderRecord({ id: "a", tags: ["x", "y"], none: null })).toBe(
		"id    a\ntags  x, y\nnone",
	);
});
