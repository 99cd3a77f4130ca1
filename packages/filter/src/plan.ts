import { compileFilter, type Predicate } from "./compile.ts";
import type { FilterNode } from "./node.ts";

/** A condition that every matching object meets: `property` is, or is a list
 *  that has, a value that `accepts`. An index on that property is used by
 *  trying `accepts` on each of its distinct values: a term is a substring, so
 *  `type:VM` means VM, VM-template and every other type with "vm" in it. */
export interface PropertyConstraint {
	readonly property: string;
	readonly accepts: Predicate;
}

/** The conditions that indexes can narrow a search with. They are necessary,
 *  never sufficient: candidates still need the compiled filter. Conditions on
 *  properties of objects with nested values are sound only for indexes whose
 *  values are strings or numbers, single or in a list.
 *  @throws FilterError for a regular expression that the engine refuses */
export function planFilter(node: FilterNode): readonly PropertyConstraint[] {
	if (node.kind === "and") return node.children.flatMap(planFilter);
	const property = commonProperty(node);
	if (property === undefined) return [];
	const matches = compileFilter(node);
	return [{ property, accepts: (value) => matches({ [property]: value }) }];
}

/** The one property that the node asks something positive of, if so. */
function commonProperty(node: FilterNode): string | undefined {
	switch (node.kind) {
		case "property":
			return isPositive(node.child) ? node.name : undefined;
		case "or": {
			const names = new Set(node.children.map(commonProperty));
			return names.size === 1 ? names.values().next().value : undefined;
		}
		default:
			return undefined;
	}
}

/** Whether one single leaf of the value decides alone that it matches.
 *  `tags:(a b)` is not: two tags may meet it together. */
function isPositive(node: FilterNode): boolean {
	switch (node.kind) {
		case "string":
		case "glob":
		case "number":
		case "regexp":
			return true;
		case "or":
			return node.children.length > 0 && node.children.every(isPositive);
		default:
			return false;
	}
}
