import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coerceValue } from "./coerce.ts";
import { WireError } from "./wire-error.ts";

const strict = { isStrict: true };
const loose = { isStrict: false };

describe("coerceValue", () => {
	it("takes ints as numbers or text, floats as numbers only", () => {
		expect(coerceValue("int", "12", strict)).toBe(12);
		expect(coerceValue("int", -1, strict)).toBe(-1);
		expect(coerceValue("float", 60, strict)).toBe(60);
		expect(() => coerceValue("float", "60", strict)).toThrow(WireError);
		expect(() => coerceValue("int", 1.5, strict)).toThrow("int expected");
		expect(() => coerceValue("bool", "true", strict)).toThrow("bool expected");
	});

	it("tells a bad enum or date from a wrong type", () => {
		const failure = (type: string, value: unknown) => {
			try {
				coerceValue(type, value, strict);
			} catch (error) {
				return (error as WireError).code;
			}
			return undefined;
		};
		expect(failure("enum vm_power_state", "Sleepy")).toBe("BAD_VALUE");
		expect(failure("enum vm_power_state", "Halted")).toBeUndefined();
		expect(coerceValue("enum vm_power_state", "hALTED", strict)).toBe("Halted");
		expect(coerceValue("enum vm_power_state", "hALTED", loose)).toBe("hALTED");
		expect(failure("enum vm_power_state", 3)).toBe("WRONG_TYPE");
		expect(failure("datetime", "soon")).toBe("BAD_VALUE");
	});

	it("drops unknown fields of records when strict, keeps them otherwise", () => {
		const record = { name_label: "a", field_of_tomorrow: "1" };
		expect(coerceValue("VM record", record, strict)).toEqual({
			name_label: "a",
		});
		expect(coerceValue("VM record", record, loose)).toEqual(record);
	});

	it("types the snapshots of an event batch by their class", () => {
		const batch = {
			events: [
				{ class: "vm", operation: "mod", snapshot: { domid: "7" } },
				{ class: "vm", operation: "del" },
			],
			valid_ref_counts: { vm: "2" },
			token: "1,2",
		};
		expect(coerceValue("event batch", batch, loose)).toEqual({
			events: [
				{ class: "vm", operation: "mod", snapshot: { domid: 7 } },
				{ class: "vm", operation: "del" },
			],
			valid_ref_counts: { vm: 2 },
			token: "1,2",
		});
	});

	it("leaves what it does not understand when not strict", () => {
		const types = fc.constantFrom(
			"int",
			"VM record",
			"(string -> int) map",
			"event batch",
			"sr_stat record option",
			"VM ref set",
		);
		fc.assert(
			fc.property(types, fc.jsonValue(), (type, value) => {
				coerceValue(type, value, loose);
				try {
					coerceValue(type, value, strict);
				} catch (error) {
					expect(error).toBeInstanceOf(WireError);
				}
			}),
		);
	});
});
