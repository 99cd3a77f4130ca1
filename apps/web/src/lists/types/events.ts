import { paths } from "../../paths.ts";
import { field, type ListType } from "../model.ts";
import { description, host, name, operations, pool, uuid } from "./common.ts";

const ABOUT = ["VM", "host", "pool", "SR", "VDI", "network", "VM-template"];

const message = {
	types: ["message"],
	fields: [
		field("text", ["name", "name"], { width: 240 }),
		field("time", ["time", "time"]),
		field("link", ["$object", "object"], { linkTo: ABOUT, width: 240 }),
		field("message", ["body", "body"]),
		pool,
		uuid,
	],
	columns: ["name", "time", "$object", "body", "$pool"],
	sort: "-time",
	groups: ["name", "$object", "$pool"],
} as const;

export const messages: ListType = {
	...message,
	id: "messages",
	path: paths.messages,
};

export const alarms: ListType = {
	...message,
	id: "alarms",
	path: paths.alarms,
	// They are all called much the same: what matters is what they are about.
	columns: ["$object", "body", "time", "name", "$pool"],
	// As REST has it: messages of these names are alarms.
	scope: "name:|(ALARM BOND_STATUS_CHANGED MULTIPATH_PERIODIC_ALERT)",
};

export const tasks: ListType = {
	id: "tasks",
	types: ["task"],
	path: paths.tasks,
	fields: [
		name,
		field("text", ["status", "status"], {
			width: 110,
			values: ["pending", "success", "failure", "cancelling", "cancelled"],
		}),
		field("share", ["progress", "progress"], { isLoad: false }),
		field("time", ["created", "created"]),
		field("time", ["finished", "finished"]),
		field("link", ["applies_to", "object"], { linkTo: ABOUT, width: 200 }),
		host(),
		pool,
		description,
		field("text", ["result", "result"], { width: 240 }),
		field("list", ["allowedOperations", "allowedOperations"]),
		operations,
		uuid,
	],
	columns: [
		"name_label",
		"status",
		"progress",
		"created",
		"finished",
		"applies_to",
		"$host",
		"$pool",
	],
	sort: "-created",
	groups: ["status", "$host", "$pool", "name_label"],
};
