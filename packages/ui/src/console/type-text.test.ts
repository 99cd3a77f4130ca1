import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KEY_LAYOUTS, KEY_ROWS, type KeyLayout } from "./key-layouts.ts";
import { createTypist, type KeyStroke, toKeyStrokes } from "./type-text.ts";

const ASCII = Array.from({ length: 95 }, (_, n) => String.fromCharCode(32 + n));

const MARKS: Record<string, string> = {
	"`": "\u0300",
	"´": "\u0301",
	"^": "\u0302",
	"¨": "\u0308",
};

/** What a machine with that layout makes of key strokes, by the keys alone. */
function readStrokes(strokes: readonly KeyStroke[], layout: KeyLayout): string {
	let text = "";
	let pending = "";
	for (const { key, held } of strokes) {
		const names = held.map(({ code }) => code);
		const rows = names.includes("ShiftLeft")
			? layout.shift
			: names.includes("AltRight")
				? layout.altGraph
				: layout.plain;
		const row = KEY_ROWS.findIndex((codes) => codes.includes(key.code));
		const column = KEY_ROWS[row]?.indexOf(key.code) ?? -1;
		const printed = rows[row]?.[column];
		const character =
			{ Space: " ", Enter: "\n", Tab: "\t" }[key.code] ?? printed ?? "?";
		if (pending !== "") {
			text +=
				character === " "
					? pending
					: (character + MARKS[pending]).normalize("NFC");
			pending = "";
		} else if (layout.dead.includes(character)) pending = character;
		else text += character;
	}
	return text;
}

describe.each(KEY_LAYOUTS)("the layout $id", (layout) => {
	it("has a character for each key at most", () => {
		for (const rows of [layout.plain, layout.shift, layout.altGraph]) {
			for (const [index, row] of rows.entries()) {
				expect(row.length).toBeLessThanOrEqual(KEY_ROWS[index]!.length);
			}
		}
	});

	it("writes all of ASCII", () => {
		expect(toKeyStrokes(ASCII.join(""), createTypist(layout)).missing).toEqual(
			[],
		);
	});

	it("writes what a machine with the same layout reads", () => {
		const typist = createTypist(layout);
		const characters = fc.constantFrom(
			...ASCII,
			"\n",
			"\t",
			..."éèàùçêëüöäßñ£€§",
		);
		fc.assert(
			fc.property(fc.array(characters), (typed) => {
				const text = typed.join("");
				const { strokes, missing } = toKeyStrokes(text, typist);
				const expected = [...text]
					.filter((character) => !missing.includes(character))
					.join("");
				expect(readStrokes(strokes, layout)).toBe(expected);
			}),
		);
	});
});

describe("typing", () => {
	it("tells what has no key", () => {
		const typist = createTypist(KEY_LAYOUTS[0]!);
		expect(toKeyStrokes("a→é\r\n", typist).missing).toEqual(["→", "é"]);
	});
});
