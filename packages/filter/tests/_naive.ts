import type { FilterNode } from "../src/node.ts";

/** The meaning of a search, written as plainly as possible. */
export function naiveMatch(node: FilterNode, value: unknown): boolean {
	switch (node.kind) {
		case "and":
			return node.children.every((child) => naiveMatch(child, value));
		case "or":
			return node.children.some((child) => naiveMatch(child, value));
		case "not":
			return !naiveMatch(node.child, value);
		case "property":
			return naiveProperty(node.name, value, (inner) =>
				naiveMatch(node.child, inner),
			);
		case "truthy":
			return naiveProperty(node.name, value, (inner) => !!inner);
		case "string":
			return strings(value).some((text) => has(text, node.text));
		case "number":
			return leaves(value).some(
				(leaf) =>
					leaf === node.value ||
					(typeof leaf === "string" && has(leaf, node.text)),
			);
		case "glob": {
			const source = node.parts
				.map((part) => part.replace(/[.$]/g, "\\$&"))
				.join(".*");
			return strings(value).some((text) => RegExp(source, "is").test(text));
		}
		case "regexp": {
			const regexp = RegExp(node.source, node.ignoreCase ? "iu" : "u");
			return strings(value).some((text) => regexp.test(text));
		}
		case "comparison":
			if (Array.isArray(value)) {
				return value.some((item) => naiveMatch(node, item));
			}
			if (typeof value !== "number") return false;
			if (node.operator === ">") return value > node.value;
			if (node.operator === ">=") return value >= node.value;
			if (node.operator === "<") return value < node.value;
			return value <= node.value;
	}
}

function naiveProperty(
	name: string,
	value: unknown,
	matches: (inner: unknown) => boolean,
): boolean {
	if (typeof value === "string" && name === "length") {
		return matches(value.length);
	}
	if (typeof value !== "object" || value === null) return false;
	if (!Object.hasOwn(value, name) && Array.isArray(value)) {
		return value.some((item) => naiveProperty(name, item, matches));
	}
	const own = Object.entries(Object.getOwnPropertyDescriptors(value));
	return matches(own.find(([key]) => key === name)?.[1].value);
}

function leaves(value: unknown): unknown[] {
	return typeof value === "object" && value !== null
		? Object.values(value).flatMap(leaves)
		: [value];
}

function strings(value: unknown): string[] {
	return leaves(value).filter((leaf) => typeof leaf === "string");
}

function has(text: string, part: string): boolean {
	return text.toLowerCase().includes(part.toLowerCase());
}
