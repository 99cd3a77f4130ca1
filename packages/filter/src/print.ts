import { assertNever } from "@xo/std";
import { isNumber, isRaw } from "./characters.ts";
import type { FilterNode } from "./node.ts";

/** The text of a search; parsing it gives the same nodes again. */
export function printFilter(node: FilterNode): string {
	return node.kind === "and" ? node.children.map(print).join(" ") : print(node);
}

function print(node: FilterNode): string {
	switch (node.kind) {
		case "and":
			return `(${node.children.map(print).join(" ")})`;
		case "or":
			return `|(${node.children.map(print).join(" ")})`;
		case "not":
			return `!${print(node.child)}`;
		case "property":
			return `${printName(node.name)}:${print(node.child)}`;
		case "truthy":
			return `${printName(node.name)}?`;
		case "string":
			return isNumber(node.text) ? quote(node.text) : printName(node.text);
		case "number":
			return node.text;
		case "glob":
			return node.parts.join("*");
		case "regexp":
			return `/${escapeSlashes(node.source)}/${node.ignoreCase ? "i" : ""}`;
		case "comparison":
			return `${node.operator}${node.value}`;
		default:
			return assertNever(node);
	}
}

function printName(name: string): string {
	return isRaw(name) ? name : quote(name);
}

function quote(text: string): string {
	return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

function escapeSlashes(source: string): string {
	return source.replace(/\\.|\//gsu, (part) => (part === "/" ? "\\/" : part));
}
