import { CliError } from "../errors.ts";
import { didYouMean } from "../suggest.ts";
import { type Format, formats } from "./format.ts";

/** @throws CliError `bad-argument`. */
export function parseFormat(text: string): Format {
	const format = formats.find((each) => each === text);
	if (format !== undefined) return format;
	throw new CliError("bad-argument", `no such output format: ${text}`, {
		hint: didYouMean(text, formats) ?? `one of ${formats.join(", ")}`,
	});
}

/** Takes a leading `--json` or `--output=FORMAT` out of free arguments. */
export function takeFormat(args: readonly string[]): {
	readonly format: Format | undefined;
	readonly rest: readonly string[];
} {
	const [first = "", ...rest] = args;
	if (first === "--json") return { format: "json", rest };
	if (first.startsWith("--output=")) {
		return { format: parseFormat(first.slice("--output=".length)), rest };
	}
	return { format: undefined, rest: args };
}
