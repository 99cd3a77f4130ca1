import { inspect } from "node:util";
import { isPlainObject } from "@xo/std";
import { sanitizeInspected, sanitizeJson, sanitizeText } from "./sanitize.ts";
import { colour, plain } from "./style.ts";
import { type Row, renderRecord, renderTable } from "./table.ts";

export const formats = ["table", "json", "yaml", "ndjson"] as const;
export type Format = (typeof formats)[number];

/** What a command gives back for the shell to print. `plainly` is how it looks
 *  where no format was asked for and no person is looking: what scripts rely
 *  on. */
export type Outcome =
	| { readonly kind: "none" }
	| { readonly kind: "text"; readonly text: string }
	| {
			readonly kind: "value";
			readonly value: unknown;
			readonly plainly: "inspect" | "json";
			/** Format asked for behind the command. */
			readonly format?: Format | undefined;
			readonly columns?: readonly string[] | undefined;
			readonly exitCode?: number | undefined;
	  };

/** Where output goes. */
export interface Screen {
	readonly isTerminal: boolean;
	readonly hasColours: boolean;
	readonly width: number | undefined;
}

type ValueOutcome = Extract<Outcome, { kind: "value" }>;

/** Pieces of the output, in order; large lists come item by item. */
export async function* formatValue(
	{ value, plainly, columns, format: own }: ValueOutcome,
	screen: Screen,
	asked: Format | undefined,
): AsyncGenerator<string> {
	const format = own ?? asked;
	const clean = screen.isTerminal ? sanitizeText : (text: string) => text;
	const asTable =
		format === "table" ||
		(format === undefined && screen.isTerminal && isRows(value));
	if (asTable) yield table(value, screen, columns);
	else if (format === undefined && screen.isTerminal && isLines(value)) {
		yield value.map((line) => `${sanitizeText(line)}\n`).join("");
	} else if (format === "yaml") {
		const { toYaml } = await import("./yaml.ts");
		yield toYaml(value);
	} else if (format === "ndjson") {
		for (const item of Array.isArray(value) ? value : [value]) {
			yield `${toJson(item)}\n`;
		}
	} else if (format === "json" || (plainly === "json" && !isText(value))) {
		yield* jsonPieces(value);
	} else if (typeof value === "string") {
		yield `${clean(value)}\n`;
	} else {
		yield `${inspectAll(value, screen.hasColours)}\n`;
	}
}

function isText(value: unknown): boolean {
	return typeof value === "string";
}

function isLines(value: unknown): value is string[] {
	return (
		Array.isArray(value) &&
		value.length > 0 &&
		value.every((item) => typeof item === "string")
	);
}

function isRows(value: unknown): value is Row[] {
	return Array.isArray(value) && value.length > 0 && value.every(isPlainObject);
}

function table(
	value: unknown,
	screen: Screen,
	columns: readonly string[] | undefined,
): string {
	const options = {
		width: screen.width,
		paint: screen.hasColours ? colour : plain,
		columns,
	};
	if (isPlainObject(value)) return `${renderRecord(value, options)}\n`;
	if (!Array.isArray(value)) return `${sanitizeText(String(value))}\n`;
	if (value.length === 0) return "";
	const rows = value.map((item) =>
		isPlainObject(item) ? item : { value: item },
	);
	return `${renderTable(rows, options)}\n`;
}

function* jsonPieces(value: unknown): Generator<string> {
	if (!Array.isArray(value) || value.length === 0) {
		yield `${toJson(value, 2)}\n`;
		return;
	}
	yield "[\n";
	for (const [index, item] of value.entries()) {
		const text = toJson(item, 2).replaceAll("\n", "\n  ");
		yield `  ${text}${index === value.length - 1 ? "" : ","}\n`;
	}
	yield "]\n";
}

/** JSON without any raw control character. */
export function toJson(value: unknown, indent?: number): string {
	// `undefined` has no JSON.
	return sanitizeJson(JSON.stringify(value ?? null, null, indent));
}

/** Node's notation with nothing left out; it escapes control characters. */
function inspectAll(value: unknown, colors = false): string {
	return sanitizeInspected(
		inspect(value, {
			colors,
			depth: null,
			maxArrayLength: null,
			maxStringLength: null,
		}),
	);
}
