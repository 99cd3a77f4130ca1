import { paths } from "../../paths.ts";
import { field, type ListType } from "../model.ts";
import { diskMetrics, metrics, vmFields } from "./vm-fields.ts";

export const vms: ListType = {
	id: "vms",
	types: ["VM"],
	path: paths.vms,
	fields: [
		...vmFields.slice(0, 6),
		...metrics,
		...diskMetrics,
		...vmFields.slice(6),
		field("map", ["vulnerabilities", "vulnerabilities"]),
	],
	columns: [
		"name_label",
		"power_state",
		"metrics.cpu",
		"metrics.memoryRatio",
		"CPUs.number",
		"memory.size",
		"mainIpAddress",
		"$container",
		"$pool",
		"tags",
	],
	sort: "name_label",
	groups: [
		"power_state",
		"$pool",
		"$container",
		"tags",
		"os_version.name",
		"virtualizationMode",
		"resourceSet",
	],
	set: "vm.set",
};
