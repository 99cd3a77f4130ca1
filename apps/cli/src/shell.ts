import { once } from "node:events";
import { messageOf } from "@xo/std";
import { CommanderError } from "commander";
import { Context } from "./context.ts";
import { CliError } from "./errors.ts";
import { modernize } from "./legacy.ts";
import {
	type Format,
	formatValue,
	type Outcome,
	type Screen,
} from "./output/format.ts";
import { sanitizeText } from "./output/sanitize.ts";
import { colour, type Paint, plain, wantsColour } from "./output/style.ts";
import { wrapText } from "./output/wrap.ts";
import { commandNames, parseCommandLine } from "./program.ts";
import { didYouMean } from "./suggest.ts";

/** Runs a command line and gives the exit code. */
export async function runShell(
	argv: readonly string[],
	process: NodeJS.Process,
): Promise<number> {
	const { stdout, stderr, env } = process;
	const paint = wantsColour(stderr, env) ? colour : plain;
	try {
		const modern = modernize(argv);
		if (modern.warning !== undefined) {
			stderr.write(`${paint("yellow", "⚠")} ${modern.warning}\n`);
		}
		const request = parseCommandLine(
			modern.argv,
			(text) => stdout.write(text),
			(text) => stderr.write(text),
		);
		if (request === undefined) return 0;
		const screen: Screen = {
			isTerminal: stdout.isTTY === true,
			hasColours: wantsColour(stdout, env),
			width: widthOf(stdout),
		};
		const { connection, format } = request;
		const context = new Context({ process, connection, screen, format });
		return await print(await request.run(context), { stdout, screen, format });
	} catch (error) {
		// The help, already printed, of a command that needs another word.
		if (isHelp(error)) return 1;
		const width = widthOf(stderr);
		stderr.write(describeError(await toCliError(error), { paint, width }));
		return 1;
	}
}

async function print(
	outcome: Outcome,
	{
		stdout,
		screen,
		format,
	}: {
		readonly stdout: NodeJS.WriteStream;
		readonly screen: Screen;
		readonly format: Format | undefined;
	},
): Promise<number> {
	if (outcome.kind === "text") {
		stdout.write(
			outcome.text.endsWith("\n") ? outcome.text : `${outcome.text}\n`,
		);
		return 0;
	}
	if (outcome.kind === "none") return 0;
	for await (const piece of formatValue(outcome, screen, format)) {
		if (!stdout.write(piece)) await once(stdout, "drain");
	}
	return (outcome.exitCode ?? 0) & 0xff;
}

/** Columns of a terminal; those that do not know answer 0. */
function widthOf(stream: NodeJS.WriteStream): number | undefined {
	return stream.isTTY && stream.columns > 0 ? stream.columns : undefined;
}

function isHelp(error: unknown): boolean {
	return error instanceof CommanderError && error.code === "commander.help";
}

function describeError(
	{ message, details, hint }: CliError,
	{
		paint,
		width,
	}: { readonly paint: Paint; readonly width?: number | undefined },
): string {
	const wrap = (text: string, indent: number) =>
		wrapText(sanitizeText(text), { width, indent });
	const lines = [
		`${paint("red", "✖")} ${wrap(message, 2)}`,
		...details.map((line) => `  ${wrap(line, 2)}`),
	];
	if (hint !== undefined) {
		const [first = "", ...others] = hint.split("\n");
		lines.push(
			`${paint("cyan", "hint:")} ${wrap(first, 6)}`,
			...others.map((line) => `      ${wrap(line, 6)}`),
		);
	}
	return `${lines.join("\n")}\n`;
}

async function toCliError(error: unknown): Promise<CliError> {
	if (error instanceof CliError) return error;
	if (error instanceof CommanderError) return explainUsage(error);
	// Late: a start without a call does not need it.
	const { XoConnectionError, XoError } = await import("@xo/client");
	if (error instanceof XoError || error instanceof XoConnectionError) {
		return new CliError(String(error.code), error.message, { cause: error });
	}
	// Ours to repair: the stack helps whoever reports it.
	const details =
		error instanceof Error && error.stack !== undefined
			? error.stack.split("\n").slice(1)
			: [];
	return new CliError("internal", messageOf(error), { details });
}

function explainUsage(error: CommanderError): CliError {
	const message = error.message.replace(/^error: /, "");
	const unknown = /^unknown (?:option|command) '(-*)([^']*)'/.exec(message);
	const name = unknown?.[2] ?? "";
	return new CliError(error.code, message, {
		hint:
			(unknown?.[1] === "--" ? didYouMean(name, commandNames()) : undefined) ??
			"see `xo-cli help`",
	});
}
