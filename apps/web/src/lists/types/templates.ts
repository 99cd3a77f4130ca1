import { paths } from "../../paths.ts";
import { field, type ListType } from "../model.ts";
import { vmFields } from "./vm-fields.ts";

export const templates: ListType = {
	id: "templates",
	types: ["VM-template"],
	path: paths.templates,
	fields: [
		...vmFields.filter(({ id }) => id !== "power_state"),
		field("flag", ["isDefaultTemplate", "isDefaultTemplate"]),
		field("text", ["template_info.arch", "architecture"]),
		field("list", ["template_info.install_methods", "installMethods"]),
		field("text", ["template_info.install_repository", "installRepository"]),
		field("map", ["template_info.disks", "disks"]),
	],
	columns: [
		"name_label",
		"name_description",
		"CPUs.number",
		"memory.size",
		"isDefaultTemplate",
		"virtualizationMode",
		"$pool",
		"tags",
	],
	sort: "name_label",
	groups: ["$pool", "isDefaultTemplate", "tags", "virtualizationMode"],
	set: "vm.set",
};
