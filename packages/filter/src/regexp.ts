import { RE2JS, RE2JSSyntaxException } from "re2js";
import type { FilterProblem } from "./errors.ts";
import { filterLimits } from "./limits.ts";
import type { RegexpNode } from "./node.ts";

/** Why a regular expression is refused; `offset` counts within its source. */
export interface RegexpProblem {
	readonly problem: FilterProblem;
	readonly offset: number;
}

/** Compiles on an engine whose time is linear in the text, since one
 *  `(a+)+$` on a backtracking engine would stop the whole process. */
export function compileRegexp({
	source,
	ignoreCase,
}: RegexpNode): { readonly test: (text: string) => boolean } | RegexpProblem {
	if (source.length > filterLimits.regexpLength) {
		return {
			problem: {
				code: "regexpTooLong",
				values: { most: filterLimits.regexpLength, length: source.length },
			},
			offset: 0,
		};
	}
	let compiled: RE2JS;
	try {
		compiled = RE2JS.compile(source, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
	} catch (error) {
		return explain(error, source);
	}
	if (compiled.programSize() > filterLimits.regexpProgram) {
		return {
			problem: { code: "regexpRepeats" },
			offset: 0,
		};
	}
	return {
		test: (text) => compiled.test(text.slice(0, filterLimits.regexpInput)),
	};
}

function explain(error: unknown, source: string): RegexpProblem {
	if (!(error instanceof RE2JSSyntaxException)) {
		return { problem: unsupported(""), offset: 0 };
	}
	const fragment = error.getPattern() ?? "";
	const found = fragment === "" ? -1 : source.indexOf(fragment);
	const quoted = found === -1 ? "" : `: ${fragment}`;
	return {
		problem: unsupported(`, ${error.getDescription()}${quoted}`),
		offset: Math.max(0, found),
	};
}

function unsupported(detail: string): FilterProblem {
	return { code: "regexpUnsupported", values: { detail } };
}
