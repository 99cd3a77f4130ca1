/** A parsed search. `and` and `or` never have exactly one child: build nodes
 *  with the functions of this module, which keep that. */
export type FilterNode =
	| AndNode
	| OrNode
	| NotNode
	| PropertyNode
	| TruthyNode
	| StringNode
	| NumberNode
	| GlobNode
	| RegexpNode
	| ComparisonNode;

export interface AndNode {
	readonly kind: "and";
	readonly children: readonly FilterNode[];
}
export interface OrNode {
	readonly kind: "or";
	readonly children: readonly FilterNode[];
}
export interface NotNode {
	readonly kind: "not";
	readonly child: FilterNode;
}
export interface PropertyNode {
	readonly kind: "property";
	readonly name: string;
	readonly child: FilterNode;
}
export interface TruthyNode {
	readonly kind: "truthy";
	readonly name: string;
}
export interface StringNode {
	readonly kind: "string";
	readonly text: string;
}
export interface NumberNode {
	readonly kind: "number";
	/** As written: `1e3` and `1000` are equal numbers, different substrings. */
	readonly text: string;
	readonly value: number;
}
export interface GlobNode {
	readonly kind: "glob";
	/** Literal parts around each `*`: at least two, any may be empty. */
	readonly parts: readonly string[];
}
export interface RegexpNode {
	readonly kind: "regexp";
	readonly source: string;
	readonly ignoreCase: boolean;
}
export type ComparisonOperator = "<" | "<=" | ">" | ">=";
export interface ComparisonNode {
	readonly kind: "comparison";
	readonly operator: ComparisonOperator;
	readonly value: number;
}
