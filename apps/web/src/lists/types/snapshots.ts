import { paths } from "../../paths.ts";
import { field, type ListType } from "../model.ts";
import { vm } from "./common.ts";
import { vmFields } from "./vm-fields.ts";

export const snapshots: ListType = {
	id: "snapshots",
	types: ["VM-snapshot"],
	path: paths.snapshots,
	fields: [
		...vmFields,
		vm("$snapshot_of", "snapshotOf"),
		field("time", ["snapshot_time", "snapshotTime"]),
		field("text", ["suspendVdi", "suspendVdi"]),
	],
	columns: [
		"name_label",
		"$snapshot_of",
		"snapshot_time",
		"name_description",
		"memory.size",
		"$pool",
		"tags",
	],
	sort: "-snapshot_time",
	groups: ["$snapshot_of", "$pool", "power_state", "tags"],
	set: "vm.set",
};
