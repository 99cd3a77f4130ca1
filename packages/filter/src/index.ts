export { build } from "./build.ts";
export { compileFilter, type Predicate } from "./compile.ts";
export {
	FilterError,
	type FilterProblem,
	type FilterProblemCode,
} from "./errors.ts";
export { filterLimits } from "./limits.ts";
export { narrows } from "./narrows.ts";
export type { ComparisonOperator, FilterNode } from "./node.ts";
export { parseFilter } from "./parse.ts";
export { compilePattern, matchPattern, PatternError } from "./pattern.ts";
export { type PropertyConstraint, planFilter } from "./plan.ts";
export { printFilter } from "./print.ts";
