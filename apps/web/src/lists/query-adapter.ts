import { build, type FilterNode, parseFilter, printFilter } from "@xo/filter";
import type { QueryGroup, QueryNode, QueryRule } from "@xo/ui";
import { escapeRegexp, exactly } from "./filters.ts";

type Operator = QueryRule["operator"];
const NO_NODE = build.and([]);

/** A search as the builder shows it; nothing where it is not valid. */
export function parseQuery(text: string): QueryNode | undefined {
	try {
		return toQuery(parseFilter(text));
	} catch {
		return undefined;
	}
}

/** The search that was built, without what is not complete. */
export function printQuery(query: QueryNode): string {
	const node = toFilter(query);
	return node === undefined ? "" : printFilter(node);
}

function toQuery(node: FilterNode): QueryNode {
	switch (node.kind) {
		case "and":
		case "or":
			return {
				kind: "group",
				combine: node.kind === "and" ? "all" : "any",
				isNegated: false,
				children: node.children.map(toQuery),
			};
		case "not": {
			const inner = toQuery(node.child);
			return inner.kind === "text" || inner.isNegated
				? asText(node)
				: { ...inner, isNegated: true };
		}
		case "property":
			return toRule(node) ?? asText(node);
		case "truthy":
			return rule(node.name, "isTrue", "");
		default:
			return asText(node);
	}
}

function asText(node: FilterNode): QueryNode {
	return { kind: "text", text: printFilter(node) };
}

function rule(property: string, operator: Operator, value: string): QueryRule {
	return { kind: "rule", property, operator, value, isNegated: false };
}

/** A path to one comparison. Quoted names would need quotes in the builder. */
function toRule(node: FilterNode): QueryRule | undefined {
	const path: string[] = [];
	let inner = node;
	while (inner.kind === "property") {
		if (!/^[\w$.-]+$/.test(inner.name)) return undefined;
		path.push(inner.name);
		inner = inner.child;
	}
	const name = path.join(":");
	switch (inner.kind) {
		case "truthy":
			return rule(`${name}:${inner.name}`, "isTrue", "");
		case "string":
			return rule(name, "contains", inner.text);
		case "number":
			return rule(name, "=", inner.text);
		case "comparison":
			return rule(name, inner.operator, String(inner.value));
		case "regexp": {
			const exact = exactText(inner.source);
			if (exact !== undefined && !inner.ignoreCase) {
				return rule(name, "is", exact);
			}
			return rule(name, "matches", inner.source);
		}
		default:
			return undefined;
	}
}

/** The text of a regular expression that matches it alone. */
function exactText(source: string): string | undefined {
	const inner = /^\^(.*)\$$/s.exec(source)?.[1];
	if (inner === undefined) return undefined;
	const text = inner.replace(/\\([\\^$.*+?()[\]{}|])/g, "$1");
	return escapeRegexp(text) === inner ? text : undefined;
}

function toFilter(query: QueryNode): FilterNode | undefined {
	switch (query.kind) {
		case "text":
			return fromText(query.text);
		case "group":
			return negate(fromGroup(query), query.isNegated);
		case "rule":
			return negate(fromRule(query), query.isNegated);
	}
}

function fromText(text: string): FilterNode | undefined {
	try {
		const node = parseFilter(text);
		return text.trim() === "" ? undefined : node;
	} catch {
		return undefined;
	}
}

function fromGroup({ combine, children }: QueryGroup): FilterNode | undefined {
	const nodes = children.flatMap((child) => toFilter(child) ?? []);
	if (nodes.length === 0) return undefined;
	return combine === "all" ? build.and(nodes) : build.or(nodes);
}

function negate(
	node: FilterNode | undefined,
	isNegated: boolean,
): FilterNode | undefined {
	return node !== undefined && isNegated ? build.not(node) : node;
}

function fromRule({ property, operator, value }: QueryRule) {
	const path = property.split(":");
	const name = path.pop() ?? property;
	if (operator === "isTrue") {
		return path.length === 0
			? build.truthy(name)
			: build.property(path, build.truthy(name));
	}
	const test = valueTest(operator, value);
	return test === NO_NODE ? undefined : build.property([...path, name], test);
}

function valueTest(operator: Operator, value: string): FilterNode {
	if (value === "") return NO_NODE;
	switch (operator) {
		case "contains":
			return build.string(value);
		case "is":
			return exactly(value);
		case "matches":
			return fromText(printFilter(build.regexp(value, true))) ?? NO_NODE;
		case "isTrue":
			return NO_NODE;
		default: {
			const number = Number(value);
			if (!Number.isFinite(number)) return NO_NODE;
			return operator === "="
				? build.number(number)
				: build.compare(operator, number);
		}
	}
}
