/** How a rule compares. */
export type QueryOperator =
	| "contains"
	| "is"
	| "matches"
	| "="
	| "<"
	| "<="
	| ">"
	| ">="
	| "isTrue";

/** What one property must be. */
export interface QueryRule {
	readonly kind: "rule";
	/** Name of a property as written in a search. */
	readonly property: string;
	readonly operator: QueryOperator;
	readonly value: string;
	readonly isNegated: boolean;
}

/** Rules that must all, or of which one must, be met. */
export interface QueryGroup {
	readonly kind: "group";
	readonly combine: "all" | "any";
	readonly isNegated: boolean;
	readonly children: readonly QueryNode[];
}

/** A part of a search that no fields show, as it was written. */
export interface QueryText {
	readonly kind: "text";
	readonly text: string;
}

/** A search as a builder shows it. */
export type QueryNode = QueryRule | QueryGroup | QueryText;

/** A search that asks for nothing. */
export const emptyQuery: QueryGroup = {
	kind: "group",
	combine: "all",
	isNegated: false,
	children: [],
};

/** The list with one item replaced, or taken out. */
export function replaceAt<Item>(
	items: readonly Item[],
	place: number,
	item: Item | undefined,
): readonly Item[] {
	return items.flatMap((old, index) =>
		index !== place ? [old] : item === undefined ? [] : [item],
	);
}

/** The texts of a builder. */
export interface QueryBuilderLabels {
	readonly all: string;
	readonly any: string;
	readonly combine: string;
	readonly not: string;
	readonly addRule: string;
	readonly addGroup: string;
	readonly remove: string;
	readonly property: string;
	readonly operator: string;
	readonly value: string;
	/** Of a part that has no fields. */
	readonly text: string;
	readonly gibibytes: string;
	readonly operators: Readonly<Record<QueryOperator, string>>;
}
