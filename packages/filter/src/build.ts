import { isNumber, isRaw } from "./characters.ts";
import type { ComparisonOperator, FilterNode } from "./node.ts";

/** Builds searches by program, so that names with any characters are safe:
 *  `printFilter(build.property("name_label", build.string(name)))`. */
export const build = {
	/** All of them; none at all matches everything. */
	and(children: readonly FilterNode[]): FilterNode {
		const [only] = children;
		return children.length === 1 && only !== undefined
			? only
			: { kind: "and", children };
	},
	/** Any of them; none at all matches nothing. */
	or(children: readonly FilterNode[]): FilterNode {
		const [only] = children;
		return children.length === 1 && only !== undefined
			? only
			: { kind: "or", children };
	},
	not(child: FilterNode): FilterNode {
		return { kind: "not", child };
	},
	/** `child` applied to a property, or down a path of them. */
	property(name: string | readonly string[], child: FilterNode): FilterNode {
		const path = typeof name === "string" ? [name] : name;
		return path.reduceRight<FilterNode>(
			(inner, step) => ({ kind: "property", name: step, child: inner }),
			child,
		);
	},
	truthy(name: string): FilterNode {
		return { kind: "truthy", name };
	},
	/** Case-insensitive substring; `*` has no special meaning here. */
	string(text: string): FilterNode {
		return { kind: "string", text };
	},
	/** @throws RangeError when it is not a finite decimal number */
	number(number: number | string): FilterNode {
		const text = String(number);
		if (!isNumber(text) || !Number.isFinite(Number(text))) {
			throw new RangeError(`not a finite decimal number: ${text}`);
		}
		return { kind: "number", text, value: Number(text) };
	},
	/** `*` stands for anything. Becomes a regular expression where the text
	 *  between has characters that wildcards cannot be written with. */
	glob(pattern: string): FilterNode {
		const parts = pattern.split("*");
		if (parts.length === 1) return build.string(pattern);
		return parts.every((part) => part === "" || isRaw(part))
			? { kind: "glob", parts }
			: build.regexp(`(?s)${parts.map(escapeRegexp).join(".*")}`, true);
	},
	/** @throws RangeError when the number is not finite */
	compare(operator: ComparisonOperator, value: number): FilterNode {
		if (!Number.isFinite(value)) {
			throw new RangeError(`a comparison needs a finite number: ${value}`);
		}
		// Adding 0 turns -0, which no text can say, into 0.
		return { kind: "comparison", operator, value: value + 0 };
	},
	/** Not checked here: `compileFilter` refuses what the engine refuses. */
	regexp(source: string, ignoreCase = false): FilterNode {
		return {
			kind: "regexp",
			source: source.replace(/\\(.)/gsu, (pair, next) =>
				next === "/" ? "/" : pair,
			),
			ignoreCase,
		};
	},
};

function escapeRegexp(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
