import { Command, CommanderError, Option } from "commander";
import type { RegisterOptions } from "./commands/register.ts";
import type { RestInput } from "./commands/rest.ts";
import type { Context } from "./context.ts";
import { CliError } from "./errors.ts";
import { type Format, formats, type Outcome } from "./output/format.ts";
import { didYouMean } from "./suggest.ts";
import type { ConnectionOptions } from "./target.ts";
import { version } from "./version.ts";

/** What a command line asks for. */
export interface Request {
	readonly connection: ConnectionOptions;
	readonly format: Format | undefined;
	run(context: Context): Promise<Outcome>;
}

type Job = Request["run"];

interface GlobalOptions {
	readonly url?: string;
	readonly allowUnauthorized?: boolean;
	readonly output?: Format;
}

const VALUES = `
Values:
  name=text            text, also when it looks like a number
  name=true            boolean, as is false
  name=json:[1,"a"]    anything else, for example json:42
  @=file               file to send or to receive, - for standard input or output

Output: tables on a terminal; elsewhere JSON for list-objects and the notation
of Node.js for the rest, unless --json or --output=FORMAT stands among the
arguments.

Examples:
  xo-cli register https://xo.example.org admin@example.org
  xo-cli list-commands 'vm.*'
  xo-cli list-objects type=VM power_state=Running
  xo-cli vm.start id=cef5f68c-61ae-3831-d2e6-1590d4934acf
  xo-cli rest get vms fields=name_label,power_state filter=power_state:Running`;

/** Reads a command line; help and version give `undefined` after printing.
 *  @throws CommanderError what is wrong with it. */
export function parseCommandLine(
	argv: readonly string[],
	print: (text: string) => void,
	printError: (text: string) => void,
): Request | undefined {
	let job: Job | undefined;
	const program = createProgram((chosen) => {
		job = chosen;
	});
	for (const command of withDescendants(program)) {
		command.exitOverride().configureOutput({
			writeOut: print,
			writeErr: printError,
			outputError: () => {},
		});
	}
	try {
		program.parse(argv, { from: "user" });
	} catch (error) {
		if (error instanceof CommanderError && error.exitCode === 0) {
			return undefined;
		}
		throw error;
	}
	const { url, allowUnauthorized, output } = program.opts<GlobalOptions>();
	if (job === undefined) return undefined;
	return { connection: { url, allowUnauthorized }, format: output, run: job };
}

/** Names of the commands, for suggestions. */
export function commandNames(): string[] {
	return namesOf(createProgram(() => {}));
}

function namesOf(program: Command): string[] {
	return program.commands
		.map((command) => command.name())
		.filter((name) => !name.startsWith("_"));
}

function withDescendants(command: Command): Command[] {
	return [command, ...command.commands.flatMap(withDescendants)];
}

type Choose = (job: Job) => void;

function createProgram(choose: Choose): Command {
	const program = new Command("xo-cli")
		.description("Command line of Xen Orchestra.")
		.usage("[options] <command or API method> [arguments]")
		.version(version, "-v, --version")
		.addOption(unauthorizedOption())
		.option("-u, --url <url>", "server to use, as https://<token>@host/")
		.addOption(formatOption("-o, --output <format>"))
		.helpCommand(true)
		.enablePositionalOptions()
		.passThroughOptions()
		.argument("[method]", "API method to call, see list-commands")
		.argument(
			"[params...]",
			"its parameters: [--json] [name=value]... [@=file]",
		)
		.action((method: string | undefined, params: string[]) => {
			if (method === undefined) program.outputHelp();
			else choose(toCall(program, method, params));
		})
		.addHelpText("after", VALUES);
	addRegistration(program, choose);
	addListings(program, choose);
	addRest(program, choose);
	addCompletion(program, choose);
	return program;
}

/** Methods have a dot in their name; without it, a command was most likely
 *  meant. */
function toCall(
	program: Command,
	method: string,
	params: readonly string[],
): Job {
	const hint = method.includes(".")
		? undefined
		: didYouMean(method, namesOf(program));
	if (hint !== undefined) {
		throw new CliError("no-such-command", `no command ${method}`, { hint });
	}
	return async (context) => {
		if (params[0] === "--help" || params[0] === "-h") {
			const { describeMethod } = await import("./commands/describe-method.ts");
			return describeMethod(context, method);
		}
		const { callMethod } = await import("./commands/call.ts");
		return callMethod(context, method, params);
	};
}

