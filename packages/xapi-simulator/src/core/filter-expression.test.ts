import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileFilter } from "./filter-expression.ts";
import { tableSchemas } from "./schema.ts";
import { XapiFailure } from "./types.ts";

const columns = tableSchemas.get("VM")!.fieldOfColumn;
const vm = { name_label: "a", is_a_template: true, domid: 3 };
const matches = (expression: string) => compileFilter(expression, columns)(vm);

describe("compileFilter", () => {
	it.each([
		['field "name__label" = "a"', true],
		['"a" = field "name__label"', true],
		['not field "is_a_template" = "true"', false],
		['field "domid" = "3" and (false or true)', true],
		["true or false and false", false],
		["true or (false and false)", true],
		[String.raw`"\"" = "\""`, true],
	])("%s", (expression, expected) => {
		expect(matches(expression)).toBe(expected);
	});

	it.each(["", "field name", 'field "colour" = "red"', "(true", "true true"])(
		"refuses %j",
		(expression) => {
			expect(() => matches(expression)).toThrow("INVALID_VALUE");
		},
	);

	it("refuses garbage with its own error only", () => {
		const words = [
			"not",
			"and",
			"or",
			"true",
			"(",
			")",
			"=",
			'"a"',
			"field",
			"?",
		];
		const garbage = fc
			.array(fc.constantFrom(...words), { maxLength: 300 })
			.map((parts) => parts.join(" "));
		fc.assert(
			fc.property(garbage, (expression) => {
				try {
					matches(expression);
				} catch (error) {
					expect(error).toBeInstanceOf(XapiFailure);
				}
			}),
		);
	});
});
