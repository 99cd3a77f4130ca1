import { parseFilter } from "@xo/filter";
import { expect, test } from "vitest";
import { matchesText, paletteQuery } from "./palette-query.ts";

test("every text is a filter", () => {
	for (const text of ["web", "web 01", 'a"b\\c', "(|!:", "  x  "]) {
		const { filter = "" } = paletteQuery(text);
		expect(() => parseFilter(filter)).not.toThrow();
	}
	expect(paletteQuery("web 10.0").filter).toBe(
		'|(name_label:"web" id:"web" mainIpAddress:"web" address:"web" tags:"web") |(name_label:"10.0" id:"10.0" mainIpAddress:"10.0" address:"10.0" tags:"10.0")',
	);
});

test("pages are found by any of their words", () => {
	expect(matchesText("Réseaux des hôtes", "hote res")).toBe(true);
	expect(matchesText("Networks", "hosts")).toBe(false);
});
