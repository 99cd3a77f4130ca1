import { build } from "./build.ts";
import { matchAt, NUMBER, RAW_OR_GLOB, TERM_END } from "./characters.ts";
import { FilterError, type FilterProblem } from "./errors.ts";
import { filterLimits } from "./limits.ts";
import type { ComparisonOperator, FilterNode } from "./node.ts";
import { compileRegexp } from "./regexp.ts";

const SPACE = /\s*/y;
const OPERATOR = /[<>]=?/y;
const REGEXP_FLAGS = /\p{L}*/uy;

/** Parses the search language of Xen Orchestra. An empty text matches all.
 *  @throws FilterError with the column, for any text that is not valid */
export function parseFilter(text: string): FilterNode {
	if (text.length > filterLimits.textLength) {
		throw new FilterError(
			{
				code: "textTooLong",
				values: { most: filterLimits.textLength, length: text.length },
			},
			text,
			filterLimits.textLength + 1,
		);
	}
	return new Parser(text).parse();
}

class Parser {
	readonly #text: string;
	#position = 0;
	#depth = 0;
	#regexps = 0;

	constructor(text: string) {
		this.#text = text;
	}

	parse(): FilterNode {
		const terms = this.#terms();
		if (this.#position < this.#text.length) {
			throw this.#error({ code: "closesNothing" });
		}
		return build.and(terms);
	}

	#terms(): FilterNode[] {
		const terms: FilterNode[] = [];
		for (;;) {
			this.#read(SPACE);
			const next = this.#text[this.#position];
			if (next === undefined || next === ")") return terms;
			terms.push(this.#term());
		}
	}

	#term(): FilterNode {
		this.#read(SPACE);
		if (++this.#depth > filterLimits.depth) {
			throw this.#error({
				code: "tooDeep",
				values: { most: filterLimits.depth },
			});
		}
		const node = this.#innerTerm();
		this.#depth--;
		return node;
	}

	#innerTerm(): FilterNode {
		switch (this.#text[this.#position]) {
			case undefined:
				throw this.#error({ code: "missingTerm" });
			case ")":
				throw this.#error({ code: "missingTermInGroup" });
			case "!":
				this.#position++;
				return build.not(this.#term());
			case "(":
				return build.and(this.#group());
			case "|":
				return this.#or();
			case "/":
				return this.#regexp();
			case "<":
			case ">":
				return this.#comparison();
			case '"':
				return this.#afterName(this.#quoted());
			default:
				return this.#word();
		}
	}

	#or(): FilterNode {
		this.#position++;
		this.#read(SPACE);
		if (this.#text[this.#position] !== "(") {
			throw this.#error({ code: "orNeedsGroup" });
		}
		return build.or(this.#group());
	}

	#group(): FilterNode[] {
		const start = this.#position++;
		const terms = this.#terms();
		if (this.#text[this.#position] !== ")") {
			throw this.#error({ code: "groupOpen" }, start);
		}
		this.#position++;
		return terms;
	}

	#comparison(): FilterNode {
		const operator = this.#read(OPERATOR) as ComparisonOperator;
		this.#read(SPACE);
		const start = this.#position;
		const value = Number(this.#read(NUMBER) ?? Number.NaN);
		if (!Number.isFinite(value)) {
			throw this.#error({ code: "missingNumber", values: { operator } }, start);
		}
		this.#endTerm();
		return build.compare(operator, value);
	}

	/** A number, a name before `:` or `?`, a wildcard, or a plain word. */
	#word(): FilterNode {
		const start = this.#position;
		const number = this.#read(NUMBER);
		if (number !== undefined && this.#atTermEnd()) {
			if (Number.isFinite(Number(number))) return build.number(number);
			throw this.#error({ code: "numberTooLarge" }, start);
		}
		this.#position = start;
		const word = this.#read(RAW_OR_GLOB);
		if (word === undefined) {
			throw this.#error({
				code: "unexpected",
				values: { text: characterAt(this.#text, start) },
			});
		}
		if (!word.includes("*")) return this.#afterName(word);
		if (":?".includes(this.#text[this.#position] ?? " ")) {
			throw this.#error({ code: "nameWithStar" }, start);
		}
		this.#endTerm();
		return build.glob(word);
	}

	/** What a word or quoted text is depends on the character after it. */
	#afterName(name: string): FilterNode {
		switch (this.#text[this.#position]) {
			case ":":
				this.#position++;
				return build.property(name, this.#term());
			case "?":
				this.#position++;
				this.#endTerm();
				return build.truthy(name);
			default:
				this.#endTerm();
				return build.string(name);
		}
	}

	#quoted(): string {
		const start = this.#position++;
		let value = "";
		for (;;) {
			const character = this.#text[this.#position++];
			if (character === '"') return value;
			const literal =
				character === "\\" ? this.#text[this.#position++] : character;
			if (literal === undefined) {
				throw this.#error({ code: "quotesOpen" }, start);
			}
			value += literal;
		}
	}

	#regexp(): FilterNode {
		const start = this.#position++;
		if (++this.#regexps > filterLimits.regexps) {
			throw this.#error(
				{ code: "tooManyRegexps", values: { most: filterLimits.regexps } },
				start,
			);
		}
		const raw = this.#regexpSource(start);
		const flagsAt = this.#position;
		const flags = this.#read(REGEXP_FLAGS) ?? "";
		if (flags !== "" && flags !== "i") {
			throw this.#error({ code: "regexpFlags", values: { flags } }, flagsAt);
		}
		this.#endTerm();
		const node = build.regexp(raw, flags === "i");
		const compiled = node.kind === "regexp" ? compileRegexp(node) : undefined;
		if (compiled !== undefined && "problem" in compiled) {
			throw this.#error(compiled.problem, start + 1 + compiled.offset);
		}
		return node;
	}

	/** Up to the next slash that no backslash precedes. */
	#regexpSource(start: number): string {
		for (;;) {
			const character = this.#text[this.#position];
			if (character === undefined) {
				throw this.#error({ code: "regexpOpen" }, start);
			}
			if (character === "/") break;
			this.#position += character === "\\" ? 2 : 1;
		}
		return this.#text.slice(start + 1, this.#position++);
	}

	#atTermEnd(): boolean {
		return matchAt(TERM_END, this.#text, this.#position) !== undefined;
	}

	#endTerm(): void {
		if (this.#atTermEnd()) return;
		throw this.#error({
			code: "unexpectedAfter",
			values: { text: characterAt(this.#text, this.#position) },
		});
	}

	#read(pattern: RegExp): string | undefined {
		const found = matchAt(pattern, this.#text, this.#position);
		this.#position += found?.length ?? 0;
		return found;
	}

	#error(problem: FilterProblem, position = this.#position): FilterError {
		return new FilterError(problem, this.#text, position + 1);
	}
}

function characterAt(text: string, position: number): string {
	return String.fromCodePoint(text.codePointAt(position) ?? 0);
}
