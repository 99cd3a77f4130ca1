import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Interner } from "./interner.ts";

function record() {
	return {
		ref: ["OpaqueRef:", "0000"].join(""),
		operations: ["clean_shutdown", "hard_shutdown"].map((name) => `${name}`),
		platform: { device_model: "qemu-upstream-compat" },
		none: [],
		nothing: {},
		nested: [{ a: "some longer string" }],
	};
}

describe("Interner", () => {
	it("makes equal values one", () => {
		const interner = new Interner();
		const [a, b] = [record(), record()];
		interner.internFields(a);
		interner.internFields(b);
		expect(a).toEqual(record());
		expect(a.operations).toBe(b.operations);
		expect(a.platform).toBe(b.platform);
		expect(a.none).toBe(b.none);
		expect(a.nothing).toBe(b.nothing);
	});

	it("does not confuse maps with sets, nor keys with values", () => {
		const interner = new Interner();
		const mixed = {
			set: ["key-of-a-map", "value-of-a-map"],
			map: { "key-of-a-map": "value-of-a-map" },
			text: "key-of-a-map\0value-of-a-map",
			other: ["key-of-a-map\0value-of-a-map"],
		};
		const copy = structuredClone(mixed);
		interner.internFields(mixed);
		expect(mixed).toEqual(copy);
	});

	it("never changes what a record says", () => {
		const interner = new Interner();
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (fields) => {
				const text = JSON.stringify(fields);
				interner.internFields(fields);
				expect(JSON.stringify(fields)).toBe(text);
			}),
		);
	});

	it("forgets when nobody loads any more", () => {
		const interner = new Interner();
		const a = record();
		{
			using _ = interner.hold();
			interner.internFields(a);
		}
		const b = record();
		interner.internFields(b);
		expect(b.platform).not.toBe(a.platform);
	});
});
