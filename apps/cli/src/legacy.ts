const RENAMED: Readonly<Record<string, string>> = {
	"--register": "register",
	"--createToken": "create-token",
	"--create-token": "create-token",
	"--unregister": "unregister",
	"--list-commands": "list-commands",
	"--listCommands": "list-commands",
	"--list-objects": "list-objects",
	"--listObjects": "list-objects",
	"--call": "call",
	"--rest": "rest",
	"--watch": "watch",
};

const GLOBAL_FLAGS = new Set(["--allowUnauthorized", "--au"]);

/** Commands were once options: `--register` instead of `register`. Gives the
 *  arguments of today, and what to warn of. */
export function modernize(argv: readonly string[]): {
	readonly argv: readonly string[];
	readonly warning: string | undefined;
} {
	const at = argv.findIndex((argument) => !GLOBAL_FLAGS.has(argument));
	const old = argv[at];
	const command = old === undefined ? undefined : RENAMED[old];
	if (old === undefined || command === undefined) {
		return { argv, warning: undefined };
	}
	return {
		argv: [
			...argv.slice(0, at),
			// A method call needs no word of its own.
			...(command === "call" ? [] : [command]),
			...argv.slice(at + 1),
		],
		warning: `\`${old}\` is deprecated, please use \`xo-cli ${
			command === "call" ? "<method>" : command
		}\``,
	};
}
