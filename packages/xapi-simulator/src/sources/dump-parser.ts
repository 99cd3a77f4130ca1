import { messageOf } from "@xo/std";
import { SaxesParser } from "saxes";
import { DumpError } from "./dump-error.ts";

/** A row as the file has it: column names to undecoded texts. */
export type DumpRow = Readonly<Record<string, string>>;

/** A dump before its values are decoded. */
export interface DumpTables {
	/** Keys as in the file, `schema_major_vsn`; empty in hand-made files. */
	readonly manifest: ReadonlyMap<string, string>;
	/** By table name, in the order of the file. */
	readonly tables: ReadonlyMap<string, readonly DumpRow[]>;
}

/** Reads a dump piece by piece: `write` the text, then `end`. */
export class DumpParser {
	readonly #manifest = new Map<string, string>();
	readonly #tables = new Map<string, DumpRow[]>();
	readonly #parser = new SaxesParser();
	#open: string[] = [];
	#rows: DumpRow[] | undefined;

	constructor() {
		this.#parser.on("error", (error) => {
			throw new DumpError(
				this.#open.length === 0
					? `not XML: ${error.message}`
					: `broken XML: ${error.message}`,
			);
		});
		this.#parser.on("opentag", ({ name, attributes }) =>
			this.#onOpen(name, attributes),
		);
		this.#parser.on("closetag", () => this.#open.pop());
	}

	/** @throws DumpError */
	write(text: string): void {
		this.#guard(() => this.#parser.write(text));
	}

	/** @throws DumpError when the document is incomplete */
	end(): DumpTables {
		const inner = this.#open.at(-1);
		if (inner !== undefined) {
			throw new DumpError(
				`truncated: the file ends inside <${inner}>${this.#place()}`,
			);
		}
		this.#guard(() => this.#parser.close());
		return { manifest: this.#manifest, tables: this.#tables };
	}

	#guard(step: () => void): void {
		try {
			step();
		} catch (error) {
			if (error instanceof DumpError) throw error;
			throw new DumpError(`not XML: ${messageOf(error)}`, { cause: error });
		}
	}

	#onOpen(name: string, attributes: DumpRow): void {
		const path = [...this.#open, name].join("/");
		this.#open.push(name);
		switch (path) {
			case "database":
			case "database/manifest":
				return;
			case "database/manifest/pair":
				this.#manifest.set(attributes.key ?? "", attributes.value ?? "");
				return;
			case "database/table":
				this.#rows = this.#tableRows(attributes.name);
				return;
			case "database/table/row":
				this.#rows?.push(attributes);
				return;
			default:
				throw new DumpError(this.#unexpected(path));
		}
	}

	#tableRows(name: string | undefined): DumpRow[] {
		if (name === undefined) {
			throw new DumpError(`a <table> has no name${this.#place()}`);
		}
		const rows = this.#tables.get(name) ?? [];
		this.#tables.set(name, rows);
		return rows;
	}

	#unexpected(path: string): string {
		return path.includes("/")
			? `unexpected element <${path}>${this.#place()}`
			: `not a XAPI database dump: its root element is <${path}>, not <database>`;
	}

	#place(): string {
		return ` (line ${this.#parser.line}, column ${this.#parser.column})`;
	}
}

/** Parses a whole dump in memory.
 *  @throws DumpError */
export function parseDump(text: string): DumpTables {
	const parser = new DumpParser();
	parser.write(text);
	return parser.end();
}
