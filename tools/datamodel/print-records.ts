import type { Facts } from "./compact.ts";
import { pascalCase, printType } from "./print-type.ts";

const HEADER = "// Written by tools/generate-datamodel.ts.\n";

/** Types of all enumerations and records, and the map from class to record. */
export function printRecords(facts: Facts): string {
	const enums = Object.entries(facts.enums).map(
		([name, values]) =>
			`export type ${pascalCase(name)} =\n\t| ${values
				.map((value) => JSON.stringify(value))
				.join("\n\t| ")};\n`,
	);
	const classes = facts.classes.filter(
		(item) => item.fields.length > 0 && item.name !== "event",
	);
	const records = classes.map((item) => {
		const fields = item.fields
			.filter((field) => !field.internal)
			.map(
				(field) =>
					`\treadonly ${field.name}: ${printType(field.type).replaceAll("T.", "")};\n`,
			);
		return `export interface ${pascalCase(item.name)}Record {\n${fields.join("")}}\n`;
	});
	const map = classes.map(
		(item) => `\treadonly ${item.name}: ${pascalCase(item.name)}Record;\n`,
	);
	return `${HEADER}import type { Ref } from "../ref.ts";\n\n${enums.join(
		"\n",
	)}\n${records.join("\n")}\nexport interface XapiRecords {\n${map.join("")}}\n`;
}
