import { field, type ListType } from "../lists/model.ts";
import {
	description,
	host,
	other_config,
	otherConfig,
	pool,
	sr,
	uuid,
	vm,
} from "../lists/types/common.ts";
import { paths } from "../paths.ts";

/** Lists that only stand inside of pages. */

export const pbds: ListType = {
	id: "pbds",
	types: ["PBD"],
	path: paths.srs,
	fields: [
		host("host"),
		sr("SR"),
		field("flag", ["attached", "attached"]),
		field("map", ["device_config", "deviceConfig"], { width: 420 }),
		pool,
		otherConfig,
		uuid,
	],
	columns: ["attached", "host", "device_config"],
	sort: "attached",
	groups: [],
};

export const vbds: ListType = {
	id: "vbds",
	types: ["VBD"],
	path: paths.vdis,
	fields: [
		vm("VM"),
		field("text", ["device", "device"], { width: 100 }),
		field("text", ["position", "position"], { width: 90 }),
		field("flag", ["attached", "attached"]),
		field("flag", ["bootable", "bootable"]),
		field("flag", ["read_only", "readOnly"]),
		field("flag", ["is_cd_drive", "cdDrive"]),
		other_config,
		uuid,
	],
	columns: [
		"device",
		"VM",
		"position",
		"attached",
		"bootable",
		"read_only",
		"is_cd_drive",
	],
	sort: "position",
	groups: [],
};

export const patches: ListType = {
	id: "patches",
	types: ["patch"],
	path: paths.hosts,
	fields: [
		field("text", ["name", "name"], { width: 240 }),
		{ ...description, id: "description" },
		field("flag", ["applied", "applied"]),
		field("time", ["time", "time"]),
		field("bytes", ["size", "size"]),
		field("list", ["guidance", "guidance"]),
		uuid,
	],
	columns: ["name", "description", "applied", "time", "size", "guidance"],
	sort: "name",
	groups: [],
};
