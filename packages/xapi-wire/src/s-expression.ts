import { MAX_DEPTH, WireError } from "./wire-error.ts";

/** An atom, or a list. */
export type SExpression = string | readonly SExpression[];

/** Reads one s-expression as XAPI's database writes them: `('a' 'b')`,
 *  `(('k' 'v'))`; double quotes and bare atoms are understood too.
 *  @throws WireError `MALFORMED`, `TOO_DEEP` */
export function parseSExpression(text: string): SExpression {
	const reader = new Reader(text);
	const value = reader.read(0);
	reader.expectEnd();
	return value;
}

/** The text of an s-expression, with single quotes. */
export function printSExpression(value: SExpression): string {
	return typeof value === "string"
		? `'${value.replace(/[\\']/g, "\\$&")}'`
		: `(${value.map(printSExpression).join(" ")})`;
}

const BARE_ATOM = /[^\s()'"]+/y;
const SPACE = /\s*/y;

class Reader {
	readonly #text: string;
	#position = 0;

	constructor(text: string) {
		this.#text = text;
	}

	read(depth: number): SExpression {
		if (depth > MAX_DEPTH) {
			throw new WireError("TOO_DEEP", "s-expression nests too deep");
		}
		this.#skipSpace();
		const start = this.#text[this.#position];
		if (start === "(") return this.#readList(depth);
		if (start === "'" || start === '"') return this.#readQuoted(start);
		BARE_ATOM.lastIndex = this.#position;
		const [atom] = BARE_ATOM.exec(this.#text) ?? [];
		if (atom === undefined) throw this.#malformed("an atom or a list expected");
		this.#position += atom.length;
		return atom;
	}

	expectEnd(): void {
		this.#skipSpace();
		if (this.#position < this.#text.length) {
			throw this.#malformed("text after the end");
		}
	}

	#readList(depth: number): SExpression {
		this.#position++;
		const items: SExpression[] = [];
		for (;;) {
			this.#skipSpace();
			if (this.#text[this.#position] === ")") {
				this.#position++;
				return items;
			}
			items.push(this.read(depth + 1));
		}
	}

	#readQuoted(quote: string): string {
		let value = "";
		let from = ++this.#position;
		for (;;) {
			const character = this.#text[this.#position];
			if (character === undefined) throw this.#malformed("quote not closed");
			if (character === quote) break;
			if (character === "\\") {
				value += this.#text.slice(from, this.#position);
				from = ++this.#position;
			}
			this.#position++;
		}
		return value + this.#text.slice(from, this.#position++);
	}

	#skipSpace(): void {
		SPACE.lastIndex = this.#position;
		SPACE.exec(this.#text);
		this.#position = SPACE.lastIndex;
	}

	#malformed(reason: string): WireError {
		return new WireError(
			"MALFORMED",
			`s-expression, column ${this.#position + 1}: ${reason}`,
		);
	}
}
