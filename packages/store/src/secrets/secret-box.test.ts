import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { SecretBox } from "./secret-box.ts";

const PLACE = { table: "pool_connections", column: "password", id: "1" };
const box = new SecretBox(randomBytes(32));

test("what is sealed opens again, and never looks the same", () => {
	fc.assert(
		fc.property(fc.string({ unit: "grapheme" }), (secret) => {
			const sealed = box.seal(PLACE, secret);
			expect(box.open(PLACE, sealed)).toBe(secret);
			expect(box.seal(PLACE, secret)).not.toBe(sealed);
		}),
	);
});

test.each([
	["id", { ...PLACE, id: "2" }],
	["column", { ...PLACE, column: "http_proxy" }],
	["table", { ...PLACE, table: "users" }],
])("a value moved to another %s does not open", (_, place) => {
	const sealed = box.seal(PLACE, "secret");
	expect(() => box.open(place, sealed)).toThrow(
		expect.objectContaining({ code: "corrupt" }),
	);
});

test("another key does not open it", () => {
	const sealed = new SecretBox(randomBytes(32)).seal(PLACE, "secret");
	expect(() => box.open(PLACE, sealed)).toThrow(/changed or moved/);
});

test("nothing but a sealed value opens", () => {
	const sealed = box.seal(PLACE, "secret");
	const changed = fc.oneof(
		fc.string(),
		fc.nat(sealed.length - 4).map((end) => sealed.slice(0, end)),
		fc.nat(sealed.length - 4).map((at) => {
			const other = sealed[at] === "A" ? "B" : "A";
			return sealed.slice(0, at) + other + sealed.slice(at + 1);
		}),
	);
	fc.assert(
		fc.property(changed, (value) => {
			expect(() => box.open(PLACE, value)).toThrow(
				expect.objectContaining({ code: "corrupt" }),
			);
		}),
	);
});

test("a derived secret depends on the key and the label alone", () => {
	const key = randomBytes(32);
	const secret = new SecretBox(key).derive("token:u1");
	expect(secret).toMatch(/^[\w-]{43}$/);
	expect(new SecretBox(key).derive("token:u1")).toBe(secret);
	expect(new SecretBox(key).derive("token:u2")).not.toBe(secret);
	expect(box.derive("token:u1")).not.toBe(secret);
});
