import type { FilterNode } from "./node.ts";
import { printFilter } from "./print.ts";

/** Whether it is certain that whatever matches `after` matches `before` too,
 *  as when a letter was added to a word; false where it only may be so. */
export function narrows(after: FilterNode, before: FilterNode): boolean {
	if (before.kind === "and") {
		return before.children.every((each) => narrows(after, each));
	}
	if (after.kind === "or" && after.children.length > 0) {
		return after.children.every((each) => narrows(each, before));
	}
	if (after.kind === "and") {
		return after.children.some((each) => narrows(each, before));
	}
	if (before.kind === "or") {
		return before.children.some((each) => narrows(after, each));
	}
	if (after.kind === "string" && before.kind === "string") {
		return after.text.toLowerCase().includes(before.text.toLowerCase());
	}
	if (after.kind === "property" && before.kind === "property") {
		return after.name === before.name && narrows(after.child, before.child);
	}
	if (after.kind === "not" && before.kind === "not") {
		return narrows(before.child, after.child);
	}
	return printFilter(after) === printFilter(before);
}
