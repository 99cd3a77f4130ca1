import fc from "fast-check";
import { expect, test } from "vitest";
import { compileFilter } from "./compile.ts";
import { narrows } from "./narrows.ts";
import { parseFilter } from "./parse.ts";

test.each([
	["web", "we", true],
	["we", "web", false],
	["WEB", "we", true],
	["power_state:Running web", "power_state:Running we", true],
	["power_state:Running web", "power_state:run", true],
	["power_state:Running", "power_state:Halted", false],
	["name_label:web", "name_description:web", false],
	["anything", "", true],
	["", "anything", false],
	["|(web db)", "|(web db mail)", true],
	["|(web mail)", "|(web db)", false],
	["!we", "!web", true],
	["!web", "!we", false],
	["12", "1", false],
	["12", "12", true],
	["CPUs:number:>4", "CPUs:number:>4", true],
	["CPUs:number:>8", "CPUs:number:>4", false],
])("%j narrows %j: %s", (after, before, expected) => {
	expect(narrows(parseFilter(after), parseFilter(before))).toBe(expected);
});

const word = fc.constantFrom("a", "b", "ab", "ba", "aba", "1", "12");
const filter = fc.letrec<{ any: string }>((tie) => ({
	any: fc.oneof(
		{ depthSize: "small", withCrossShrink: true },
		word,
		word.map((text) => `x:${text}`),
		tie("any").map((text) => `!${text}`),
		tie("any").map((text) => `y:${text}`),
		fc
			.tuple(fc.constantFrom("|", ""), fc.array(tie("any"), { maxLength: 3 }))
			.map(([operator, children]) => `${operator}(${children.join(" ")})`),
	),
})).any;
const leaf = fc.oneof(word, fc.constantFrom(1, 12, true, null, ""));
const value = fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }));
const object = fc.record(
	{ x: value, y: fc.oneof(value, fc.record({ x: value })), z: value },
	{ requiredKeys: [] },
);

test("what matches the narrower matches the wider", () => {
	fc.assert(
		fc.property(filter, filter, fc.array(object), (a, b, objects) => {
			const [after, before] = [parseFilter(a), parseFilter(b)];
			if (!narrows(after, before)) return;
			const [isIn, isInWider] = [compileFilter(after), compileFilter(before)];
			for (const each of objects)
				if (isIn(each)) expect(isInWider(each)).toBe(true);
		}),
		{ numRuns: 3_000 },
	);
});