function addRegistration(program: Command, choose: Choose): void {
	const signIn = (name: string, description: string) =>
		program
			.command(name)
			.description(description)
			.addOption(unauthorizedOption())
			.option("--expiresIn <duration>", 'lifetime of the token, as "1 month"')
			.option("--otp <code>", "code of the second factor")
			.argument("<url>", "address of the server")
			.argument("[user]", "user name")
			.argument("[password]", "asked for when absent");
	const read = (command: Command) => {
		const options = command.opts<Omit<RegisterOptions, "url">>();
		const [url = "", user, password] = command.args;
		return {
			...options,
			url,
			user,
			password,
			allowUnauthorized: isUnauthorized(program, options),
		};
	};
	const registration = signIn(
		"register",
		"sign in and keep a token for the next commands",
	).option("--token <token>", "keep this token instead of signing in");
	registration.action(() =>
		choose(async (context) => {
			const { register } = await import("./commands/register.ts");
			return register(context, read(registration));
		}),
	);
	const creation = signIn("create-token", "print a new token");
	creation.action(() =>
		choose(async (context) => {
			const { printNewToken } = await import("./commands/register.ts");
			return printNewToken(context, read(creation));
		}),
	);
	program
		.command("unregister")
		.description("forget the server and the token")
		.action(() =>
			choose(async (context) => {
				const { unregister } = await import("./commands/register.ts");
				return unregister(context);
			}),
		);
}

function isUnauthorized(
	program: Command,
	options: { readonly allowUnauthorized?: boolean },
): boolean {
	return (
		options.allowUnauthorized ??
		program.opts<GlobalOptions>().allowUnauthorized ??
		false
	);
}

function addListings(program: Command, choose: Choose): void {
	program
		.command("list-commands")
		.description("list the methods of the server")
		.option("--json", "as JSON")
		.addOption(formatOption("--output <format>"))
		.argument("[patterns...]", "such as 'vm.*'")
		.action((patterns, options: { json?: boolean; output?: Format }) =>
			choose(async (context) => {
				const { listCommands } = await import("./commands/list-commands.ts");
				const format = options.json ? "json" : options.output;
				return listCommands(context, { format, patterns });
			}),
		);
	program
		.command("list-objects")
		.description("list pools, hosts, VMs and all that belongs to them, as JSON")
		.usage("[--output=<format>] [--<property>]... [<property>=<value>]...")
		.allowUnknownOption()
		.argument("[args...]", "properties to show and values that must match")
		.action((args: string[]) =>
			choose(async (context) => {
				const { listObjects } = await import("./commands/list-objects.ts");
				return listObjects(context, args);
			}),
		);
	program
		.command("watch")
		.description("print notifications of the server as they come")
		.option("--ndjson", "one JSON value a line")
		.action(({ ndjson = false }: { ndjson?: boolean }) =>
			choose(async (context) => {
				const { watch } = await import("./commands/watch.ts");
				return watch(context, { ndjson });
			}),
		);
}

function addRest(program: Command, choose: Choose): void {
	const rest = program
		.command("rest")
		.description("use the REST API")
		.option("--json", "print JSON")
		.enablePositionalOptions();
	const verb = (name: string, description: string) =>
		rest
			.command(name)
			.description(description)
			.option("--json", "print JSON")
			.argument("<path>", "such as vms or vms/<id>");
	const run = (
		input: Omit<RestInput, "format">,
		{ json = rest.opts<{ json?: boolean }>().json }: { json?: boolean },
	) =>
		choose(async (context) => {
			const { rest: send } = await import("./commands/rest.ts");
			const format = json ? "json" : context.format;
			return send(context, { ...input, format });
		});
	verb("get", "read a collection, an object, a file")
		.option("-o, --output <file>", "write to a new file, - for standard output")
		.argument(
			"[query...]",
			"such as filter=power_state:Running fields=name_label",
		)
		.action((path, args, options: { output?: string; json?: boolean }) =>
			run({ method: "GET", path, args, output: options.output }, options),
		);
	for (const method of ["POST", "PATCH", "PUT"] as const) {
		verb(method.toLowerCase(), `send a ${method} request`)
			.option("-i, --input <file>", "file to send, - for standard input")
			.argument("[params...]", "body, or query where there is an input")
			.action((path, args, options: { input?: string; json?: boolean }) =>
				run({ method, path, args, input: options.input }, options),
			);
	}
	verb("del", "delete an object")
		.alias("delete")
		.action((path: string, options: { json?: boolean }) =>
			run({ method: "DELETE", path }, options),
		);
}

function addCompletion(program: Command, choose: Choose): void {
	program
		.command("completion")
		.description("print the completion script of a shell")
		.argument("<shell>", "bash, zsh or fish")
		.action((shell: string) =>
			choose(async () => {
				const { completionScript } = await import("./completion/scripts.ts");
				return { kind: "text", text: completionScript(shell) };
			}),
		);
	program
		.command("__complete", { hidden: true })
		.argument("<shell>")
		.argument("[words...]")
		.allowUnknownOption()
		.passThroughOptions()
		.action((shell: string, words: string[]) =>
			choose(async (context) => {
				const { complete } = await import("./completion/complete.ts");
				return complete(context, { shell, words, commands: namesOf(program) });
			}),
		);
}

function unauthorizedOption(): Option {
	return new Option(
		"--au, --allowUnauthorized",
		"accept a certificate that cannot be verified",
	);
}

function formatOption(flags: string): Option {
	return new Option(flags, "how to print results").choices([...formats]);
}
