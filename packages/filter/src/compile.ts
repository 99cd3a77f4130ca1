import { assertNever, isPlainObject } from "@xo/std";
import { FilterError } from "./errors.ts";
import type {
	ComparisonNode,
	FilterNode,
	GlobNode,
	NumberNode,
	PropertyNode,
} from "./node.ts";
import { printFilter } from "./print.ts";
import { compileRegexp } from "./regexp.ts";

/** Whether a value matches. */
export type Predicate = (value: unknown) => boolean;

/** Makes the predicate of a search.
 *  Words, wildcards, numbers and regular expressions look into all nested
 *  values; a property of an array is that of any of its items, except for
 *  those that the array has itself (`length`, indexes).
 *  @throws FilterError for a regular expression that the engine refuses */
export function compileFilter(node: FilterNode): Predicate {
	switch (node.kind) {
		case "and":
			return all(node.children.map(compileFilter));
		case "or":
			return any(node.children.map(compileFilter));
		case "not": {
			const matches = compileFilter(node.child);
			return (value) => !matches(value);
		}
		case "property":
			return compileProperty(node);
		case "truthy":
			return onProperty(node.name, Boolean);
		case "string": {
			const needle = node.text.toLowerCase();
			return deepString((text) => text.toLowerCase().includes(needle));
		}
		case "number":
			return compileNumber(node);
		case "glob":
			return deepString(compileGlob(node));
		case "regexp": {
			const compiled = compileRegexp(node);
			if ("test" in compiled) return deepString(compiled.test);
			const text = printFilter(node);
			throw new FilterError(compiled.problem, text, compiled.offset + 2);
		}
		case "comparison":
			return compileComparison(node);
		default:
			return assertNever(node);
	}
}

function all(predicates: readonly Predicate[]): Predicate {
	return (value) => {
		for (const matches of predicates) if (!matches(value)) return false;
		return true;
	};
}

function any(predicates: readonly Predicate[]): Predicate {
	return (value) => {
		for (const matches of predicates) if (matches(value)) return true;
		return false;
	};
}

function compileProperty({ name, child }: PropertyNode): Predicate {
	return onProperty(name, compileFilter(child));
}

/** Only own properties: `constructor?` must not match everything. */
function onProperty(name: string, matches: Predicate): Predicate {
	const matchesProperty: Predicate = (value) => {
		if (typeof value === "string") {
			return name === "length" && matches(value.length);
		}
		if (typeof value !== "object" || value === null) return false;
		if (Object.hasOwn(value, name)) {
			return matches((value as Record<string, unknown>)[name]);
		}
		return Array.isArray(value)
			? value.some(matchesProperty)
			: matches(undefined);
	};
	return matchesProperty;
}

function deepString(matches: (text: string) => boolean): Predicate {
	return deep((leaf) => typeof leaf === "string" && matches(leaf));
}

/** Tries the value and, when it is a container, all values inside it. */
function deep(matches: Predicate): Predicate {
	const search: Predicate = (value) => {
		if (Array.isArray(value)) return value.some(search);
		if (!isPlainObject(value)) return matches(value);
		for (const key in value) if (search(value[key])) return true;
		return false;
	};
	return search;
}

function compileNumber({ text, value }: NumberNode): Predicate {
	const needle = text.toLowerCase();
	return deep(
		(leaf) =>
			leaf === value ||
			(typeof leaf === "string" && leaf.toLowerCase().includes(needle)),
	);
}

/** Unanchored, so the leftmost find of each part in turn decides. */
function compileGlob({ parts }: GlobNode): (text: string) => boolean {
	const needles = parts.map((part) => part.toLowerCase());
	return (text) => {
		const haystack = text.toLowerCase();
		let from = 0;
		for (const needle of needles) {
			const found = haystack.indexOf(needle, from);
			if (found === -1) return false;
			from = found + needle.length;
		}
		return true;
	};
}

/** On a list it asks whether any item compares so. */
function compileComparison({ operator, value }: ComparisonNode): Predicate {
	const compares = COMPARE[operator];
	const matches: Predicate = (actual) =>
		typeof actual === "number"
			? compares(actual, value)
			: Array.isArray(actual) && actual.some(matches);
	return matches;
}

const COMPARE: Record<
	ComparisonNode["operator"],
	(actual: number, limit: number) => boolean
> = {
	"<": (actual, limit) => actual < limit,
	"<=": (actual, limit) => actual <= limit,
	">": (actual, limit) => actual > limit,
	">=": (actual, limit) => actual >= limit,
};
