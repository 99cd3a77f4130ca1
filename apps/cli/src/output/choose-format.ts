import { CliError } from "../errors.ts";
import { didYouMean } from "../suggest.ts";
import { type Format, formats } from "./format.ts";

/** @throws CliError `bad-argument`. */
export function parseFormat(text: string): Format {
	const format = formats.find((each) => each === text);
	if (format !== undefined) return format;
	throw new CliError(
		"bad-argument",
		text === "" ? "--output needs a format" : `no such output format: ${text}`,
		{
			hint: didYouMean(text, formats) ?? `one of ${formats.join(", ")}`,
		},
	);
}

/** Takes `--json`, `--output=FORMAT`, `--output FORMAT` and `-o FORMAT` out of
 *  free arguments, wherever they stand; the last one counts. */
export function takeFormat(args: readonly string[]): {
	readonly format: Format | undefined;
	readonly rest: readonly string[];
} {
	let format: Format | undefined;
	const rest: string[] = [];
	for (let at = 0; at < args.length; at++) {
		const argument = args[at] ?? "";
		if (argument === "--json") format = "json";
		else if (argument.startsWith("--output=")) {
			format = parseFormat(argument.slice("--output=".length));
		} else if (argument === "--output" || argument === "-o") {
			at++;
			format = parseFormat(args[at] ?? "");
		} else rest.push(argument);
	}
	return { format, rest };
}
