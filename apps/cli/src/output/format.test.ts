import { describe, expect, it } from "vitest";
import { type Format, formatValue, type Screen } from "./format.ts";

const pipe: Screen = { isTerminal: false, hasColours: false, width: undefined };
const terminal: Screen = { isTerminal: true, hasColours: true, width: 80 };

async function print(
	value: unknown,
	screen: Screen,
	{
		format,
		plainly = "inspect",
	}: { format?: Format; plainly?: "json" | "inspect" } = {},
): Promise<string> {
	let text = "";
	const outcome = { kind: "value", value, plainly } as const;
	for await (const piece of formatValue(outcome, screen, format)) text += piece;
	return text;
}

const evil = "a\u001b[2Jb\u009b1mc\u202e";

describe("into a pipe", () => {
	it("text stays as it is", async () => {
		expect(await print(evil, pipe)).toBe(`${evil}\n`);
	});

	it("the rest is as Node.js shows it, complete", async () => {
		const value = { a: { b: { c: { d: ["x"] } } } };
		expect(await print(value, pipe)).toBe(
			"{\n  a: {\n    b: { c: { d: [ 'x' ] } }\n  }\n}\n",
		);
		const many = Array.from({ length: 150 }, (_, n) => n);
		expect(await print(many, pipe)).toContain("149");
	});

	it("JSON is whole, item by item", async () => {
		const list = [{ a: [1, { b: "x\ny" }] }, null, "t"];
		const text = await print(list, pipe, { plainly: "json" });
		expect(JSON.parse(text)).toEqual(list);
		expect(text).toMatch(/^\[\n {2}\{\n {4}"a"/);
		expect(await print([], pipe, { format: "json" })).toBe("[]\n");
	});
});

it.each([pipe, terminal])("no name reorders what is shown", async (screen) => {
	const name = "a\u202eb\u061cc";
	for (const format of ["json", "ndjson", "yaml", undefined] as const) {
		const text = await print({ [name]: [name] }, screen, { format });
		expect(text).not.toMatch(/[\u061c\u202e]/);
	}
	const text = await print({ [name]: name }, pipe, { format: "yaml" });
	expect(text).toBe('"a\\u202eb\\u061cc": "a\\u202eb\\u061cc"\n');
});

describe("on a terminal", () => {
	it("a list is a table, in colours", async () => {
		const text = await print([{ id: "x", name: evil }], terminal);
		expect(text).toContain("\u001b[1mid\u001b[22m");
		expect(text).toContain("abc\n");
	});

	it("a list of words is one a line", async () => {
		expect(await print(["a", evil], terminal)).toBe("a\nabc\n");
	});

	it.each(["json", "ndjson", "yaml", undefined] as const)(
		"%s carries no control of the value",
		async (format) => {
			for (const value of [evil, { [evil]: [evil] }]) {
				const text = await print(
					value,
					{ ...terminal, hasColours: false },
					{ format },
				);
				// biome-ignore lint/suspicious/noControlCharactersInRegex: none may be there
				expect(text).not.toMatch(/[\x1b\x80-\x9f]/);
			}
			const json = await print({ evil }, terminal, { format: "json" });
			expect(JSON.parse(json)).toEqual({ evil });
		},
	);
});
