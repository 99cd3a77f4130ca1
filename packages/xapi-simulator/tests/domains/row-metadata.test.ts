import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRow, printRow } from "../../src/domains/row-metadata.ts";
import { parseProvision } from "../../src/domains/rules/provision-xml.ts";

const texts = fc.dictionary(fc.string({ minLength: 1 }), fc.string());

test("what a row's text says is the row", () => {
	const rows = fc.record({
		name_label: fc.string({ unit: "binary" }),
		is_a_template: fc.boolean(),
		memory_static_max: fc.maxSafeNat(),
		tags: fc.array(fc.string()),
		other_config: texts.map((it) => ({ ...it })),
	});
	fc.assert(
		fc.property(rows, (row) => {
			expect(parseRow("VM", printRow("VM", row))).toEqual(row);
		}),
	);
});

test("provision XML is read or refused", () => {
	fc.assert(
		fc.property(fc.string(), (text) => {
			try {
				parseProvision(text);
			} catch (error) {
				expect(error).toBeInstanceOf(Error);
			}
		}),
	);
	const disks = parseProvision(
		'<provision><disk device="1" size="42" sr="s" bootable="false"/></provision>',
	);
	expect(disks).toEqual([
		{ device: "1", sizeBytes: 42, sr: "s", isBootable: false, type: "system" },
	]);
});
