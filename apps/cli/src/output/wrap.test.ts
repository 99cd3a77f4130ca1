import { expect, it } from "vitest";
import { wrapText } from "./wrap.ts";

it("breaks at spaces and indents what follows", () => {
	expect(wrapText("usage: a bb ccc dddd", { width: 12, indent: 4 })).toBe(
		"usage: a\n    bb ccc\n    dddd",
	);
	expect(wrapText("a\nb", { width: 3, indent: 2 })).toBe("a\n  b");
});

it("leaves words whole, and all without a width", () => {
	expect(wrapText("aaaaaaaa b", { width: 4, indent: 0 })).toBe("aaaaaaaa\nb");
	expect(wrapText("a b  c", { indent: 6 })).toBe("a b  c");
});
