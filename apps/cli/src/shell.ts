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
		const request = parseCommandLine(modern.argv, (text) => stdout.write(text));
		if (request === undefined) return 0;
		const screen: Screen = {
			isTerminal: stdout.isTTY === true,
			hasColours: wantsColour(stdout, env),
			width: stdout.isTTY ? stdout.columns : undefined,
		};
		const { connection, format } = request;
		const context = new Context({ process, connection, screen, format });
		return await print(await request.run(context), { stdout, screen, format });
	} catch (error) {
		stderr.write(describeError(await toCliError(error), paint));
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

function describeError(
	{ message, details, hint }: CliError,
	paint: Paint,
): string {
	const lines = [
		`${paint("red", "✖")} ${sanitizeText(message)}`,
		...details.map((line) => `  ${sanitizeText(line)}`),
	];
	if (hint !== undefined) {
		lines.push(`${paint("cyan", "hint:")} ${sanitizeText(hint)}`);
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
