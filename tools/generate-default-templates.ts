/** Writes the simulator's default templates from the facts beside the project:
 *  only those that a fresh host installs, only the fields that differ. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "..");
const FACTS = path.join(
	process.env.XO_TEST_DATA ?? path.join(ROOT, "..", "shared"),
	"reference/xapi-default-templates.json",
);
const TARGET = path.join(
	ROOT,
	"packages/xapi-simulator/src/sources/generated/default-templates.json",
);
const NOT_INSTALLED = "data-pv";
const FIELDS = [
	"uuid",
	"reference_label",
	"name_label",
	"memory_static_min",
	"memory_static_max",
	"memory_dynamic_min",
	"memory_dynamic_max",
	"VCPUs_max",
	"VCPUs_at_startup",
	"HVM_boot_policy",
	"HVM_boot_params",
	"platform",
	"other_config",
	"recommendations",
	"generation_id",
];

const facts: { templates: Record<string, unknown>[] } = JSON.parse(
	readFileSync(FACTS, "utf8"),
);
const templates = facts.templates
	.filter((template) => template.package !== NOT_INSTALLED)
	.map((template) =>
		JSON.stringify(
			Object.fromEntries(
				FIELDS.filter((field) => template[field] !== undefined).map((field) => [
					field,
					template[field],
				]),
			),
		),
	);
writeFileSync(TARGET, `[\n${templates.join(",\n")}\n]\n`);
