import { field } from "../model.ts";

/** Properties that objects of several types have. */

export const name = field("text", ["name_label", "name"], { width: 240 });
export const description = field("text", ["name_description", "description"], {
	width: 240,
});
export const tags = field("tags", ["tags", "tags"]);
export const uuid = field("text", ["uuid", "uuid"], { width: 290 });
export const type = field("text", ["type", "type"], { width: 120 });
export const pool = field("link", ["$pool", "pool"], { linkTo: ["pool"] });
export const operations = field("map", ["current_operations", "operations"]);
export const otherConfig = field("map", ["otherConfig", "otherConfig"]);
export const other_config = field("map", ["other_config", "otherConfig"]);

export function host(id = "$host", label = "host") {
	return field("link", [id, label], { linkTo: ["host"] });
}
export function vm(id: string, label = "vm") {
	return field("link", [id, label], {
		linkTo: ["VM", "VM-template", "VM-snapshot", "VM-controller"],
	});
}
export function sr(id: string, label = "sr") {
	return field("link", [id, label], { linkTo: ["SR"] });
}
export function network(id = "$network", label = "network") {
	return field("link", [id, label], { linkTo: ["network"] });
}
