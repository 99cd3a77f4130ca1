import { type DbRecord, type FieldValue, XapiFailure } from "./types.ts";

type Predicate = (record: DbRecord) => boolean;
type Term = (record: DbRecord) => string;

const TOKEN = /\s*(?:([()=])|"((?:[^"\\]|\\.)*)"|([A-Za-z]+))/y;
const MAX_LENGTH = 10_000;

/** Compiles the expression of `get_all_records_where`. Fields are named as in
 *  the database (`name__label`) and compared as strings.
 *  @throws XapiFailure `INVALID_VALUE` */
export function compileFilter(
	expression: string,
	fieldOfColumn: ReadonlyMap<string, string>,
): Predicate {
	const fail = (reason: string) =>
		new XapiFailure("INVALID_VALUE", [expression, reason]);
	if (expression.length > MAX_LENGTH) throw fail("too long");
	const tokens = tokenize(expression, fail);
	const parser = new FilterParser(tokens, fieldOfColumn, fail);
	return parser.parse();
}

interface Token {
	readonly kind: "symbol" | "string" | "word" | "end";
	readonly text: string;
}

function tokenize(
	expression: string,
	fail: (reason: string) => Error,
): Token[] {
	const tokens: Token[] = [];
	TOKEN.lastIndex = 0;
	while (expression.slice(TOKEN.lastIndex).trim() !== "") {
		const at = TOKEN.lastIndex;
		const match = TOKEN.exec(expression);
		if (match === null) throw fail(`unexpected text at ${at}`);
		const [, symbol, string, word] = match;
		if (symbol !== undefined) tokens.push({ kind: "symbol", text: symbol });
		else if (string !== undefined) {
			tokens.push({ kind: "string", text: string.replace(/\\(.)/g, "$1") });
		} else tokens.push({ kind: "word", text: word ?? "" });
	}
	return tokens;
}

const END: Token = { kind: "end", text: "" };
const MAX_NESTING = 100;

class FilterParser {
	readonly #tokens: readonly Token[];
	readonly #fieldOfColumn: ReadonlyMap<string, string>;
	readonly #fail: (reason: string) => Error;
	#position = 0;
	#nesting = 0;

	constructor(
		tokens: readonly Token[],
		fieldOfColumn: ReadonlyMap<string, string>,
		fail: (reason: string) => Error,
	) {
		this.#tokens = tokens;
		this.#fieldOfColumn = fieldOfColumn;
		this.#fail = fail;
	}

	parse(): Predicate {
		const predicate = this.#parseExpression();
		if (this.#peek() !== END) throw this.#fail("text after the end");
		return predicate;
	}

	/** `and` and `or` have the same precedence, from left to right. */
	#parseExpression(): Predicate {
		let left = this.#parseOperand();
		for (;;) {
			const { kind, text } = this.#peek();
			if (kind !== "word" || (text !== "and" && text !== "or")) return left;
			this.#position++;
			const [first, second] = [left, this.#parseOperand()];
			left =
				text === "and"
					? (record) => first(record) && second(record)
					: (record) => first(record) || second(record);
		}
	}

	#parseOperand(): Predicate {
		if (++this.#nesting > MAX_NESTING) throw this.#fail("nests too deep");
		try {
			return this.#parseNested();
		} finally {
			this.#nesting--;
		}
	}

	#parseNested(): Predicate {
		const { kind, text } = this.#peek();
		if (kind === "symbol" && text === "(") {
			this.#position++;
			const inner = this.#parseExpression();
			this.#expect(")");
			return inner;
		}
		if (kind === "word" && text === "not") {
			this.#position++;
			const inner = this.#parseOperand();
			return (record) => !inner(record);
		}
		if (kind === "word" && (text === "true" || text === "false")) {
			this.#position++;
			return () => text === "true";
		}
		const left = this.#parseTerm();
		this.#expect("=");
		const right = this.#parseTerm();
		return (record) => left(record) === right(record);
	}

	#parseTerm(): Term {
		const { kind, text } = this.#next();
		if (kind === "string") return () => text;
		const name = this.#next();
		if (kind !== "word" || text !== "field" || name.kind !== "string") {
			throw this.#fail('"literal" or field "name" expected');
		}
		const field = this.#fieldOfColumn.get(name.text);
		if (field === undefined) throw this.#fail(`no field ${name.text}`);
		return (record) => textOf(record[field]);
	}

	#expect(symbol: string): void {
		const { kind, text } = this.#next();
		if (kind !== "symbol" || text !== symbol) {
			throw this.#fail(`${symbol} expected`);
		}
	}

	#peek(): Token {
		return this.#tokens[this.#position] ?? END;
	}

	#next(): Token {
		const token = this.#peek();
		this.#position++;
		return token;
	}
}

function textOf(value: FieldValue | undefined): string {
	return typeof value === "object" ? JSON.stringify(value) : String(value);
}
