/** Writes the compact datamodel of packages/xapi-wire, its record types and
 *  its method map from the facts beside the project (names, types, defaults,
 *  roles and codes; no prose). */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { compactDatamodel, type Facts } from "./datamodel/compact.ts";
import { printMethods } from "./datamodel/print-methods.ts";
import { printRecords } from "./datamodel/print-records.ts";

const ROOT = path.resolve(import.meta.dirname, "..");
const DEFAULT_TARGET = path.join(ROOT, "packages/xapi-wire/src/generated");
const facts: Facts = JSON.parse(
	readFileSync(
		path.join(
			process.env.XO_TEST_DATA ?? path.join(ROOT, "..", "shared"),
			"reference/xapi-datamodel.json",
		),
		"utf8",
	),
);

const target = process.argv[2] ?? DEFAULT_TARGET;
const datamodel = compactDatamodel(facts);
const lines = datamodel.classes.map((item) => JSON.stringify(item));
const rest = JSON.stringify(
	{ ...datamodel, classes: undefined },
	undefined,
	"",
);
const files = {
	"datamodel.json": `${rest.slice(0, -1)},"classes":[\n${lines.join(",\n")}\n]}\n`,
	"records.ts": printRecords(facts),
	"methods.ts": printMethods(facts),
};
for (const [name, text] of Object.entries(files)) {
	writeFileSync(path.join(target, name), text);
}
