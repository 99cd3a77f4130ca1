import fc from "fast-check";
import { expect, test } from "vitest";
import { formatCookie, parseCookies } from "./cookies.ts";

test("cookies are read by name, the first of two wins", () => {
	const cookies = parseCookies('a=1; b="two"; a=3;junk; c=%20x; d=%zz');
	expect([...cookies]).toEqual([
		["a", "1"],
		["b", "two"],
		["c", " x"],
		["d", "%zz"],
	]);
	expect(parseCookies(undefined).size).toBe(0);
});

test("what is set comes back, and cannot add attributes", () => {
	fc.assert(
		fc.property(fc.string({ unit: "binary" }), (value) => {
			fc.pre(value.isWellFormed());
			const header = formatCookie({ name: "token", value, isSecure: true });
			const [pair = "", ...attributes] = header.split("; ");
			expect(attributes).toEqual([
				"Path=/",
				"HttpOnly",
				"SameSite=Strict",
				"Secure",
			]);
			expect(header).toMatch(/^[\x20-\x7e]+$/);
			expect(parseCookies(`x=y; ${pair}`).get("token")).toBe(value);
		}),
	);
});

test("any header is read", () => {
	fc.assert(
		fc.property(fc.string({ unit: "binary" }), (header) => {
			parseCookies(header);
		}),
	);
});
